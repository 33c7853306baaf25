package org.vocstream.english;

/**
 * What a sentence feels, by its parse tree: five probabilities that add up to 1.
 *
 * @param words how many words and signs it has
 * @param veryNegative probability of the worst, 0..1
 * @param negative 0..1
 * @param neutral 0..1
 * @param positive 0..1
 * @param veryPositive probability of the best, 0..1
 */
public record SentenceSentiment(
    int words,
    double veryNegative,
    double negative,
    double neutral,
    double positive,
    double veryPositive) {}
