package org.vocstream.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.linear.Platt;
import org.vocstream.opinion.AspectModel;
import org.vocstream.opinion.DeepAspects;
import org.vocstream.opinion.MentionFinder;
import org.vocstream.sentiment.DeepSentimentModel;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.sentiment.Polarity;
import org.vocstream.sentiment.PolarityWeighing;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.sentiment.Weighing;
import org.vocstream.text.Language;

/**
 * Fits what the fine-tuned encoder counts beside the linear models, by logistic regression on texts
 * that neither had seen.
 */
final class DeepTrainer implements Trainer {
  /** Fewer unseen rows of a kind fit nothing. */
  private static final int LEAST_ROWS = 30;

  private final TextEncoder encoder;
  private final Reading reading;

  DeepTrainer(TextEncoder encoder, Reading reading) {
    this.encoder = encoder;
    this.reading = reading;
  }

  /** Rows for a weighing: both log-odds and a 1, and whether it is so. */
  private static final class Fit {
    private final List<double[]> inputs = new ArrayList<>();
    private final List<Boolean> yes = new ArrayList<>();

    void add(double linear, double encoder, boolean isSo) {
      inputs.add(new double[] {linear, encoder, 1});
      yes.add(isSo);
    }

    boolean isEnough() {
      long so = yes.stream().filter(y -> y).count();
      return so >= LEAST_ROWS && yes.size() - so >= LEAST_ROWS;
    }

    /** Where too few rows tell, the linear model alone. */
    float[] parameter() {
      boolean[] so = new boolean[yes.size()];
      for (int i = 0; i < so.length; i++) {
        so[i] = yes.get(i);
      }
      double[] fitted =
          isEnough() ? Logistic.fit(inputs.toArray(double[][]::new), so) : new double[] {1, 0, 0};
      return new float[] {(float) fitted[0], (float) fitted[1], (float) fitted[2]};
    }
  }

  /** Both questions of a polarity. */
  private static final class PolarityFit {
    private final Fit positive = new Fit();
    private final Fit neutral = new Fit();

    void add(Polarity linear, double encoderPositive, double encoderNeutral, int label) {
      neutral.add(Weighing.logit(linear.neutral()), encoderNeutral, label == 0);
      if (label != 0) {
        positive.add(Weighing.logit(PolarityWeighing.side(linear)), encoderPositive, label > 0);
      }
    }

    void put(String ending, Map<String, float[]> parameters) {
      parameters.put(LinearSentimentModel.POSITIVE + ending, positive.parameter());
      parameters.put(LinearSentimentModel.NEUTRAL + ending, neutral.parameter());
    }
  }

  /**
   * The weighing of the sentiment of whole texts, channel by channel.
   *
   * @param language of the texts
   * @param unseen texts and what the linear model says of them unseen
   */
  LinearModel sentiment(Language language, List<SentimentTrainer.Unseen> unseen) {
    EncoderHead head = encoder.head(EncoderHead.SENTIMENT);
    // Each text is read by itself, so the result does not hang on the number of threads.
    List<double[]> read =
        unseen.parallelStream().map(u -> head.logits(encoder.vector(u.read().folded()))).toList();
    Map<Channel, PolarityFit> fits = new TreeMap<>();
    for (int i = 0; i < read.size(); i++) {
      SentimentTrainer.Unseen text = unseen.get(i);
      Polarity linear =
          Polarity.of(Platt.logistic(text.logits()[1]), Platt.logistic(text.logits()[0]));
      fits.computeIfAbsent(text.text().channel(), c -> new PolarityFit())
          .add(
              linear,
              PolarityWeighing.positive(read.get(i), 0),
              PolarityWeighing.neutral(read.get(i), 0),
              text.text().label());
    }
    Map<String, float[]> parameters = new TreeMap<>();
    fits.forEach(
        (channel, fit) -> fit.put(LinearSentimentModel.parameter("", channel), parameters));
    return model(DeepSentimentModel.name(language), Calibrated.OUTPUTS, parameters);
  }

  /**
   * The weighing of the indicators of a pack.
   *
   * @param name of the trained model beside which the encoder stands
   * @param topics the indicators
   * @param open what the texts leave open, and so fit nothing of
   * @param trial finds mentions with linear models that did not see the texts
   */
  LinearModel aspects(
      String name,
      PackTopics topics,
      OpenTopics open,
      MentionFinder trial,
      List<LabelledText> unseen) {
    List<String> names = topics.names();
    EncoderHead head = encoder.head(EncoderHead.aspects(topics.pack().code()));
    List<List<MentionFinder.Told>> linear = new ArrayList<>();
    List<double[]> read = new ArrayList<>();
    List<LabelledText> texts = new ArrayList<>();
    for (LabelledText text : unseen) {
      DocumentFeatures features = new DocumentFeatures(reading.read(text.text()));
      List<MentionFinder.Told> told = trial.told(features);
      if (!told.isEmpty()) {
        linear.add(told);
        read.add(head.logits(DeepSentimentModel.vector(features, encoder)));
        texts.add(text);
      }
    }
    Fit found = new Fit();
    PolarityFit polarity = new PolarityFit();
    for (int i = 0; i < texts.size(); i++) {
      Set<String> unknown = open.of(texts.get(i));
      for (int k = 0; k < names.size(); k++) {
        MentionFinder.Told told = linear.get(i).get(k);
        DeepAspects.Said said = said(head, read.get(i), names.get(k));
        Integer label = texts.get(i).aspects().get(names.get(k));
        if (!unknown.contains(names.get(k))) {
          found.add(Weighing.logit(told.found()), said.found(), label != null);
        }
        if (label != null) {
          polarity.add(told.polarity(), said.positive(), said.neutral(), label);
        }
      }
    }
    Map<String, float[]> parameters = new TreeMap<>();
    parameters.put(DeepAspects.FOUND, found.parameter());
    polarity.put("", parameters);
    Weighing weighing = Weighing.ofParameter(found.parameter());
    double[][] probabilities = new double[texts.size()][names.size()];
    List<byte[]> labels = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      labels.add(new byte[names.size()]);
      Set<String> unknown = open.of(texts.get(i));
      for (int k = 0; k < names.size(); k++) {
        // What nobody knows is neither right nor wrong: as if it were not found.
        probabilities[i][k] =
            unknown.contains(names.get(k))
                ? 0
                : weighing.probability(
                    linear.get(i).get(k).found(), said(head, read.get(i), names.get(k)).found());
        labels.get(i)[k] = (byte) (texts.get(i).aspects().containsKey(names.get(k)) ? 1 : -1);
      }
    }
    parameters.put(AspectModel.THRESHOLD, AspectFit.thresholds(probabilities, labels));
    return model(name + DeepAspects.ENDING, names, parameters);
  }

  private static DeepAspects.Said said(EncoderHead head, double[] logits, String name) {
    return DeepAspects.Said.of(logits, head.names().indexOf(name));
  }

  private static LinearModel model(
      String name, List<String> outputs, Map<String, float[]> parameters) {
    return LinearModelBuilder.build(
        name,
        new FeatureRecipe(1, 1, 1),
        outputs,
        parameters,
        new double[outputs.size()],
        new int[0],
        new double[outputs.size()][0],
        0);
  }

  @Override
  public void describe(ObjectNode card, LinearModel model) {
    card.put(
        "trainer",
        "DeepTrainer 1: logistic regression over the log-odds of the linear model and of the"
            + " fine-tuned encoder, on texts that neither had seen");
    card.put("seed", TrainingPlan.SEED);
    card.put("features", encoder.id());
  }
}
