package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Phrases;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.Said;
import org.vocstream.text.Language;
import org.vocstream.text.Span;

/**
 * Finds the opinions that a pack has no indicator for: clauses without a mention that hold a word
 * of opinion (the lexicons know it), and that are good or bad with a probability of at least
 * {@value #BAR} by the polarity model, asked without an indicator, and the lexicons together. The
 * model alone would find opinions where somebody pleased tells what they did. They tell an analyst
 * how much of what customers say the pack misses. Immutable and safe for several threads; linear in
 * the length of the text.
 */
public final class UnassignedOpinions {
  /** From which probability of good, or of bad, on an opinion is clear. */
  static final double BAR = 0.8;

  private static final Phrases PHRASES = Phrases.bundled();

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
    List<Clause> clauses = Clause.of(features);
    Said said = PHRASES.in(features);
    List<UnassignedOpinion> found = new ArrayList<>();
    int mention = 0;
    for (Part part : Part.of(clauses, Part.LENGTH)) {
      double[] whole = null;
      for (int i = part.from(); i < part.to(); i++) {
        Span place = text.text().offsets().toOriginal(clauses.get(i).span());
        while (mention < mentions.size() && mentions.get(mention).end() <= place.start()) {
          mention++;
        }
        boolean assigned = mention < mentions.size() && mentions.get(mention).start() < place.end();
        Span clause = clauses.get(i).span();
        if (assigned || said.side(clause, true) == 0) {
          continue;
        }
        whole = whole == null ? polarity.whole(features, clauses, part) : whole;
        int[] own = polarity.own(features, clauses.get(i));
        Polarity model = polarity.score(polarity.clause(whole, own, text, clauses, i));
        Polarity judged = said.ofClause(model, clause);
        if (Math.max(judged.positive(), judged.negative()) >= BAR) {
          found.add(new UnassignedOpinion(place.start(), place.end(), judged.label()));
        }
      }
    }
    return List.copyOf(found);
  }
}
