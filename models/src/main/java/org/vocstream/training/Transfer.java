package org.vocstream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.sentiment.ChannelFeatures;

/**
 * How well sentiment does on what nothing was trained on: for each shopping category the sums of
 * n-grams are trained anew on everything but its reviews, and decide positive or negative on all of
 * these, without calibration. Patterns are left out: they cost ten times the training. Stateless.
 */
final class Transfer {
  private static final String SHOPPING = "online_shopping_10_cats";

  /** Reviews of some of the same hotels, books and computers: no help here that is honest. */
  private static final String OVERLAPPING = "chnsenticorp";

  private Transfer() {}

  static List<Measured> measure(Corpus corpus, Consumer<String> progress) {
    TrainingPlan plan = TrainingPlan.standard();
    Reading reading = Training.reading();
    Map<String, String> products = corpus.products(SHOPPING);
    List<LabelledText> texts =
        corpus.training(DataSets.SENTIMENT_ZH).stream()
            .filter(t -> t.label() != null && t.label() != 0 && !t.set().equals(OVERLAPPING))
            .toList();
    List<int[]> features =
        texts.stream()
            .map(
                t ->
                    ChannelFeatures.of(
                        new DocumentFeatures(reading.read(t.text())),
                        plan.chinese(),
                        false,
                        t.channel()))
            .toList();
    List<Measured> rows = new ArrayList<>();
    for (String product : new TreeSet<>(products.values())) {
      progress.accept(SHOPPING + " without " + product);
      List<Integer> others = new ArrayList<>();
      List<Integer> own = new ArrayList<>();
      IntStream.range(0, texts.size())
          .forEach(i -> (product.equals(products.get(texts.get(i).id())) ? own : others).add(i));
      if (own.isEmpty() || others.isEmpty()) {
        continue;
      }
      byte[][] labels = new byte[1][others.size()];
      for (int i = 0; i < others.size(); i++) {
        labels[0][i] = texts.get(others.get(i)).label().byteValue();
      }
      LinearModel model =
          plan.chineseSentiment()
              .train(
                  "transfer",
                  plan.chinese(),
                  Calibrated.OUTPUTS.subList(0, 1),
                  others.stream().map(features::get).toList(),
                  labels);
      Confusion confusion = new Confusion();
      for (int i : own) {
        confusion.add(texts.get(i).label(), model.logits(features.get(i))[0] >= 0 ? 1 : -1);
      }
      rows.add(
          Measured.of(
              SHOPPING + " without " + product,
              confusion.n(),
              "accuracy",
              confusion.majority(),
              Double.NaN,
              confusion.accuracy(),
              confusion.accuracyInterval()));
    }
    return rows;
  }
}
