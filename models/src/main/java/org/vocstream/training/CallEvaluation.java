package org.vocstream.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vocstream.call.TranscriptModel;
import org.vocstream.call.TurnModel;
import org.vocstream.call.TurnScorer;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.LinearModel;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.LinearSentimentModel;

/**
 * Measures the satisfaction with calls and chats. Turns have no held-out file: the trainer of the
 * bundled model is measured in folds by dialogue. Whole transcripts are measured with the model at
 * hand on the dev file; with the baselines also brand by brand, by models that have seen no
 * dialogue of the brand.
 */
final class CallEvaluation {
  /** A brand with fewer dialogues has no mean that is worth comparing. */
  private static final int LEAST_DIALOGUES = 50;

  /** How far the mean of a brand may be off, on people's scale of -2..2. */
  private static final double CLOSE = 0.05;

  private final Dialogues dialogues;
  private final ModelFolder models;
  private final boolean baselines;
  private final Consumer<String> progress;
  private final TrainingPlan plan = TrainingPlan.standard();

  CallEvaluation(Path data, ModelFolder models, boolean baselines, Consumer<String> progress) {
    this.dialogues =
        new Dialogues(
            data,
            Training.reading(),
            scorers(
                models.model("sentiment-zh"),
                models.model("sentiment-en"),
                models.model(TrainedModels.TURNS)));
    this.models = models;
    this.baselines = baselines;
    this.progress = progress;
  }

  /** What scores turns, by language, with these models. */
  static Map<String, TurnScorer> scorers(
      LinearModel chinese, LinearModel english, LinearModel turns) {
    return Map.of(
        "zh",
        new TurnScorer(new LinearSentimentModel(chinese), new TurnModel(turns)),
        "en",
        new TurnScorer(new LinearSentimentModel(english), null));
  }

  /** All lines. */
  List<Measured> measure() {
    List<Measured> rows = new ArrayList<>(turns());
    Dialogues.WHOLE.forEach((lang, set) -> rows.addAll(transcripts(lang, set)));
    return rows;
  }

