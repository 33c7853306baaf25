package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureHash;
import org.vocstream.linear.Features;
import org.vocstream.pack.CueMatch;
import org.vocstream.pack.CueMatcher;
import org.vocstream.sentiment.Negation;
import org.vocstream.text.Span;

/**
 * The cues of a pack in a text, clause by clause, and as features: a learned model that sees them
 * knows words that its training data never had. Immutable.
 */
public final class ClauseCues {
  private static final int IN_CLAUSE = 5;
  private static final int IN_TEXT = 6;

  /**
   * Under how many hashes a cue of an indicator stands. One alone would bear so great a weight that
   * those of n-grams would round to nothing beside it.
   */
  private static final int COPIES = 3;

  private static final int CROWDED = 7_000;

  /** How many features an indicator has at most, and a clause beside those. */
  private static final int OF_INDICATOR = 1 + 2 * COPIES;

  private static final int OF_CLAUSE = 2;

  private static final int USUAL = 64;

  /** What a clause, and a text, without any cue tells; most clauses have none. */
  private static final int[] NONE_IN_CLAUSE = {feature(IN_CLAUSE, "none")};

  private static final int[] NONE_IN_TEXT = {feature(IN_TEXT, "none")};
  private static final Negation NEGATION = Negation.bundled();

  /**
   * A cue in a clause.
   *
   * @param match the cue and its place
   * @param told its own polarity, turned round where a negation stands before it; null where the
   *     cue only names its indicator
   * @param turned true where it was turned round
   */
  public record Met(CueMatch match, Integer told, boolean turned) {
    /** Code of the indicator under which it is reported. */
    public String group() {
      return match.indicator().group();
    }
  }

  private final List<List<Met>> clauses;

  /** Those that stand there just as the pack has them: what models were trained on. */
  private final List<List<Met>> written;

  private ClauseCues(List<List<Met>> clauses, List<List<Met>> written) {
    this.clauses = clauses;
    this.written = written;
  }

  /** The cues of a text by the clause in which they begin. */
  public static ClauseCues of(CueMatcher matcher, DocumentFeatures text, List<Clause> clauses) {
    List<List<Met>> met = of(matcher.find(text), text, clauses);
    return new ClauseCues(
        met, text.text().english() == null ? met : of(matcher.findWritten(text), text, clauses));
  }

  private static List<List<Met>> of(
      List<CueMatch> matches, DocumentFeatures text, List<Clause> clauses) {
    List<List<Met>> met = new ArrayList<>();
    clauses.forEach(c -> met.add(new ArrayList<>()));
    int at = 0;
    for (CueMatch match : matches) {
      while (at < clauses.size() && clauses.get(at).span().end() <= match.span().start()) {
        at++;
      }
      if (at < clauses.size() && clauses.get(at).span().overlaps(match.span())) {
        met.get(at).add(met(match, text.text().folded(), clauses.get(at).span()));
      }
    }
    return met;
  }

  private static Met met(CueMatch match, String folded, Span clause) {
    Integer own = match.cue().polarity();
    boolean turned = own != null && NEGATION.turns(folded, clause.start(), match.span().start());
    return new Met(match, turned ? Integer.valueOf(-own) : own, turned);
  }

  /** The cues of a clause in order of place. */
  public List<Met> in(int clause) {
    return clauses.get(clause);
  }

  /** Those that stand there as the pack has them, which alone trained models know. */
  public List<Met> written(int clause) {
    return written.get(clause);
  }

  /** The first of the clauses {@code from} to {@code to} (exclusive) with a cue of a group. */
  public OptionalInt first(int from, int to, String group) {
    return first(from, to, m -> m.group().equals(group));
  }

  /** The first of the clauses {@code from} to {@code to} (exclusive) with such a cue. */
  OptionalInt first(int from, int to, Predicate<Met> such) {
    return IntStream.range(from, to)
        .filter(i -> written.get(i).stream().anyMatch(such))
        .findFirst();
  }

  /**
   * What the cues of the clauses {@code from} to {@code to} (exclusive) tell, as one text; not to
   * be changed.
   */
  public int[] inText(int from, int to) {
    Features features = new Features(USUAL);
    for (List<Met> met : written.subList(from, to)) {
      met.forEach(m -> addIndicator(m, IN_TEXT, features));
    }
    int[] told = features.distinct();
    return told.length == 0 ? NONE_IN_TEXT : told;
  }

  /**
   * Features of a part seen together with how many groups its cues name: where several things are
   * told of, many are but named.
   */
  public int[] crowded(int[] features, Part part) {
    long groups =
        written.subList(part.from(), part.to()).stream()
            .flatMap(List::stream)
            .map(Met::group)
            .distinct()
            .count();
    return ClauseFeatures.keyed(features, CROWDED + (int) Math.min(3, groups));
  }

  /** What the cues of a clause tell of its indicators, distinct; not to be changed. */
  public int[] inClause(int clause) {
    List<Met> met = written.get(clause);
    if (met.isEmpty()) {
      return NONE_IN_CLAUSE;
    }
    Features features = new Features(Math.min(USUAL, OF_INDICATOR * met.size() + OF_CLAUSE));
    met.forEach(m -> addIndicator(m, IN_CLAUSE, features));
    if (met.stream().allMatch(m -> m.group().equals(met.get(0).group()))) {
      features.add(feature(IN_CLAUSE, "only " + met.get(0).group()));
      if (met.size() > 1) {
        features.add(feature(IN_CLAUSE, "several " + met.get(0).group()));
      }
    }
    return features.distinct();
  }

  private static void addIndicator(Met met, int field, Features to) {
    String kind = met.told() == null ? " named" : " judged";
    String told = met.told() == null ? "null" : met.told().toString();
    int start = FeatureHash.start(field);
    to.add(ended(with(with(with(start, met.match().indicator().code()), kind), told)));
    int group = with(start, met.group());
    int named = FeatureHash.add(group, ' ');
    int judged = with(group, kind);
    for (int copy = 0; copy < COPIES; copy++) {
      to.add(ended(FeatureHash.add(named, (char) ('0' + copy))));
      to.add(ended(FeatureHash.add(judged, (char) ('0' + copy))));
    }
  }

  private static int with(int hash, String word) {
    int h = hash;
    for (int i = 0; i < word.length(); i++) {
      h = FeatureHash.add(h, word.charAt(i));
    }
    return h;
  }

  private static int ended(int hash) {
    return FeatureHash.finish(FeatureHash.add(hash, ""));
  }

  private static int feature(int field, String what) {
    return FeatureHash.finish(FeatureHash.add(FeatureHash.start(field), what));
  }
}
