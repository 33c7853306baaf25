/** Sentiment of a whole text. */
package org.vocstream.sentiment;
