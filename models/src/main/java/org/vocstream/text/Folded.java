package org.vocstream.text;

/**
 * A folded text with the way back. Immutable.
 *
 * @param text what models read
 * @param offsets from {@code text} to the text that was folded
 */
public record Folded(String text, OffsetMap offsets) {}
