package org.vocstream.call;

import org.vocstream.feedback.Speaker;
import org.vocstream.segment.SegmentedText;

/**
 * A turn of a call or chat as models read it.
 *
 * @param speaker who speaks
 * @param text what is said, prepared and segmented
 * @param sentiment score of a customer's turn with words by the sentiment model, -1..1; else null
 */
public record ReadTurn(Speaker speaker, SegmentedText text, Double sentiment) {}
