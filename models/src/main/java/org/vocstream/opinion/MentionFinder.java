package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;
import org.vocstream.sentiment.Phrases;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.Said;
import org.vocstream.text.Language;
import org.vocstream.text.Span;

/**
 * Finds the opinions in a text, clause by clause. Which indicators a clause speaks of comes from
 * the trained model where the pack has one, and from its cues where not. A trained model sees the
 * cues as well; beside it they say which finer indicator is meant, and in a text whose words are
 * new to the model they count in full. A long text is read part by part, see {@link Part}. The
 * polarity comes from a polarity model, beside which count the phrases that lexicons know, and
 * which a cue with a polarity of its own outweighs, but for a phrase that is surer (没有想象中好用); where
 * the pack has a polarity model of its own for the indicator, from that, as a rule alone. An
 * indicator has at most one mention per clause, and the clause is its evidence.
 *
 * <p>{@code confidence = P(indicator) * P(polarity)}, {@code strength = 1 - (1 - |P(positive) -
 * P(negative)|)^degree}, where the degree is the scale of a 稍微 or 超级, 1 without any. Polarity 0 is
 * an opinion in the middle, or a plain naming. Immutable and safe for several threads; linear in
 * the length of the text.
 */
public final class MentionFinder {
  /** From which probability on a clause counts as evidence beside the best one of its text. */
  private static final double CLAUSE_THRESHOLD = 0.5;

  /** Probability of an indicator that is found by a cue alone. */
  private static final double CUE_PROBABILITY = 0.8;

  /**
   * How sure the polarity must be where a cue only names the indicator, in a text whose words the
   * trained model does not know: what is thought of a pump that is named in such words, nobody can
   * tell.
   */
  private static final double NAMED_BAR = 0.6;

  private static final Phrases PHRASES = Phrases.bundled();

  private final CueMatcher cues;
  private final AspectModel aspects;
  private final List<String> learned;
  private final Topics topics;
  private final PolarityModel chinese;
  private final PolarityModel english;
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Integer> keys = new HashMap<>();

  /**
   * A finder for a pack.
   *
   * @param aspects the trained model that the pack names, or null
   * @param chinese polarity of Chinese clauses
   * @param english polarity of English clauses
   * @throws IllegalArgumentException where the trained model knows an indicator that the pack does
   *     not have
   */
  public MentionFinder(
      Pack pack,
      CueMatcher cues,
      AspectModel aspects,
      PolarityModel chinese,
      PolarityModel english) {
    this.cues = cues;
    this.aspects = aspects;
    this.chinese = chinese;
    this.english = english;
    for (Indicator indicator : pack.indicators()) {
      indicators.put(indicator.code(), indicator);
      keys.put(indicator.code(), ClauseFeatures.key(indicator.label().zh()));
    }
    List<String> names = aspects == null ? List.of() : aspects.names();
    this.learned = names.stream().map(n -> Topics.named(pack, n).code()).toList();
    this.topics = new Topics(learned);
    for (int k = 0; k < names.size(); k++) {
      keys.put(learned.get(k), ClauseFeatures.key(names.get(k)));
    }
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
    List<Clause> clauses = Clause.of(features);
    List<Part> parts = aspects == null ? Part.of(clauses, Part.LENGTH) : aspects.parts(clauses);
    ClauseCues met = ClauseCues.of(cues, features, clauses);
    List<Map<String, Double>> spoken = new ArrayList<>();
    clauses.forEach(c -> spoken.add(new LinkedHashMap<>()));
    boolean byModel = isByModel(language);
    AspectModel.Scores scores = byModel ? aspects.score(features, clauses, parts, met) : null;
    if (byModel) {
      addLearned(scores, parts, met, !trustCues, spoken);
    }
    for (int p = 0; p < parts.size(); p++) {
      boolean all = scores == null || trustCues || !scores.familiar()[p];
      for (int i = parts.get(p).from(); i < parts.get(p).to(); i++) {
        addCues(met.in(i), all, spoken.get(i));
      }
    }
    PolarityModel polarity = polarity(language);
    Said said = PHRASES.in(features);
    List<Mention> mentions = new ArrayList<>();
    for (Part part : parts) {
      if (spoken.subList(part.from(), part.to()).stream().allMatch(Map::isEmpty)) {
        continue;
      }
      double[] whole = polarity.whole(features, clauses, part);
      for (int i = part.from(); i < part.to(); i++) {
        if (spoken.get(i).isEmpty()) {
          continue;
        }
        int[] own = polarity.own(features, clauses.get(i));
        double[] logits = polarity.clause(whole, own, text, clauses, i);
        for (Map.Entry<String, Double> topic : spoken.get(i).entrySet()) {
          boolean ofPack = byModel && hasOwnPolarity(topic.getKey());
          Polarity linear =
              ofPack
                  ? ofPack(features, clauses, part, met, i, topic.getKey())
                  : polarity.score(logits, own, keys.get(topic.getKey()));
          Polarity model =
              byModel ? weighed(features, clauses, part, topic.getKey(), linear) : linear;
          for (Found found : found(topic.getKey(), met.in(i))) {
            boolean alone = ofPack && !aspects.polarity().isBesideCues();
            Polarity told = alone ? model : told(found.cue(), model, said, clauses.get(i));
            boolean named = byModel && !trustCues && onlyNamed(found.cue(), topic.getValue());
            if (!named || told.confidence() >= NAMED_BAR) {
              mentions.add(
                  mention(
                      found, topic.getValue(), told, said, text, clauses.get(i), brand, scoredBy));
            }
          }
        }
      }
    }
    return List.copyOf(mentions);
  }

