package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.ClauseCues;
import org.vocstream.opinion.ClauseFeatures;
import org.vocstream.opinion.Part;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;

/**
 * Trains the two parts of an {@link AspectModel} for the indicators of a pack that the texts mark.
 * What decides beside the weights is fitted on what models of the other folds say of each fold, see
 * {@link AspectFit}; the weights are then trained on all texts.
 */
final class AspectTrainer {
  private static final int FOLDS = 4;

  private final FeatureRecipe recipe;
  private final LinearTrainer documentTrainer;
  private final LinearTrainer clauseTrainer;
  private final Reading reading;
  private final CueMatcher cues;
  private final List<String> names;
  private final boolean english;

  /**
   * A trainer for a pack.
   *
   * @param names those of its indicators that shall be learned, as texts call them
   * @param english whether the texts are English, whose sentences tell of several things at once
   */
  AspectTrainer(
      FeatureRecipe recipe,
      LinearTrainer documentTrainer,
      LinearTrainer clauseTrainer,
      Reading reading,
      Pack pack,
      List<String> names,
      boolean english) {
    this.recipe = recipe;
    this.documentTrainer = documentTrainer;
    this.clauseTrainer = clauseTrainer;
    this.reading = reading;
    this.cues = new CueMatcher(pack);
    this.names = List.copyOf(names);
    this.english = english;
  }

  /** The two parts. */
  record Trained(LinearModel document, LinearModel clause) {}

  /** A text with its clauses and what each of them speaks of: 1 yes, -1 no, 0 unknown. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Example(
      DocumentFeatures features,
      List<Clause> clauses,
      ClauseCues cues,
      byte[] text,
      List<byte[]> clause) {
    Part all() {
      return new Part(0, clauses.size());
    }
  }

  Trained train(String name, List<LabelledText> texts) {
    List<Example> examples = new ArrayList<>();
    for (LabelledText text : Shuffle.of(texts, documentTrainer.seed())) {
      examples.add(example(text));
    }
    AspectFit fit = new AspectFit(names.size(), english);
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> others = new ArrayList<>();
      List<Example> held = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? held : others).add(examples.get(i));
      }
      LinearModel document = document(name, others);
      LinearModel clause = clause(name, others);
      held.forEach(e -> add(e, document, clause, fit));
    }
    float[] combined = fit.combined();
    int length =
        (int) texts.stream().mapToInt(t -> t.text().length()).average().orElse(Part.LENGTH / 2.0);
    Map<String, float[]> parameters = new TreeMap<>();
    parameters.put(AspectModel.COMBINED, combined);
    parameters.put(AspectModel.THRESHOLD, fit.thresholds(combined));
    parameters.put(AspectModel.FAMILIAR, new float[] {fit.familiar()});
    parameters.put(AspectModel.PART, new float[] {2 * length});
    if (english) {
      parameters.put(AspectModel.ENGLISH, new float[] {1});
      parameters.put(AspectModel.CROWDED, new float[] {1});
    }
    return new Trained(
        LinearModelBuilder.with(document(name + "-text", examples), parameters),
        LinearModelBuilder.with(
            clause(name + "-clause", examples),
            Map.of(AspectModel.CALIBRATION, fit.calibration())));
  }

  /** Adds what models that never saw an example say of it. */
  private void add(Example e, LinearModel document, LinearModel clause, AspectFit fit) {
    int[] words = e.features.of(recipe);
    int[] told = e.cues.inText(0, e.clauses.size());
    double[] whole = document.start();
    int known = document.addKnown(words, whole);
    document.add(told, whole);
    if (english) {
      document.add(e.cues.crowded(words, e.all()), whole);
      document.add(e.cues.crowded(told, e.all()), whole);
    }
    double[][] each = new double[e.clauses.size()][];
    for (int i = 0; i < each.length; i++) {
      each[i] = clause.logits(row(e, i));
      fit.addClause(each[i], e.clause.get(i));
    }
    fit.addText(whole, each, LinearModel.familiarity(words, known), e.text);
  }

  private Example example(LabelledText text) {
    SegmentedText read = reading.read(text.text());
    List<Clause> clauses = Clause.of(read);
    DocumentFeatures features = new DocumentFeatures(read);
    Example example =
        new Example(
            features,
            clauses,
            ClauseCues.of(cues, features, clauses),
            nothing(),
            clauses.stream().map(c -> nothing()).toList());
    for (String category : text.aspects().keySet()) {
      int k = names.indexOf(category);
      if (k >= 0) {
        example.text[k] = 1;
        example.clause.forEach(c -> c[k] = 0);
      }
    }
    ClauseLabels labels = new ClauseLabels(read.folded(), clauses, reading);
    for (LabelledText.Opinion opinion : text.opinions()) {
      int at = labels.clauseOf(opinion);
      int k = opinion.category() == null ? -1 : names.indexOf(opinion.category());
      if (at >= 0 && k >= 0) {
        // Where the words of an opinion are marked, the other clauses are not about it.
        example.clause.forEach(c -> c[k] = c[k] == 0 ? -1 : c[k]);
        example.clause.get(at)[k] = 1;
      }
    }
    return example;
  }

  private byte[] nothing() {
    byte[] nothing = new byte[names.size()];
    Arrays.fill(nothing, (byte) -1);
    return nothing;
  }

  private LinearModel document(String name, List<Example> examples) {
    List<int[]> rows = new ArrayList<>();
    List<byte[]> labels = new ArrayList<>();
    for (Example e : examples) {
      rows.add(row(e));
      labels.add(e.text);
    }
    return documentTrainer.train(name, recipe, names, rows, matrix(labels));
  }

  private LinearModel clause(String name, List<Example> examples) {
    List<int[]> rows = new ArrayList<>();
    List<byte[]> labels = new ArrayList<>();
    for (Example e : examples) {
      for (int i = 0; i < e.clauses.size(); i++) {
        rows.add(row(e, i));
        labels.add(e.clause.get(i));
      }
    }
    return clauseTrainer.train(name, recipe, names, rows, matrix(labels));
  }

  private int[] row(Example e) {
    int[] words = e.features.of(recipe);
    int[] told = e.cues.inText(0, e.clauses.size());
    return english
        ? row(words, told, e.cues.crowded(words, e.all()), e.cues.crowded(told, e.all()))
        : row(words, told);
  }

  private int[] row(Example e, int at) {
    SegmentedText text = e.features.text();
    return row(
        ClauseFeatures.own(recipe, e.features, e.clauses.get(at)),
        ClauseFeatures.around(text, e.clauses, at),
        e.cues.inClause(at));
  }

  private static int[] row(int[]... features) {
    Features row = new Features();
    for (int[] some : features) {
      Arrays.stream(some).forEach(row::add);
    }
    return row.distinct();
  }

  private byte[][] matrix(List<byte[]> labels) {
    byte[][] matrix = new byte[names.size()][labels.size()];
    for (int i = 0; i < labels.size(); i++) {
      for (int k = 0; k < names.size(); k++) {
        matrix[k][i] = labels.get(i)[k];
      }
    }
    return matrix;
  }
}
