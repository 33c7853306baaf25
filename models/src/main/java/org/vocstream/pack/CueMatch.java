package org.vocstream.pack;

import org.vocstream.text.Span;

/**
 * A place where the words of a cue stand. Immutable.
 *
 * @param indicator the indicator that the words tell of
 * @param cue the cue
 * @param span where they stand in the folded text, a plural s included
 * @param term the term of the cue that matched, as the pack has it
 */
public record CueMatch(Indicator indicator, Cue cue, Span span, String term) {}
