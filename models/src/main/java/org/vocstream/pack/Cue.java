package org.vocstream.pack;

import java.util.List;

/**
 * Words that tell that a clause speaks of an indicator, with the sentences that prove it.
 * Immutable.
 *
 * @param id stable within a version of the pack: the indicator's code and a number, {@code
 *     delivery.speed#2}; one that an extending pack adds bears its name, {@code
 *     delivery.speed#cosmetics.1}
 * @param terms the words, as {@code Folding} leaves them (simplified, half-width, lower case); a
 *     Latin term matches whole words only
 * @param except longer phrases that contain a term but do not speak of the indicator
 * @param polarity 1, 0 or -1 where the words are an opinion by themselves (闷痘), null where they
 *     only name the indicator
 * @param examples sentences in which the cue matches exactly at the marked span: {@code [发货]很快}
 * @param counterExamples sentences in which it does not match
 */
public record Cue(
    String id,
    List<String> terms,
    List<String> except,
    Integer polarity,
    List<String> examples,
    List<String> counterExamples) {}
