package org.vocstream.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.TurnScore;
import org.vocstream.sentiment.Sentiment;

/**
 * One hand-written text and what must hold of its scores. Immutable.
 *
 * @param code stable, {@code negation.04}
 * @param kind what it tries: {@code negation}
 * @param pack the pack it is scored with
 * @param feedback the text with its channel and brand
 * @param sentiment label of the whole, in a transcript that of the last customer turn, or null
 *     where it does not matter
 * @param satisfaction label of the last customer turn of a transcript, or null
 * @param mentions opinions that must be found
 * @param absent opinions that must not be found
 * @param comparisons exactly the comparisons that must be found, or null where they do not matter
 */
record Case(
    String code,
    String kind,
    String pack,
    Feedback feedback,
    Integer sentiment,
    Integer satisfaction,
    List<Opinion> mentions,
    List<Opinion> absent,
    List<Versus> comparisons) {

  private static final String AGENT = "agent: ";

  /**
   * An opinion on an indicator, or on any under it.
   *
   * @param indicator code of an indicator: {@code delivery}, {@code delivery.speed}
   * @param polarity 1, 0 or -1
   */
  record Opinion(String indicator, int polarity) {
    boolean in(List<Mention> mentions) {
      return mentions.stream().anyMatch(this::is);
    }

    private boolean is(Mention mention) {
      return mention.polarity() == polarity
          && (mention.group().equals(indicator) || isUnder(mention.indicator(), indicator));
    }
  }

  /**
   * Who won over whom, and on what, or null where that does not matter.
   *
   * @param indicator code of an indicator or of one above it
   */
  record Versus(String winner, String loser, String indicator) {
    private boolean is(Comparison comparison) {
      return comparison.winner().equals(winner)
          && comparison.loser().equals(loser)
          && (indicator == null || isUnder(comparison.indicator(), indicator));
    }
  }

  private static boolean isUnder(String code, String above) {
    return code != null && (code.equals(above) || code.startsWith(above + "."));
  }

  /** What does not hold, in words; empty where all does. */
  List<String> faults(ScoredFeedback scored) {
    List<String> faults = new ArrayList<>();
    TurnScore last =
        scored.transcript().turns().stream()
            .filter(t -> t.sentiment() != null)
            .reduce((before, after) -> after)
            .orElse(TurnScore.NONE);
    Sentiment said = feedback.isTranscript() ? last.sentiment() : scored.sentiment();
    Integer label = said == null ? null : said.label();
    if (satisfaction != null && !satisfaction.equals(last.satisfaction())) {
      faults.add("satisfaction " + last.satisfaction() + " instead of " + satisfaction);
    }
    if (sentiment != null && !sentiment.equals(label)) {
      faults.add("sentiment " + label + " instead of " + sentiment);
    }
    for (Opinion opinion : mentions) {
      if (!opinion.in(scored.mentions())) {
        faults.add("no " + opinion + " among " + said(scored));
      }
    }
    for (Opinion opinion : absent) {
      if (opinion.in(scored.mentions())) {
        faults.add(opinion + " should not be there");
      }
    }
    if (comparisons != null && !holds(scored.comparisons())) {
      faults.add("comparisons " + scored.comparisons() + " instead of " + comparisons);
    }
    return faults;
  }

  private boolean holds(List<Comparison> found) {
    return comparisons.stream().allMatch(c -> found.stream().anyMatch(c::is))
        && found.stream().allMatch(f -> comparisons.stream().anyMatch(c -> c.is(f)));
  }

  private static String said(ScoredFeedback scored) {
    return scored.mentions().stream()
        .map(m -> m.indicator() + " " + m.polarity())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The case that stands in a file. */
  static Case of(String kind, Map<?, ?> written) {
    Map<String, Object> rest = new LinkedHashMap<>();
    written.forEach((key, value) -> rest.put(String.valueOf(key), value));
    String code = (String) Objects.requireNonNull(rest.remove("code"), "a case without a code");
    Object channel = rest.remove("channel");
    Object pack = rest.remove("pack");
    Case read =
        new Case(
            code,
            kind,
            pack == null ? "commerce" : String.valueOf(pack),
            feedback(
                code,
                channel == null
                    ? Channel.REVIEW
                    : Channel.of(String.valueOf(channel)).orElseThrow(),
                rest),
            (Integer) rest.remove("sentiment"),
            (Integer) rest.remove("satisfaction"),
            opinions(rest.remove("mentions")),
            opinions(rest.remove("absent")),
            comparisons(rest.remove("comparisons")));
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("the case " + code + " has unknown keys " + rest.keySet());
    }
    return read;
  }

  /** Of a text, or of turns that the customer says where they do not begin with {@link #AGENT}. */
  private static Feedback feedback(String code, Channel channel, Map<String, Object> rest) {
    String brand = (String) rest.remove("brand");
    if (!(rest.remove("turns") instanceof List<?> written)) {
      String text = (String) Objects.requireNonNull(rest.remove("text"), code + " has no text");
      return Feedback.of(code, channel, brand, text);
    }
    List<Turn> turns = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Object turn : written) {
      boolean agent = String.valueOf(turn).startsWith(AGENT);
      String said = agent ? String.valueOf(turn).substring(AGENT.length()) : String.valueOf(turn);
      text.append(text.isEmpty() ? "" : "\n");
      turns.add(
          new Turn(agent ? Speaker.AGENT : Speaker.CUSTOMER, said, text.length(), null, null));
      text.append(said);
    }
    return Feedback.of(code, channel, brand, text.toString()).withTurns(turns);
  }

  private static List<Opinion> opinions(Object written) {
    return maps(written).stream()
        .map(m -> new Opinion((String) m.get("indicator"), (Integer) m.get("polarity")))
        .toList();
  }

  private static List<Versus> comparisons(Object written) {
    return written == null
        ? null
        : maps(written).stream()
            .map(
                m ->
                    new Versus(
                        (String) m.get("winner"),
                        (String) m.get("loser"),
                        (String) m.get("indicator")))
            .toList();
  }

  private static List<Map<?, ?>> maps(Object written) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (written != null) {
      ((List<?>) written).forEach(m -> maps.add((Map<?, ?>) m));
    }
    return maps;
  }
}
