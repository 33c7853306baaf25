package org.vocstream.text;

/**
 * A text made ready for scoring: what is stored, its folded form, and the way back. Immutable.
 *
 * @param stored the text as stored (personal data masked); offsets in results refer to it
 * @param folded traditional folded to simplified, full-width to half-width, lower case, filler,
 *     tags and entities removed, repeated punctuation shortened; what models read
 * @param offsets from {@code folded} to {@code stored}
 * @param language language of the text
 */
public record PreparedText(String stored, String folded, OffsetMap offsets, Language language) {}
