package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.ClauseFeatures;
import org.vocstream.opinion.PolarityModel;
import org.vocstream.segment.SegmentedText;

/**
 * Trains the polarity of clauses towards indicators, on every set that marks opinions. A row is one
 * clause and one category; where a set names categories without words, the whole text stands in for
 * the clause if it has but one.
 */
final class PolarityTrainer {
  private final FeatureRecipe recipe;
  private final LinearTrainer trainer;
  private final Reading reading;

  PolarityTrainer(FeatureRecipe recipe, LinearTrainer trainer, Reading reading) {
    this.recipe = recipe;
    this.trainer = trainer;
    this.reading = reading;
  }

  /** A clause and the category it is read with. */
  private record Place(int clause, String category) {}

  LinearModel train(String name, List<LabelledText> texts) {
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (LabelledText text : Shuffle.of(texts, trainer.seed())) {
      visit(
          text,
          (row, polarity) -> {
            rows.add(row);
            labels.add(polarity);
          });
    }
    return Calibrated.train(name, recipe, trainer, rows, labels);
  }

  /** How a model does on marked opinions, given their place. */
  Confusion confusion(LinearModel model, List<LabelledText> texts) {
    Confusion confusion = new Confusion();
    PolarityModel scoring = new PolarityModel(model);
    for (LabelledText text : texts) {
      visit(
          text,
          (row, polarity) -> confusion.add(polarity, scoring.score(model.logits(row)).label()));
    }
    return confusion;
  }

  private void visit(LabelledText text, BiConsumer<int[], Integer> visitor) {
    SegmentedText read = reading.read(text.text());
    DocumentFeatures whole = new DocumentFeatures(read);
    List<Clause> clauses = Clause.of(read);
    places(text, read, clauses)
        .forEach((place, polarity) -> visitor.accept(row(whole, clauses, place), polarity));
  }

  private Map<Place, Integer> places(LabelledText text, SegmentedText read, List<Clause> clauses) {
    Map<Place, Integer> places = new LinkedHashMap<>();
    ClauseLabels labels = new ClauseLabels(read.folded(), clauses, reading);
    for (LabelledText.Opinion opinion : text.opinions()) {
      int at = labels.clauseOf(opinion);
      if (at >= 0) {
        places.putIfAbsent(new Place(at, opinion.category()), opinion.polarity());
      }
    }
    if (text.set().equals(DataSets.DIALOGUES) && Integer.valueOf(0).equals(text.label())) {
      for (int i = 0; i < clauses.size(); i++) {
        places.put(new Place(i, null), 0);
      }
    }
    text.aspects()
        .forEach(
            (category, polarity) -> {
              if (places.keySet().stream().noneMatch(p -> category.equals(p.category()))) {
                // Terms stand in the text themselves; of a category its name may.
                int at =
                    labels.clauseOf(new LabelledText.Opinion(category, null, category, polarity));
                if (at >= 0 || clauses.size() == 1) {
                  places.putIfAbsent(new Place(Math.max(0, at), category), polarity);
                }
              }
            });
    places.keySet().removeIf(p -> p.clause() >= clauses.size());
    return places;
  }

  private int[] row(DocumentFeatures whole, List<Clause> clauses, Place place) {
    Features row = new Features();
    int[] own = ClauseFeatures.own(recipe, whole, clauses.get(place.clause()));
    Arrays.stream(whole.of(recipe)).forEach(row::add);
    Arrays.stream(own).forEach(row::add);
    Arrays.stream(ClauseFeatures.around(whole.text(), clauses, place.clause())).forEach(row::add);
    if (place.category() != null) {
      int key = ClauseFeatures.key(place.category());
      Arrays.stream(ClauseFeatures.keyed(own, key)).forEach(row::add);
    }
    return row.distinct();
  }
}