  /** Whether the trained model of the pack reads texts in a language. */
  private boolean isByModel(Language language) {
    return aspects != null && aspects.isEnglish() == (language == Language.EN);
  }

  private PolarityModel polarity(Language language) {
    return language == Language.EN ? english : chinese;
  }

  /**
   * The polarity of a text towards topics that it is known to speak of, by their codes: what {@link
   * #find} would say of each at the clause that speaks of it most likely.
   */
  public Map<String, Integer> polarities(DocumentFeatures features, Collection<String> asked) {
    SegmentedText text = features.text();
    List<Clause> clauses = Clause.of(features);
    Map<String, Integer> polarities = new LinkedHashMap<>();
    if (clauses.isEmpty()) {
      return polarities;
    }
    Language language = text.text().language();
    PolarityModel general = polarity(language);
    List<Mention> mentions = find(features, null, "");
    ClauseCues met = ClauseCues.of(cues, features, clauses);
    Part all = new Part(0, clauses.size());
    double[] whole = general.whole(features, clauses, all);
    for (String topic : asked) {
      Mention mention =
          mentions.stream()
              .filter(m -> topics.of(indicators.get(m.indicator())).equals(topic))
              .findFirst()
              .orElse(null);
      if (mention != null) {
        polarities.put(topic, mention.polarity());
        continue;
      }
      int at = first(met, all, topic).orElse(0);
      int[] own = general.own(features, clauses.get(at));
      Polarity polarity =
          isByModel(language) && hasOwnPolarity(topic)
              ? ofPack(features, clauses, all, met, at, topic)
              : general.score(general.clause(whole, own, text, clauses, at), own, keys.get(topic));
      polarities.put(
          topic,
          (isByModel(language) ? weighed(features, clauses, all, topic, polarity) : polarity)
              .label());
    }
    return polarities;
  }

  /**
   * What the trained model says of one of its indicators.
   *
   * @param found probability that the text speaks of it
   * @param polarity in the clause that speaks of it most likely, before phrases and cues count
   */
  public record Told(double found, Polarity polarity) {}

