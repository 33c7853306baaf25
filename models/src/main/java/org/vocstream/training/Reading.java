package org.vocstream.training;

import org.vocstream.segment.SegmentedText;

/** Prepares and segments a text of the training data as the scorer does later. */
@FunctionalInterface
interface Reading {
  SegmentedText read(String text);
}
