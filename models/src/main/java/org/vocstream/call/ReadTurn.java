package org.vocstream.call;

import org.vocstream.feedback.Speaker;
import org.vocstream.segment.SegmentedText;

/**
 * A turn of a call or chat as models read it.
 *
 * @param speaker who speaks
 * @param text what is said, prepared and segmented
 * @param satisfaction how satisfied the customer is at it, -1..1, as {@link TurnScorer} tells it;
 *     null for an agent's turn and one without words
 */
public record ReadTurn(Speaker speaker, SegmentedText text, Double satisfaction) {}
