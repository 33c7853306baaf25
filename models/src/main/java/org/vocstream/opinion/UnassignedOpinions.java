package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Polarity;
import org.vocstream.text.Language;
import org.vocstream.text.Span;

/**
 * Finds the opinions that a pack has no indicator for: clauses without a mention for which the
 * polarity model, asked without an indicator, gives good or bad at least {@value #BAR}. They tell
 * an analyst how much of what customers say the pack misses. Immutable and safe for several
 * threads; linear in the length of the text.
 */
public final class UnassignedOpinions {
  /** From which probability of good, or of bad, on an opinion is clear. */
  static final double BAR = 0.8;

  /** Fewer units than these are hardly an opinion on something: 嗯, 好, ok. */
  private static final int SHORTEST = 3;

  private final PolarityModel chinese;
  private final PolarityModel english;

  /** A finder with these polarity models of Chinese and English clauses. */
  public UnassignedOpinions(PolarityModel chinese, PolarityModel english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * The unassigned opinions of a text in order of place; offsets refer to its stored form.
   *
   * @param mentions all mentions of the text, as {@link MentionFinder} found them
   */
  public List<UnassignedOpinion> find(DocumentFeatures features, List<Mention> mentions) {
    SegmentedText text = features.text();
    Language language = text.text().language();
    if (language == Language.OTHER) {
      return List.of();
    }
    PolarityModel polarity = language == Language.EN ? english : chinese;
    List<Clause> clauses = Clause.of(text);
    List<UnassignedOpinion> found = new ArrayList<>();
    int mention = 0;
    for (Part part : Part.of(clauses)) {
      double[] whole = null;
      for (int i = part.from(); i < part.to(); i++) {
        Span place = text.text().offsets().toOriginal(clauses.get(i).span());
        while (mention < mentions.size() && mentions.get(mention).end() <= place.start()) {
          mention++;
        }
        boolean assigned = mention < mentions.size() && mentions.get(mention).start() < place.end();
        if (assigned || clauses.get(i).span().length() < SHORTEST) {
          continue;
        }
        whole = whole == null ? polarity.whole(features, clauses, part) : whole;
        int[] own = polarity.own(text, clauses.get(i));
        Polarity said = polarity.score(polarity.clause(whole, own, text, clauses, i));
        if (Math.max(said.positive(), said.negative()) >= BAR) {
          found.add(new UnassignedOpinion(place.start(), place.end(), said.label()));
        }
      }
    }
    return List.copyOf(found);
  }
}
