package org.vocstream.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.Features;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.linear.Platt;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.ClauseCues;
import org.vocstream.opinion.ClauseFeatures;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.segment.SegmentedText;

/**
 * Trains the two parts of an {@link AspectModel}. Calibration and threshold are fitted on what
 * models of the other folds say of each fold, the threshold for the greatest micro-F1; the weights
 * are then trained on all texts.
 */
final class AspectTrainer {
  private static final int FOLDS = 4;

  private final FeatureRecipe recipe;
  private final LinearTrainer documentTrainer;
  private final LinearTrainer clauseTrainer;
  private final List<String> names;
  private final Reading reading;
  private final CueMatcher cues;
  private final Map<String, String> groups;

  AspectTrainer(
      FeatureRecipe recipe,
      LinearTrainer documentTrainer,
      LinearTrainer clauseTrainer,
      List<String> names,
      Reading reading,
      Pack pack) {
    this.recipe = recipe;
    this.documentTrainer = documentTrainer;
    this.clauseTrainer = clauseTrainer;
    this.names = names;
    this.reading = reading;
    this.cues = new CueMatcher(pack);
    this.groups =
        pack.groups().stream().collect(Collectors.toMap(g -> g.label().zh(), Indicator::code));
  }

  /** The two parts. */
  record Trained(LinearModel document, LinearModel clause) {}

  /** A text with its clauses and what each of them speaks of. */
  private static final class Example {
    private final DocumentFeatures features;
    private final List<Clause> clauses;
    private final ClauseCues cues;
    private final boolean[] text;
    private final boolean[][] clause;

    Example(SegmentedText read, List<Clause> clauses, ClauseCues cues, int names) {
      this.features = new DocumentFeatures(read);
      this.clauses = clauses;
      this.cues = cues;
      this.text = new boolean[names];
      this.clause = new boolean[clauses.size()][names];
    }
  }

