package org.vocstream.pack;

import java.util.List;

/**
 * Finds in what a customer says why they make contact, by the cues of the pack's contact reasons;
 * they are matched as the cues of indicators are. Immutable and safe for several threads; linear in
 * the length of the text.
 */
public final class ContactReasonMatcher {
  private final CueSearch<ContactReason> search;

  /** A matcher for all contact reasons of {@code pack}, those it inherits included. */
  public ContactReasonMatcher(Pack pack) {
    search = new CueSearch<>(pack.contactReasons(), ContactReason::cues);
  }

  /**
   * The reasons in order of their place; one that is told several times stands several times.
   *
   * @param folded a text in folded form; spans refer to it
   */
  public List<ContactReasonMatch> find(String folded) {
    return search.find(folded).stream()
        .map(h -> new ContactReasonMatch(h.owner(), h.cue(), h.span(), h.term()))
        .toList();
  }
}
