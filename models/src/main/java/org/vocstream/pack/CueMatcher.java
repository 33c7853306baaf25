package org.vocstream.pack;

import java.util.List;
import org.vocstream.linear.DocumentFeatures;

/**
 * Finds the indicators of a pack in a text by their cues, as {@link CueSearch} does: of matches
 * that overlap the longest is kept; matches of exactly the same words for several indicators are
 * all kept. Immutable and safe for several threads; linear in the length of the text.
 */
public final class CueMatcher {
  private final CueSearch<Indicator> search;

  /** A matcher for all cues of the indicators of {@code pack}, those it inherits included. */
  public CueMatcher(Pack pack) {
    search = new CueSearch<>(pack.indicators(), Indicator::cues);
  }

  /** The matches in a text in order of their place, found once for all who ask. */
  public List<CueMatch> find(DocumentFeatures text) {
    return text.once(this, () -> find(text.text().folded()));
  }

  /**
   * The matches in order of their place.
   *
   * @param folded a text in folded form; spans refer to it
   */
  public List<CueMatch> find(String folded) {
    return search.find(folded).stream()
        .map(h -> new CueMatch(h.owner(), h.cue(), h.span(), h.term()))
        .toList();
  }
}
