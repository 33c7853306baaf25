package org.vocstream.call;

/**
 * How satisfied a customer is at one turn.
 *
 * @param label 1 satisfied, 0 neither, -1 dissatisfied
 * @param score calibrated, -1..1: probability of satisfied less probability of dissatisfied
 */
public record Satisfaction(int label, double score) {}
