package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.pack.CueMatch;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Polarity;
import org.vocstream.text.Language;
import org.vocstream.text.Span;

/**
 * Finds the opinions in a text, clause by clause. Which indicators a clause speaks of comes from
 * the trained model where the pack has one, and from its cues where not; with a trained model, cues
 * say which finer indicator is meant, and add what the model half believes. The polarity comes from
 * a polarity model, which a cue with a polarity of its own outweighs. An indicator has at most one
 * mention per clause, and the clause is its evidence.
 *
 * <p>{@code confidence = P(indicator) * P(polarity)}, {@code strength = |P(positive) -
 * P(negative)|}. Polarity 0 is an opinion in the middle, or a plain naming. Immutable and safe for
 * several threads; linear in the length of the text.
 */
public final class MentionFinder {
  /** From which probability on a clause counts as evidence beside the best one of its text. */
  private static final double CLAUSE_THRESHOLD = 0.5;

  /** From which probability on a cue is believed against a silent model. */
  private static final double CUE_THRESHOLD = 0.1;

  /** Probability of an indicator that is found by a cue alone. */
  private static final double CUE_PROBABILITY = 0.8;

  private final Pack pack;
  private final CueMatcher cues;
  private final AspectModel aspects;
  private final List<Indicator> learned;
  private final PolarityModel chinese;
  private final PolarityModel english;
  private final Map<String, Indicator> groups = new HashMap<>();
  private final Map<String, Integer> keys = new HashMap<>();

  /**
   * A finder for a pack.
   *
   * @param aspects the trained model that the pack names, or null
   * @param chinese polarity of Chinese clauses
   * @param english polarity of English clauses
   * @throws IllegalArgumentException where the trained model knows an indicator that is no group of
   *     the pack
   */
  public MentionFinder(
      Pack pack,
      CueMatcher cues,
      AspectModel aspects,
      PolarityModel chinese,
      PolarityModel english) {
    this.pack = pack;
    this.cues = cues;
    this.aspects = aspects;
    this.chinese = chinese;
    this.english = english;
    for (Indicator group : pack.groups()) {
      groups.put(group.code(), group);
      keys.put(group.code(), ClauseFeatures.key(group.label().zh()));
    }
    this.learned = aspects == null ? List.of() : aspects.names().stream().map(this::named).toList();
  }

  /**
   * The mentions of a text in order of place; offsets refer to its stored form.
   *
   * @param brand the brand the text is about, or null
   * @param scoredBy pack and models, as each mention shall name them
   */
  public List<Mention> find(DocumentFeatures features, String brand, String scoredBy) {
    return find(features, brand, scoredBy, false);
  }

  /**
   * The mentions of one turn of a call or chat. The trained models know reviews, which are said
   * otherwise, so cues count in full beside them.
   *
   * @param brand the brand the call is about, or null
   * @param scoredBy pack and models, as each mention shall name them
   */
  public List<Mention> findInTurn(DocumentFeatures features, String brand, String scoredBy) {
    return find(features, brand, scoredBy, true);
  }

