package org.vocstream.call;

import java.util.List;

/**
 * Why a customer called or wrote, in which mood, how it ended and how long it took (docs/calls.md).
 * Immutable.
 *
 * @param reasons what it was about, the main reason first, each once
 * @param intent complaint or enquiry; null where it is no transcript
 * @param intentAt the words that tell the intent, or null
 * @param resolution how it ended; null where it is no transcript
 * @param resolutionAt the customer's words that tell it, or null
 * @param responseMs median time the customer waited for an answer, milliseconds, 0 or more, or null
 *     where the turns have no times
 * @param handlingMs time from the first begin to the last end, milliseconds, or null
 */
public record Contact(
    List<ToldReason> reasons,
    Intent intent,
    Evidence intentAt,
    Resolution resolution,
    Evidence resolutionAt,
    Long responseMs,
    Long handlingMs) {
  /** That of a feedback that is no transcript. */
  public static final Contact NONE = new Contact(List.of(), null, null, null, null, null, null);
}