  Trained train(String name, List<LabelledText> texts) {
    List<Example> examples = new ArrayList<>();
    for (LabelledText text : Shuffle.of(texts, documentTrainer.seed())) {
      examples.add(example(text));
    }
    int width = names.size();
    double[][] whole = new double[examples.size()][];
    double[][][] each = new double[examples.size()][][];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> others = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(examples.get(i));
        }
      }
      LinearModel document = document(name, others);
      LinearModel clause = clause(name, others);
      for (int i = fold; i < examples.size(); i += FOLDS) {
        Example e = examples.get(i);
        whole[i] = document.logits(row(e));
        each[i] = new double[e.clauses.size()][];
        for (int c = 0; c < each[i].length; c++) {
          each[i][c] = clause.logits(row(e, c));
        }
      }
    }
    float[] combined = new float[3 * width];
    float[] calibration = new float[2 * width];
    for (int k = 0; k < width; k++) {
      double[] fitted = combine(examples, whole, each, k);
      for (int j = 0; j < 3; j++) {
        combined[3 * k + j] = (float) fitted[j];
      }
      Platt line = calibrate(examples, each, k);
      calibration[2 * k] = (float) line.slope();
      calibration[2 * k + 1] = (float) line.intercept();
    }
    float threshold = threshold(examples, whole, each, combined);
    return new Trained(
        LinearModelBuilder.with(
            document(name + "-text", examples),
            Map.of(AspectModel.COMBINED, combined, AspectModel.THRESHOLD, new float[] {threshold})),
        LinearModelBuilder.with(
            clause(name + "-clause", examples),
            Map.of(AspectModel.CALIBRATION, calibration, AspectModel.CUES, cuesRight(examples))));
  }

  /** Share of the clauses with a cue of its own polarity that are marked with its indicator. */
  private float[] cuesRight(List<Example> examples) {
    float[] right = new float[names.size()];
    for (int k = 0; k < right.length; k++) {
      int met = 0;
      int marked = 0;
      for (Example e : examples) {
        for (int i = 0; i < e.clauses.size(); i++) {
          if (e.cues.judges(i, groups.get(names.get(k)))) {
            met++;
            marked += e.clause[i][k] ? 1 : 0;
          }
        }
      }
      right[k] = (marked + 1f) / (met + 2f);
    }
    return right;
  }

  private Example example(LabelledText text) {
    SegmentedText read = reading.read(text.text());
    List<Clause> clauses = Clause.of(read);
    Example example = new Example(read, clauses, ClauseCues.of(cues, read, clauses), names.size());
    ClauseLabels labels = new ClauseLabels(read.folded(), clauses, reading);
    text.aspects().keySet().forEach(a -> mark(example.text, a));
    for (LabelledText.Opinion opinion : text.opinions()) {
      int at = labels.clauseOf(opinion);
      if (at >= 0) {
        mark(example.clause[at], opinion.category());
      }
    }
    return example;
  }

  private void mark(boolean[] row, String category) {
    int k = names.indexOf(category);
    if (k >= 0) {
      row[k] = true;
    }
  }

  private LinearModel document(String name, List<Example> examples) {
    List<int[]> rows = new ArrayList<>();
    List<boolean[]> labels = new ArrayList<>();
    for (Example e : examples) {
      rows.add(row(e));
      labels.add(e.text);
    }
    return documentTrainer.train(name, recipe, names, rows, matrix(labels));
  }

  private LinearModel clause(String name, List<Example> examples) {
    List<int[]> rows = new ArrayList<>();
    List<boolean[]> labels = new ArrayList<>();
    for (Example e : examples) {
      for (int i = 0; i < e.clauses.size(); i++) {
        rows.add(row(e, i));
        labels.add(e.clause[i]);
      }
    }
    return clauseTrainer.train(name, recipe, names, rows, matrix(labels));
  }

  private int[] row(Example e) {
    Features row = new Features();
    Arrays.stream(e.features.of(recipe)).forEach(row::add);
    Arrays.stream(e.cues.inText()).forEach(row::add);
    return row.distinct();
  }

  private int[] row(Example e, int at) {
    SegmentedText text = e.features.text();
    Features row = new Features();
    Arrays.stream(e.features.of(recipe)).forEach(row::add);
    Arrays.stream(ClauseFeatures.own(recipe, text, e.clauses.get(at))).forEach(row::add);
    Arrays.stream(ClauseFeatures.around(text, e.clauses, at)).forEach(row::add);
    Arrays.stream(e.cues.inClause(at)).forEach(row::add);
    return row.distinct();
  }

  private byte[][] matrix(List<boolean[]> labels) {
    byte[][] matrix = new byte[names.size()][labels.size()];
    for (int i = 0; i < labels.size(); i++) {
      for (int k = 0; k < names.size(); k++) {
        matrix[k][i] = (byte) (labels.get(i)[k] ? 1 : -1);
      }
    }
    return matrix;
  }

  private static double[] combine(
      List<Example> examples, double[][] whole, double[][][] each, int k) {
    double[][] inputs = new double[examples.size()][];
    boolean[] yes = new boolean[examples.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = new double[] {whole[i][k], AspectModel.greatest(each[i], k), 1};
      yes[i] = examples.get(i).text[k];
    }
    return Logistic.fit(inputs, yes);
  }

  private static Platt calibrate(List<Example> examples, double[][][] each, int k) {
    List<double[]> inputs = new ArrayList<>();
    List<Boolean> yes = new ArrayList<>();
    for (int i = 0; i < each.length; i++) {
      for (int c = 0; c < each[i].length; c++) {
        inputs.add(new double[] {each[i][c][k]});
        yes.add(examples.get(i).clause[c][k]);
      }
    }
    double[] logits = inputs.stream().mapToDouble(x -> x[0]).toArray();
    boolean[] truth = new boolean[logits.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = yes.get(i);
    }
    return Platt.fit(logits, truth);
  }

  /** The threshold with the greatest micro-F1 over all texts and indicators, in steps of 0.01. */
  private static float threshold(
      List<Example> examples, double[][] whole, double[][][] each, float[] combined) {
    int[] found = new int[101];
    int[] right = new int[101];
    int all = 0;
    for (int i = 0; i < whole.length; i++) {
      for (int k = 0; k < whole[i].length; k++) {
        double p =
            Platt.logistic(
                combined[3 * k] * whole[i][k]
                    + combined[3 * k + 1] * AspectModel.greatest(each[i], k)
                    + combined[3 * k + 2]);
        boolean yes = examples.get(i).text[k];
        all += yes ? 1 : 0;
        for (int t = 0; t <= (int) (p * 100); t++) {
          found[t]++;
          right[t] += yes ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int t = 1; t <= 100; t++) {
      if (f1(right[t], found[t], all) > f1(right[best], found[best], all)) {
        best = t;
      }
    }
    return best / 100f;
  }

  private static double f1(int right, int found, int all) {
    return 2.0 * right / Math.max(1, found + all);
  }
}