  private List<Mention> find(
      DocumentFeatures features, String brand, String scoredBy, boolean trustCues) {
    SegmentedText text = features.text();
    Language language = text.text().language();
    if (language == Language.OTHER) {
      return List.of();
    }
    List<Clause> clauses = Clause.of(text);
    List<List<CueMatch>> matches = matches(text, clauses);
    List<Map<String, Double>> spoken = new ArrayList<>();
    clauses.forEach(c -> spoken.add(new LinkedHashMap<>()));
    boolean byModel = aspects != null && language != Language.EN;
    AspectModel.Scores scores = byModel ? aspects.score(features, clauses) : null;
    if (byModel) {
      addLearned(scores, spoken);
    }
    for (int i = 0; i < clauses.size(); i++) {
      addCues(matches.get(i), trustCues ? null : scores, i, spoken.get(i));
    }
    PolarityModel polarity = language == Language.EN ? english : chinese;
    double[] whole = polarity.whole(features);
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      for (Map.Entry<String, Double> group : spoken.get(i).entrySet()) {
        Polarity model = polarity.score(whole, text, clauses, i, keys.get(group.getKey()));
        for (Found found : found(group.getKey(), matches.get(i))) {
          mentions.add(
              mention(found, group.getValue(), model, text, clauses.get(i), brand, scoredBy));
        }
      }
    }
    return List.copyOf(mentions);
  }

  /** An indicator and the cue that told of it, or null. */
  private record Found(Indicator indicator, CueMatch cue) {}

  private Indicator named(String name) {
    return pack.groups().stream()
        .filter(g -> g.label().zh().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the trained model "
                        + pack.aspectModel()
                        + " finds "
                        + name
                        + ", but no indicator that is reported by itself in pack "
                        + pack.id()
                        + " has that zh label"));
  }

  private List<List<CueMatch>> matches(SegmentedText text, List<Clause> clauses) {
    List<List<CueMatch>> matches = new ArrayList<>();
    clauses.forEach(c -> matches.add(new ArrayList<>()));
    int at = 0;
    for (CueMatch match : cues.find(text.folded())) {
      while (at < clauses.size() && clauses.get(at).span().end() <= match.span().start()) {
        at++;
      }
      if (at < clauses.size() && clauses.get(at).span().overlaps(match.span())) {
        matches.get(at).add(match);
      }
    }
    return matches;
  }

  private void addLearned(AspectModel.Scores scores, List<Map<String, Double>> spoken) {
    for (int k = 0; k < learned.size(); k++) {
      if (scores.text(k) < aspects.threshold() || spoken.isEmpty()) {
        continue;
      }
      int best = 0;
      for (int i = 1; i < spoken.size(); i++) {
        best = scores.clause(i, k) > scores.clause(best, k) ? i : best;
      }
      for (int i = 0; i < spoken.size(); i++) {
        double clause = scores.clause(i, k);
        if (i == best) {
          spoken.get(i).put(learned.get(k).code(), scores.text(k));
        } else if (clause >= CLAUSE_THRESHOLD) {
          spoken.get(i).put(learned.get(k).code(), Math.min(clause, scores.text(k)));
        }
      }
    }
  }

  private void addCues(
      List<CueMatch> matches, AspectModel.Scores scores, int clause, Map<String, Double> spoken) {
    for (CueMatch match : matches) {
      Indicator group = groups.get(match.indicator().group());
      int k = scores == null ? -1 : learned.indexOf(group);
      if (k < 0) {
        spoken.putIfAbsent(group.code(), CUE_PROBABILITY);
      } else if (match.cue().polarity() != null && scores.clause(clause, k) >= CUE_THRESHOLD) {
        spoken.putIfAbsent(group.code(), scores.clause(clause, k));
      }
    }
  }

  /** The finer indicators that cues of the clause name, or else the group itself. */
  private List<Found> found(String group, List<CueMatch> matches) {
    Map<String, Found> finer = new LinkedHashMap<>();
    CueMatch plain = null;
    for (CueMatch match : matches) {
      Indicator indicator = match.indicator();
      if (indicator.group().equals(group)) {
        if (!indicator.isGroup()) {
          finer.putIfAbsent(indicator.code(), new Found(indicator, match));
        } else if (plain == null) {
          plain = match;
        }
      }
    }
    return finer.isEmpty()
        ? List.of(new Found(groups.get(group), plain))
        : List.copyOf(finer.values());
  }

  private Mention mention(
      Found found,
      double probability,
      Polarity model,
      SegmentedText text,
      Clause clause,
      String brand,
      String scoredBy) {
    CueMatch cue = found.cue();
    Polarity polarity = model;
    if (cue != null && cue.cue().polarity() != null) {
      boolean turned = Negation.turns(text.folded(), clause.span().start(), cue.span().start());
      int told = turned ? -cue.cue().polarity() : cue.cue().polarity();
      // 不是不好用: a model that adds up words is sure of the opposite.
      boolean unbad = turned && told > 0;
      polarity = (unbad ? model.doubted() : model).told(told);
    }
    Span place = text.text().offsets().toOriginal(clause.span());
    Indicator indicator = found.indicator();
    return new Mention(
        indicator.code(),
        indicator.group(),
        groups.get(indicator.group()).label(),
        indicator.touchpoint(),
        polarity.label(),
        Math.abs(polarity.score()),
        probability * polarity.confidence(),
        brand,
        null,
        place.start(),
        place.end(),
        place.of(text.text().stored()),
        cue == null ? null : cue.term(),
        scoredBy);
  }
}
