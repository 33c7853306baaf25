package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.ClauseCues;
import org.vocstream.opinion.ClauseFeatures;
import org.vocstream.opinion.PackPolarity;
import org.vocstream.opinion.Part;
import org.vocstream.opinion.Surroundings;
import org.vocstream.opinion.Topics;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;
import org.vocstream.text.Span;

/**
 * Trains a {@link PackPolarity} over {@link Surroundings}. A row is one text and one topic that it
 * marks, or one term that it judges. Where a set marks complaints alone, what the others think of
 * the topics of which they have cues is what they think on the whole.
 */
final class SurroundingsTrainer {
  private static final int FOLDS = 3;

  private final FeatureRecipe recipe;
  private final LinearTrainer trainer;
  private final Reading reading;
  private final CueMatcher cues;
  private final AspectData data;
  private final Topics topics;
  private final Map<String, String> codes = new HashMap<>();

  /**
   * A trainer for a pack.
   *
   * @param indicators those of the pack that shall be learned
   */
  SurroundingsTrainer(
      FeatureRecipe recipe,
      LinearTrainer trainer,
      Reading reading,
      Pack pack,
      AspectData data,
      List<Indicator> indicators) {
    this.recipe = recipe;
    this.trainer = trainer;
    this.reading = reading;
    this.cues = new CueMatcher(pack);
    this.data = data;
    this.topics = new Topics(indicators.stream().map(Indicator::code).toList());
    indicators.forEach(i -> codes.put(data.name(i), i.code()));
  }

  /** What of a text a row is made from. */
  private record Example(
      DocumentFeatures features, List<Clause> clauses, Part all, ClauseCues cues) {}

  LinearModel train(String name, List<LabelledText> texts) {
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Boolean> mixed = new ArrayList<>();
    for (LabelledText text : Shuffle.of(texts, trainer.seed())) {
      SegmentedText read = reading.read(text.text());
      List<Clause> clauses = Clause.of(read);
      if (!clauses.isEmpty()) {
        DocumentFeatures features = new DocumentFeatures(read);
        Example example =
            new Example(
                features,
                clauses,
                new Part(0, clauses.size()),
                ClauseCues.of(cues, features, clauses));
        text.aspects()
            .forEach(
                (topic, polarity) -> {
                  if (codes.containsKey(topic)) {
                    rows.add(row(example, topic));
                    labels.add(polarity);
                  }
                });
        if (data.complaintsOnly() && text.aspects().isEmpty() && text.label() != null) {
          for (String topic : codes.keySet()) {
            if (!spans(example, topic, true).isEmpty()) {
              rows.add(row(example, topic));
              labels.add(text.label());
            }
          }
        }
        addTerms(text, example, rows, labels);
        while (mixed.size() < rows.size()) {
          mixed.add(DataSets.MIXED_OPINIONS.equals(text.set()));
        }
      }
    }
    LinearModel model =
        mixed.contains(true) && mixed.contains(false)
            ? ofTwoManners(name, rows, labels, mixed)
            : Calibrated.train(name, recipe, trainer, rows, labels);
    return LinearModelBuilder.withAlso(model, Map.of(PackPolarity.SURROUNDINGS, new float[] {1}));
  }

  /**
   * A model whose weights are of both manners and of each by itself. A row counts for the manner in
   * which a model that has not seen it takes it, as it will be when it is used.
   */
  private LinearModel ofTwoManners(
      String name, List<int[]> rows, List<Integer> labels, List<Boolean> mixed) {
    List<int[]> seen = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<int[]> others = new ArrayList<>();
      List<Boolean> theirs = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (fold(i, rows.size()) != fold) {
          others.add(rows.get(i));
          theirs.add(mixed.get(i));
        }
      }
      LinearModel manner = manner(name, others, theirs);
      for (int i = 0; i < rows.size(); i++) {
        if (fold(i, rows.size()) == fold) {
          int[] row = rows.get(i);
          int[] more = PackPolarity.manner(row, manner.logits(row)[0] > 0);
          int[] both = Arrays.copyOf(row, row.length + more.length);
          System.arraycopy(more, 0, both, row.length, more.length);
          seen.add(both);
        }
      }
    }
    LinearModel polarity = Calibrated.train(name, recipe, trainer, seen, labels);
    return LinearModelBuilder.joined(polarity, manner(name, rows, mixed), 2 * trainer.keep());
  }

  /** Rows of a text stand together, so folds are parts of the whole. */
  private static int fold(int row, int size) {
    return (int) ((long) row * FOLDS / size);
  }

  private LinearModel manner(String name, List<int[]> rows, List<Boolean> mixed) {
    byte[][] labels = new byte[1][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      labels[0][i] = (byte) (mixed.get(i) ? 1 : -1);
    }
    return trainer.train(name, recipe, List.of(PackPolarity.MIXED), rows, labels);
  }

  private int[] row(Example example, String topic) {
    return Surroundings.features(
        recipe,
        example.features,
        example.clauses,
        example.all,
        spans(example, topic, true),
        spans(example, topic, false),
        ClauseFeatures.key(topic));
  }

  private List<Span> spans(Example example, String topic, boolean own) {
    return topics.spans(example.cues, example.all, codes.get(topic), own);
  }

  /** Each term of a text that stands in it, seen beside the other terms. */
  private void addTerms(
      LabelledText text, Example example, List<int[]> rows, List<Integer> labels) {
    String folded = example.features.text().folded();
    List<Span> places = new ArrayList<>();
    List<Integer> polarities = new ArrayList<>();
    for (LabelledText.Opinion opinion : text.opinions()) {
      String term = opinion.term() == null ? "" : reading.read(opinion.term()).folded();
      int at = term.isEmpty() ? -1 : folded.indexOf(term);
      if (at >= 0) {
        places.add(new Span(at, at + term.length()));
        polarities.add(opinion.polarity());
      }
    }
    for (int i = 0; i < places.size(); i++) {
      Span own = places.get(i);
      rows.add(
          Surroundings.features(
              recipe,
              example.features,
              example.clauses,
              example.all,
              List.of(own),
              places.stream().filter(p -> !p.equals(own)).toList(),
              0));
      labels.add(polarities.get(i));
    }
  }
}