  /**
   * What the trained model says of each of its indicators, in their order, of a text as a whole: it
   * is on this that what an encoder counts beside it is fitted.
   */
  public List<Told> told(DocumentFeatures features) {
    SegmentedText text = features.text();
    List<Clause> clauses = Clause.of(features);
    if (clauses.isEmpty()) {
      return List.of();
    }
    PolarityModel general = polarity(text.text().language());
    ClauseCues met = ClauseCues.of(cues, features, clauses);
    Part all = new Part(0, clauses.size());
    AspectModel.Scores scores = aspects.score(features, clauses, List.of(all), met);
    double[] whole = general.whole(features, clauses, all);
    List<Told> told = new ArrayList<>();
    for (int k = 0; k < learned.size(); k++) {
      String topic = learned.get(k);
      int at = best(scores, all, met, k);
      int[] own = general.own(features, clauses.get(at));
      Polarity polarity =
          hasOwnPolarity(topic)
              ? ofPack(features, clauses, all, met, at, topic)
              : general.score(general.clause(whole, own, text, clauses, at), own, keys.get(topic));
      told.add(new Told(scores.parts()[0][k], polarity));
    }
    return told;
  }

  /** What the linear models and the encoder say together, where there is one. */
  private Polarity weighed(
      DocumentFeatures features, List<Clause> clauses, Part part, String topic, Polarity linear) {
    DeepAspects deep = aspects.deep();
    int k = deep == null ? -1 : learned.indexOf(topic);
    return k < 0 ? linear : deep.polarity(k, linear, deep.logits(features, clauses, part));
  }

  private OptionalInt first(ClauseCues met, Part part, String topic) {
    return met.first(part.from(), part.to(), m -> topics.of(m.match().indicator()).equals(topic));
  }

  private boolean hasOwnPolarity(String topic) {
    return aspects != null && aspects.polarity() != null && learned.contains(topic);
  }

  private Polarity ofPack(
      DocumentFeatures features,
      List<Clause> clauses,
      Part part,
      ClauseCues met,
      int at,
      String topic) {
    int key = keys.get(topic);
    if (aspects.polarity().isOfSurroundings()) {
      return aspects.polarity().score(features, clauses, part, met, topics, topic, key);
    }
    int place = first(met, part, topic).orElse(at);
    return aspects.polarity().score(features, clauses, part, met, place, topic, key);
  }

  private static boolean onlyNamed(ClauseCues.Met cue, double probability) {
    return cue != null && cue.told() == null && probability == CUE_PROBABILITY;
  }

  /** An indicator and the cue that told of it, or null. */
  private record Found(Indicator indicator, ClauseCues.Met cue) {}

  /**
   * All that is likely enough; where nothing is and some opinion is to be expected, the likeliest,
   * if it is likely enough for that.
   */
  private void addLearned(
      AspectModel.Scores scores,
      List<Part> parts,
      ClauseCues met,
      boolean expected,
      List<Map<String, Double>> spoken) {
    int part = 0;
    int likeliest = 0;
    double greatest = -1;
    for (int p = 0; p < parts.size(); p++) {
      for (int k = 0; k < learned.size(); k++) {
        double probability = scores.parts()[p][k];
        if (probability >= aspects.threshold()) {
          addLearned(scores, parts.get(p), met, probability, k, spoken);
        }
        if (probability > greatest) {
          greatest = probability;
          part = p;
          likeliest = k;
        }
      }
    }
    if (expected && greatest < aspects.threshold() && greatest >= aspects.likeliest()) {
      addLearned(scores, parts.get(part), met, greatest, likeliest, spoken);
    }
  }

  private void addLearned(
      AspectModel.Scores scores,
      Part part,
      ClauseCues met,
      double probability,
      int k,
      List<Map<String, Double>> spoken) {
    int best = best(scores, part, met, k);
    for (int i = part.from(); i < part.to(); i++) {
      double clause = scores.clause(i, k);
      if (i == best) {
        spoken.get(i).put(learned.get(k), probability);
      } else if (clause >= CLAUSE_THRESHOLD) {
        spoken.get(i).put(learned.get(k), Math.min(clause, probability));
      }
    }
  }

