package org.vocstream.sentiment;

/**
 * What a text feels, as one number and one label.
 *
 * @param label 1 positive, 0 neutral, -1 negative
 * @param score calibrated, -1..1: probability of positive less probability of negative
 */
public record Sentiment(int label, double score) {}
