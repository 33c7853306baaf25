/** The commands of {@code scripts/voc}, nothing else. */
package org.vocstream.cli;
