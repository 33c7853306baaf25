package org.vocstream.pack;

/**
 * A text and where it is written.
 *
 * @param text the text, never empty
 * @param at its place
 */
public record Written(String text, Place at) {}
