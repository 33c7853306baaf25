package org.vocstream.training;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Anybody's predictions against what is true, two files of JSON lines joined by {@code id}. Both
 * may be rows of labelled data or of the scoring output. A text without prediction counts as wrong;
 * a prediction of a text that is not asked for counts nothing.
 *
 * @param table the measures
 * @param confusion of the labels of whole texts; a missing prediction stands in no cell
 * @param missing ids without prediction
 * @param extra ids that only the predictions have
 */
public record GoldEvaluation(
    ScoreTable table, Confusion confusion, List<String> missing, List<String> extra) {

  /** One text and what was predicted of it. */
  private record Joined(Judged gold, String text, Judged pred) {}

  /** A row with its text, which may be missing. */
  private record Row(Judged judged, String text) {}

  /**
   * Measures predictions.
   *
   * @param date day of measuring
   * @throws IllegalArgumentException where a line cannot be used or an id stands twice in a file
   */
  public static GoldEvaluation of(Path gold, Path pred, LocalDate date) {
    Map<String, Row> marked = rows(gold);
    Map<String, Row> predicted = rows(pred);
    List<Joined> joined = new ArrayList<>();
    marked.forEach(
        (id, row) -> {
          Row found = predicted.get(id);
          joined.add(new Joined(row.judged(), row.text(), found == null ? null : found.judged()));
        });
    Confusion labels = new Confusion();
    List<Measured> rows = new ArrayList<>();
    String name = String.valueOf(gold.getFileName());
    rows.addAll(sentiment(name, joined, labels));
    rows.addAll(aspects(name, joined));
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          gold + " says nothing that could be measured; it needs label, aspects or mentions");
    }
    return new GoldEvaluation(
        new ScoreTable(
            date,
            Map.of(),
            Map.of(
                "gold/" + name,
                Corpus.digest(gold),
                "pred/" + pred.getFileName(),
                Corpus.digest(pred)),
            rows),
        labels,
        marked.keySet().stream().filter(id -> !predicted.containsKey(id)).toList(),
        predicted.keySet().stream().filter(id -> !marked.containsKey(id)).toList());
  }

  private static Map<String, Row> rows(Path file) {
    Map<String, Row> rows = new LinkedHashMap<>();
    LabelledFile.lines(
        file,
        json -> {
          Row row = new Row(Judged.of(json), json.path("text").asText());
          if (row.judged().id().isEmpty()) {
            throw new IllegalArgumentException("has no id");
          }
          if (rows.put(row.judged().id(), row) != null) {
            throw new IllegalArgumentException(
                "has the id " + row.judged().id() + ", which stands in the file already");
          }
          return row;
        });
    return rows;
  }

  private static List<Measured> sentiment(String name, List<Joined> joined, Confusion labels) {
    for (Joined text : joined) {
      if (text.gold().label() != null) {
        if (text.pred() == null || text.pred().label() == null) {
          labels.addMissing(text.gold().label());
        } else {
          labels.add(text.gold().label(), text.pred().label());
        }
      }
    }
    if (labels.n() == 0) {
      return List.of();
    }
    List<Measured> rows = new ArrayList<>();
    rows.add(
        Measured.of(
            name,
            labels.n(),
            "accuracy",
            labels.majority(),
            Double.NaN,
            labels.accuracy(),
            labels.accuracyInterval()));
    rows.add(row(name, labels, "macro-F1", Confusion::macroF1));
    for (int polarity = 1; polarity >= -1; polarity--) {
      if (labels.truth(polarity) > 0) {
        int label = polarity;
        rows.add(row(name, labels, "precision of " + label, c -> c.precision(label)));
        rows.add(row(name, labels, "recall of " + label, c -> c.recall(label)));
        rows.add(row(name, labels, "F1 of " + label, c -> c.f1(label)));
      }
    }
    return rows;
  }

  private static Measured row(
      String name, Confusion labels, String measure, ToDoubleFunction<Confusion> of) {
    return Measured.of(
        name,
        labels.n(),
        measure,
        Double.NaN,
        Double.NaN,
        of.applyAsDouble(labels),
        labels.interval(of));
  }

  private static List<Measured> aspects(String name, List<Joined> joined) {
    Set<String> known =
        joined.stream()
            .flatMap(j -> j.gold().aspects().stream())
            .map(a -> a.names().get(0))
            .collect(Collectors.toSet());
    List<double[]> texts =
        joined.stream().filter(j -> j.gold().judgesAspects()).map(j -> counts(j, known)).toList();
    return texts.isEmpty() || known.isEmpty()
        ? List.of()
        : MentionCounts.rows(name, List.of(), List.of(), texts);
  }

  private static double[] counts(Joined text, Set<String> known) {
    Map<String, Integer> polarities = new HashMap<>();
    if (text.pred() != null) {
      text.pred().aspects().forEach(o -> polarities.putIfAbsent(o.category(known), o.polarity()));
    }
    return MentionCounts.of(text.gold(), text.pred(), text.text(), polarities, known);
  }
}
