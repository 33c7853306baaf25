package org.vocstream.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.ClauseCues;
import org.vocstream.opinion.ClauseFeatures;
import org.vocstream.opinion.PackPolarity;
import org.vocstream.opinion.Part;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;

/**
 * Trains a {@link PackPolarity}. A row is one text and one indicator that it marks, read at the
 * first clause with a cue of the indicator, or else where its words are marked, or else at the
 * first.
 */
final class PackPolarityTrainer {
  private final FeatureRecipe recipe;
  private final LinearTrainer trainer;
  private final Reading reading;
  private final CueMatcher cues;
  private final Map<String, String> groups = new HashMap<>();

  PackPolarityTrainer(
      FeatureRecipe recipe,
      LinearTrainer trainer,
      Reading reading,
      Pack pack,
      List<Indicator> indicators) {
    this.recipe = recipe;
    this.trainer = trainer;
    this.reading = reading;
    this.cues = new CueMatcher(pack);
    indicators.forEach(i -> groups.put(i.label().zh(), i.code()));
  }

  LinearModel train(String name, List<LabelledText> texts) {
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (LabelledText text : Shuffle.of(texts, trainer.seed())) {
      addRows(text, rows, labels);
    }
    return Calibrated.train(name, recipe, trainer, rows, labels);
  }

  private void addRows(LabelledText text, List<int[]> rows, List<Integer> labels) {
    SegmentedText read = reading.read(text.text());
    List<Clause> clauses = Clause.of(read);
    if (clauses.isEmpty()) {
      return;
    }
    DocumentFeatures features = new DocumentFeatures(read);
    ClauseCues met = ClauseCues.of(cues, features, clauses);
    Map<String, Integer> marked = new HashMap<>();
    ClauseLabels places = new ClauseLabels(read.folded(), clauses, reading);
    for (LabelledText.Opinion opinion : text.opinions()) {
      int at = places.clauseOf(opinion);
      if (at >= 0) {
        marked.putIfAbsent(opinion.category(), at);
      }
    }
    text.aspects()
        .forEach(
            (category, polarity) -> {
              String group = groups.get(category);
              if (group != null) {
                int at =
                    met.first(0, clauses.size(), group).orElse(marked.getOrDefault(category, 0));
                rows.add(
                    PackPolarity.features(
                        recipe,
                        features,
                        clauses,
                        new Part(0, clauses.size()),
                        met,
                        at,
                        group,
                        ClauseFeatures.key(category)));
                labels.add(polarity);
              }
            });
  }
}
