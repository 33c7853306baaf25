package org.vocstream.pack;

import java.util.List;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.EnglishText;
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
    this(pack, null);
  }

  /**
   * The same, with English cues in every inflection.
   *
   * @param reader knows inflections; null for none
   */
  public CueMatcher(Pack pack, EnglishReader reader) {
    search = new CueSearch<>(pack.indicators(), Indicator::cues, reader);
  }

  /**
   * The matches in a text in order of their place, found once for all who ask; those in another
   * inflection included where a reader of English has read it.
   */
  public List<CueMatch> find(DocumentFeatures text) {
    return text.text().english() == null
        ? findWritten(text)
        : text.once(search, () -> find(text.text().folded(), text.text().english()));
  }

  /**
   * The matches of cues just as they are written, found once for all who ask: what trained models
   * see, who read the same whether or not somebody knows English.
   */
  public List<CueMatch> findWritten(DocumentFeatures text) {
    return text.once(this, () -> find(text.text().folded()));
  }

  /**
   * The matches in order of their place.
   *
   * @param folded a text in folded form; spans refer to it
   */
  public List<CueMatch> find(String folded) {
    return find(folded, null);
  }

  private List<CueMatch> find(String folded, EnglishText english) {
    return search.find(folded, english).stream()
        .map(h -> new CueMatch(h.owner(), h.cue(), h.span(), h.term()))
        .toList();
  }
}