  /** SHA-256 of the files measured on. */
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>(dialogues.digests(Dialogues.TURNS));
    Dialogues.WHOLE.values().forEach(set -> digests.putAll(dialogues.digests(set)));
    return digests;
  }

  private List<Measured> turns() {
    List<Dialogue> all = dialogues.training(Dialogues.TURNS);
    if (all.isEmpty()) {
      return List.of();
    }
    progress.accept(TrainedModels.TURNS + ": " + Dialogues.FOLDS + " folds");
    Confusion ours = folds(plan.turns(), all);
    Confusion simple = baselines ? bayes(all) : null;
    String set = Dialogues.TURNS + ", turns";
    return List.of(
        Measured.of(
            set,
            ours.n(),
            "accuracy",
            ours.majority(),
            simple == null ? Double.NaN : simple.accuracy(),
            ours.accuracy(),
            ours.accuracyInterval()),
        Measured.of(
            set,
            ours.n(),
            "macro-F1",
            Double.NaN,
            simple == null ? Double.NaN : simple.macroF1(),
            ours.macroF1(),
            ours.interval(Confusion::macroF1)));
  }

  /** What models say of the labelled turns of dialogues that they have not seen. */
  static Confusion folds(TurnTrainer trainer, List<Dialogue> all) {
    Confusion confusion = new Confusion();
    for (int fold = 0; fold < Dialogues.FOLDS; fold++) {
      int out = fold;
      List<Dialogue> seen = all.stream().filter(d -> Dialogues.fold(d) != out).toList();
      if (seen.isEmpty()) {
        continue;
      }
      TurnModel model = new TurnModel(trainer.train(TrainedModels.TURNS, seen));
      for (Dialogue dialogue : all) {
        for (int i = 0; i < dialogue.turns().size() && Dialogues.fold(dialogue) == fold; i++) {
          if (dialogue.labels().get(i) != null) {
            int label = model.score(dialogue.turns().get(i).text()).label();
            confusion.add(dialogue.labels().get(i), label);
          }
        }
      }
    }
    return confusion;
  }

  private static Confusion bayes(List<Dialogue> all) {
    Confusion confusion = new Confusion();
    for (int fold = 0; fold < Dialogues.FOLDS; fold++) {
      int out = fold;
      NaiveBayes simple =
          new NaiveBayes(texts(all, d -> Dialogues.fold(d) != out), Training.reading());
      for (LabelledText text : texts(all, d -> Dialogues.fold(d) == out)) {
        confusion.add(text.label(), simple.label(text.text()));
      }
    }
    return confusion;
  }

  private static List<LabelledText> texts(List<Dialogue> all, Predicate<Dialogue> which) {
    List<LabelledText> texts = new ArrayList<>();
    for (Dialogue dialogue : all) {
      for (int i = 0; i < dialogue.turns().size() && which.test(dialogue); i++) {
        if (dialogue.labels().get(i) != null) {
          texts.add(
              new LabelledText(
                  dialogue.set(),
                  dialogue.id(),
                  Channel.CHAT,
                  dialogue.turns().get(i).text().text().stored(),
                  dialogue.labels().get(i),
                  Map.of(),
                  List.of(),
                  false));
        }
      }
    }
    return texts;
  }

  private List<Measured> transcripts(String lang, String set) {
    List<Dialogue> measured = dialogues.heldOut(set);
    if (measured.isEmpty()) {
      return List.of();
    }
    progress.accept(TrainedModels.transcripts(lang) + ": " + set);
    LinearModel model = models.model(TrainedModels.transcripts(lang));
    double[] truth = measured.stream().mapToDouble(Dialogue::satisfaction).toArray();
    double[] words =
        measured.stream().mapToDouble(d -> TranscriptModel.inputs(model, d.turns())[0]).toArray();
    double[] ours = scores(model, measured);
    List<Measured> rows = new ArrayList<>();
    rows.add(
        Measured.of(
            set,
            measured.size(),
            "Pearson r",
            Double.NaN,
            pearson(words, truth),
            pearson(ours, truth),
            interval(ours, truth)));
    rows.addAll(brands(set, measured, ours));
    if (baselines) {
      rows.addAll(unseenBrands(lang, set, dialogues.training(set), model));
    }
    return rows;
  }

  /** Means of the brands that have enough dialogues: how many are close, and in order. */
  private static List<Measured> brands(String set, List<Dialogue> of, double[] scores) {
    Map<String, List<Integer>> byBrand = byBrand(of);
    List<double[]> means = new ArrayList<>();
    for (List<Integer> at : byBrand.values()) {
      means.add(
          new double[] {
            2 * at.stream().mapToDouble(i -> of.get(i).satisfaction()).average().orElse(0),
            2 * at.stream().mapToDouble(i -> scores[i]).average().orElse(0)
          });
    }
    if (means.size() < 2) {
      return List.of();
    }
    int close = (int) means.stream().filter(m -> Math.abs(m[0] - m[1]) <= CLOSE).count();
    int closeHalf = (int) means.stream().filter(m -> Math.abs(m[0] - m[1]) <= 2 * CLOSE).count();
    int pairs = 0;
    int inOrder = 0;
    for (int i = 0; i < means.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = means.get(i);
        double[] b = means.get(j);
        pairs++;
        inOrder += (a[0] - b[0]) * (a[1] - b[1]) > 0 ? 1 : 0;
      }
    }
    int n = means.size();
    return List.of(
        share(set, n, "brand means within 0.05 of -2..2", close),
        share(set, n, "brand means within 0.05 of -1..1", closeHalf),
        share(set, pairs, "brand pairs in order", inOrder));
  }

  private static Measured share(String set, int n, String measure, int right) {
    return Measured.of(
        set, n, measure, Double.NaN, Double.NaN, right / (double) n, Interval.wilson(right, n));
  }

  private static Map<String, List<Integer>> byBrand(List<Dialogue> of) {
    Map<String, List<Integer>> byBrand =
        IntStream.range(0, of.size())
            .boxed()
            .filter(i -> of.get(i).brand() != null)
            .collect(
                Collectors.groupingBy(i -> of.get(i).brand(), TreeMap::new, Collectors.toList()));
    byBrand.values().removeIf(at -> at.size() < LEAST_DIALOGUES);
    return byBrand;
  }

  /** Every brand judged by a model that has seen none of its dialogues. */
  private List<Measured> unseenBrands(
      String lang, String set, List<Dialogue> all, LinearModel model) {
    Map<String, List<Integer>> byBrand = byBrand(all);
    if (byBrand.size() < 2) {
      return List.of();
    }
    TranscriptTrainer trainer = plan.transcripts().get(lang);
    List<Dialogue> judged = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (String brand : byBrand.keySet()) {
      progress.accept(set + " without " + brand);
      List<Dialogue> others = all.stream().filter(d -> !brand.equals(d.brand())).toList();
      LinearModel unseeing =
          trainer.withLine(
              TrainedModels.transcripts(lang), others, model.parameter(TranscriptModel.LINE));
      List<Dialogue> own = byBrand.get(brand).stream().map(all::get).toList();
      judged.addAll(own);
      for (double score : scores(unseeing, own)) {
        scores.add(score);
      }
    }
    double[] ours = scores.stream().mapToDouble(Double::doubleValue).toArray();
    double[] truth = judged.stream().mapToDouble(Dialogue::satisfaction).toArray();
    String name = set + ", unseen brands";
    List<Measured> rows = new ArrayList<>();
    rows.add(
        Measured.of(
            name,
            ours.length,
            "Pearson r",
            Double.NaN,
            Double.NaN,
            pearson(ours, truth),
            interval(ours, truth)));
    rows.addAll(brands(name, judged, ours));
    return rows;
  }

  /** Pearson's r of a model over dialogues and what people say of them. */
  static double pearson(LinearModel model, List<Dialogue> of) {
    return pearson(scores(model, of), of.stream().mapToDouble(Dialogue::satisfaction).toArray());
  }

  private static double[] scores(LinearModel model, List<Dialogue> of) {
    TranscriptModel scoring = new TranscriptModel(model);
    return of.stream()
        .mapToDouble(
            d -> {
              Double score = scoring.score(d.turns());
              return score == null ? 0 : score;
            })
        .toArray();
  }

  private static Interval interval(double[] a, double[] b) {
    List<double[]> sums = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      sums.add(new double[] {1, a[i], b[i], a[i] * a[i], b[i] * b[i], a[i] * b[i]});
    }
    return Interval.bootstrap(sums, CallEvaluation::pearson);
  }

  private static double pearson(double[] a, double[] b) {
    double[] sums = new double[6];
    for (int i = 0; i < a.length; i++) {
      double[] one = {1, a[i], b[i], a[i] * a[i], b[i] * b[i], a[i] * b[i]};
      for (int k = 0; k < sums.length; k++) {
        sums[k] += one[k];
      }
    }
    return pearson(sums);
  }

  /** Of the sums 1, a, b, aa, bb, ab. */
  private static double pearson(double[] s) {
    double together = s[0] * s[5] - s[1] * s[2];
    double spread = (s[0] * s[3] - s[1] * s[1]) * (s[0] * s[4] - s[2] * s[2]);
    return spread <= 0 ? 0 : together / Math.sqrt(spread);
  }
}
