/** Opinions on indicators, with their evidence. */
package org.vocstream.opinion;
