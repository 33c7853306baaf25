package org.vocstream.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.feedback.Feedback;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.UnassignedOpinion;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;
import org.vocstream.segment.Token;
import org.vocstream.text.Language;
import org.vocstream.text.Span;

/**
 * Gathers words that customers judge and the pack does not know, from unassigned opinions, as
 * candidates for cues. Words are ranked by the log-likelihood ratio G² of standing in an unassigned
 * clause rather than in one with a mention (Dunning, <i>Computational Linguistics</i> 19, 1993):
 * {@code 2 * sum of observed * ln(observed / expected)} over the four cells; 10.8 is significant at
 * 0.1%. Candidates are nouns, verbs and pairs of neighbours that end in a noun or join a noun and
 * what is said of it. Not thread-safe.
 */
public final class Suggestions {
  /** A word that stands in fewer unassigned clauses is chance. */
  public static final int AT_LEAST = 3;

  private static final int EXAMPLES = 3;

  /** From this share of its clauses on a word belongs to a more frequent one. */
  private static final double TOGETHER = 0.5;

  private final TextScorer texts;
  private final Map<String, Tally> tallies = new HashMap<>();
  private long unassigned;
  private long assigned;

  /** What is known of one word. */
  private static final class Tally {
    private final Set<Long> clauses = new HashSet<>();
    private long good;
    private long assigned;
    private final Set<String> examples = new LinkedHashSet<>();
  }

  /**
   * A candidate for the terms of a cue.
   *
   * @param term the word or phrase, folded
   * @param clauses in how many unassigned clauses it stands
   * @param good in how many of them it is praised; in the others it is blamed
   * @param assigned in how many clauses with a mention it stands
   * @param score G², from 0 on
   * @param examples clauses as stored, personal data masked
   */
  public record Candidate(
      String term, long clauses, long good, long assigned, double score, List<String> examples) {}

  /**
   * A likely indicator: a candidate, and others that share a word with it or mostly stand in the
   * same clauses.
   */
  public record Group(Candidate head, List<Candidate> others) {}

  /** Nothing gathered yet. */
  public Suggestions(Pack pack, ScoringOptions options) {
    this.texts = new TextScorer(pack, List.of(), options);
  }

  /** Reads one feedback; of a transcript all turns as one text. */
  public void read(Feedback feedback) {
    DocumentFeatures read = texts.read(feedback.text(), feedback.channel());
    SegmentedText text = read.text();
    if (text.text().language() == Language.OTHER) {
      return;
    }
    List<Mention> mentions = texts.mentions(read, feedback.brand());
    List<UnassignedOpinion> opinions = texts.unassigned(read, mentions);
    for (Clause clause : Clause.of(text)) {
      Span place = text.text().offsets().toOriginal(clause.span());
      UnassignedOpinion opinion =
          opinions.stream().filter(o -> o.start() == place.start()).findFirst().orElse(null);
      if (opinion != null) {
        unassigned++;
        words(text, clause)
            .forEach(w -> count(w, opinion.polarity(), place.of(text.text().stored())));
      } else if (mentions.stream().anyMatch(m -> m.start() == place.start())) {
        assigned++;
        words(text, clause).forEach(w -> tallies.computeIfAbsent(w, k -> new Tally()).assigned++);
      }
    }
  }

  private void count(String word, int polarity, String clause) {
    Tally tally = tallies.computeIfAbsent(word, k -> new Tally());
    tally.clauses.add(unassigned);
    tally.good += polarity > 0 ? 1 : 0;
    if (tally.examples.size() < EXAMPLES) {
      tally.examples.add(clause);
    }
  }

  /** Unassigned clauses that were read. */
  public long unassigned() {
    return unassigned;
  }

  /** The likeliest indicators, the best first, at most {@code top} of them. */
  public List<Group> groups(int top) {
    List<Candidate> candidates =
        tallies.entrySet().stream()
            .filter(e -> e.getValue().clauses.size() >= AT_LEAST)
            .map(e -> candidate(e.getKey(), e.getValue()))
            .filter(c -> c.score > 0)
            .sorted(
                Comparator.comparingDouble((Candidate c) -> -c.score)
                    .thenComparing(Candidate::term))
            .toList();
    List<Group> groups = new ArrayList<>();
    for (Candidate candidate : candidates) {
      groups.stream()
          .filter(g -> belongs(candidate, g.head))
          .findFirst()
          .ifPresentOrElse(
              g -> g.others.add(candidate),
              () -> {
                if (groups.size() < top) {
                  groups.add(new Group(candidate, new ArrayList<>()));
                }
              });
    }
    return List.copyOf(groups);
  }

  private boolean belongs(Candidate candidate, Candidate head) {
    if (candidate.term.contains(head.term) || head.term.contains(candidate.term)) {
      return true;
    }
    Set<Long> shared = new HashSet<>(tallies.get(candidate.term).clauses);
    shared.retainAll(tallies.get(head.term).clauses);
    return shared.size() >= TOGETHER * candidate.clauses;
  }

  private Candidate candidate(String term, Tally tally) {
    long in = tally.clauses.size();
    double score =
        in * (double) assigned > tally.assigned * (double) unassigned
            ? ratio((double) in, (double) unassigned, (double) tally.assigned, (double) assigned)
            : 0;
    return new Candidate(term, in, tally.good, tally.assigned, score, List.copyOf(tally.examples));
  }

  /**
   * G² of a word that stands in {@code a} of {@code n} clauses here and {@code b} of {@code m}
   * there.
   */
  static double ratio(double a, double n, double b, double m) {
    double share = (a + b) / (n + m);
    return 2
        * (part(a, n * share)
            + part(b, m * share)
            + part(n - a, n * (1 - share))
            + part(m - b, m * (1 - share)));
  }

  private static double part(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /** The candidates of a clause, each once. */
  private static Set<String> words(SegmentedText text, Clause clause) {
    Set<String> words = new LinkedHashSet<>();
    Token before = null;
    for (Token word : text.words().subList(clause.firstWord(), clause.endWord())) {
      if (isNamed(word)) {
        words.add(word.text());
      }
      boolean joined = before != null && before.end() == word.start();
      if (joined && isSaid(before) && isSaid(word) && (isNamed(before) || isNamed(word))) {
        words.add(before.text() + word.text());
      }
      before = word;
    }
    words.removeIf(w -> w.codePoints().filter(Character::isLetterOrDigit).count() < 2);
    return words;
  }

  /** Nouns and verbs name what is judged; English words all do that are not short. */
  private static boolean isNamed(Token word) {
    String nature = word.nature();
    boolean latin = word.text().chars().allMatch(c -> c < 0x250);
    return latin
        ? word.text().length() > 3
        : nature.startsWith("n") || (nature.startsWith("v") && word.text().length() > 1);
  }

  /** What may stand in a phrase: nouns, verbs, adjectives. */
  private static boolean isSaid(Token word) {
    String nature = word.nature();
    return nature.startsWith("n") || nature.startsWith("v") || nature.startsWith("a");
  }
}