  /**
   * The clause that speaks of an indicator most likely. English data do not mark the place, so
   * there it is one with a cue of the indicator, where there is one.
   */
  private int best(AspectModel.Scores scores, Part part, ClauseCues met, int k) {
    OptionalInt cued = aspects.isEnglish() ? first(met, part, learned.get(k)) : OptionalInt.empty();
    if (cued.isPresent()) {
      return cued.getAsInt();
    }
    int best = part.from();
    for (int i = part.from() + 1; i < part.to(); i++) {
      best = scores.clause(i, k) > scores.clause(best, k) ? i : best;
    }
    return best;
  }

  /** Adds what cues tell: all of them, or those of indicators that the trained model lacks. */
  private void addCues(List<ClauseCues.Met> matches, boolean all, Map<String, Double> spoken) {
    for (ClauseCues.Met match : matches) {
      String topic = topics.of(match.match().indicator());
      if (all || !learned.contains(topic)) {
        spoken.putIfAbsent(topic, CUE_PROBABILITY);
      }
    }
  }

  /** The finer indicators that cues of the clause name, or else that of the topic itself. */
  private List<Found> found(String topic, List<ClauseCues.Met> matches) {
    Map<String, Found> finer = new LinkedHashMap<>();
    ClauseCues.Met plain = null;
    for (ClauseCues.Met match : matches) {
      Indicator indicator = match.match().indicator();
      if (topics.of(indicator).equals(topic)) {
        if (!indicator.code().equals(topic)) {
          finer.merge(indicator.code(), new Found(indicator, match), MentionFinder::telling);
        } else if (plain == null || (plain.told() == null && match.told() != null)) {
          plain = match;
        }
      }
    }
    return finer.isEmpty()
        ? List.of(new Found(indicators.get(topic), plain))
        : List.copyOf(finer.values());
  }

  /** The first of two cues, unless only the second has a polarity of its own: 味道太好闻. */
  private static Found telling(Found first, Found second) {
    return first.cue.told() == null && second.cue.told() != null ? second : first;
  }

  /** What a model says of a clause, with what its phrases and its cue say. */
  private static Polarity told(ClauseCues.Met cue, Polarity model, Said said, Clause clause) {
    boolean told = cue != null && cue.told() != null;
    boolean overruled = told && said.overrules(cue.told(), clause.span());
    // 不是不好用: a model that adds up words is sure of the opposite.
    boolean doubtful = overruled || (told && cue.turned() && cue.told() > 0);
    Polarity polarity = said.ofClause(doubtful ? model.doubted() : model, clause.span());
    return told ? polarity.told(overruled ? -cue.told() : cue.told()) : polarity;
  }

  private Mention mention(
      Found found,
      double probability,
      Polarity polarity,
      Said said,
      SegmentedText text,
      Clause clause,
      String brand,
      String scoredBy) {
    ClauseCues.Met cue = found.cue();
    Span place = text.text().offsets().toOriginal(clause.span());
    Indicator indicator = found.indicator();
    return new Mention(
        indicator.code(),
        indicator.group(),
        indicators.get(indicator.group()).label(),
        indicator.touchpoint(),
        indicator.value().code(),
        polarity.label(),
        strength(polarity, said.degree(clause.span())),
        probability * polarity.confidence(),
        brand,
        null,
        place.start(),
        place.end(),
        place.of(text.text().stored()),
        cue == null ? null : cue.match().term(),
        null,
        scoredBy);
  }

  /** {@code 1 - (1 - |score|)^degree}. */
  static double strength(Polarity polarity, double degree) {
    return 1 - Math.pow(1 - Math.abs(polarity.score()), degree);
  }
}
