package org.vocstream.pack;

import org.vocstream.text.Span;

/**
 * A place where a customer says why they make contact. Immutable.
 *
 * @param reason the reason
 * @param cue the cue whose words stand there
 * @param span where they stand in the folded text, a plural s included
 * @param term the term of the cue that matched, as the pack has it
 */
public record ContactReasonMatch(ContactReason reason, Cue cue, Span span, String term) {}
