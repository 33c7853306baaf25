package org.vocstream.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelBuilder;
import org.vocstream.linear.Platt;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.sentiment.ChannelFeatures;
import org.vocstream.sentiment.LinearSentimentModel;
import org.vocstream.text.Language;

/**
 * Refits how sure a sentiment model is of texts of one channel, and where it draws the line, on a
 * few hundred labelled texts; its weights stay. Each of its two lines is fitted on top of the one
 * that holds today and pulled to it, so that few labels cannot carry it away.
 *
 * @param model the model with its new lines
 * @param channel the channel they are for
 * @param n texts that they were fitted on
 * @param before how the lines of today do on them
 * @param after how new ones do: by {@value #FOLDS}-fold cross-validation, so no text judges lines
 *     that it was used for
 */
public record ChannelCalibration(
    LinearModel model, Channel channel, int n, Quality before, Quality after) {
  /** Texts of a language without which nothing is fitted. */
  public static final int LEAST = 50;

  private static final int FOLDS = 5;

  /**
   * How good probabilities are.
   *
   * @param accuracy share of right labels, 0..1
   * @param error expected calibration error, 0..1
   * @param logLoss mean log loss
   */
  public record Quality(double accuracy, double error, double logLoss) {
    private static Quality of(Reliability counted) {
      return new Quality(counted.accuracy(), counted.error(), counted.logLoss());
    }
  }

  /** A text, its logits and what is true of it. */
  private record Example(DocumentFeatures text, double positive, double neutral, int label) {}

  /**
   * Calibrations for all languages of which there are enough texts.
   *
   * @param labelled JSON lines with {@code text} and {@code label}
   * @param models the models of today
   * @throws IllegalArgumentException where lines cannot be used, or no language has {@value #LEAST}
   *     texts of two labels; the message says what is lacking
   */
  public static List<ChannelCalibration> fit(Path labelled, Channel channel, ModelFolder models) {
    Map<String, List<LabelledText>> byModel = new LinkedHashMap<>();
    Reading reading = Training.reading();
    for (LabelledText row : LabelledFile.read(labelled, channel).rows()) {
      Language language = reading.read(row.text()).text().language();
      if (row.label() != null && language != Language.OTHER) {
        byModel
            .computeIfAbsent(
                language == Language.EN ? "sentiment-en" : "sentiment-zh", m -> new ArrayList<>())
            .add(row);
      }
    }
    List<String> lacking = new ArrayList<>();
    List<ChannelCalibration> fitted = new ArrayList<>();
    byModel.forEach(
        (name, rows) -> {
          String lack = lack(rows);
          if (lack == null) {
            fitted.add(of(models.model(name), Shuffle.of(rows, TrainingPlan.SEED), channel));
          } else {
            lacking.add(name + ": " + lack);
          }
        });
    if (fitted.isEmpty()) {
      throw new IllegalArgumentException(
          labelled
              + " is not enough to calibrate with: "
              + (lacking.isEmpty() ? "no text has a label" : String.join("; ", lacking))
              + ". Label at least "
              + LEAST
              + " texts as they come, better 200, without choosing among them");
    }
    return fitted;
  }

  private static String lack(List<LabelledText> rows) {
    long labels = rows.stream().map(LabelledText::label).distinct().count();
    if (rows.size() < LEAST) {
      return "%,d labelled texts, %d are needed".formatted(rows.size(), LEAST);
    }
    return labels < 2 ? "all %,d texts have the same label".formatted(rows.size()) : null;
  }

  private static ChannelCalibration of(
      LinearModel model, List<LabelledText> rows, Channel channel) {
    Reading reading = Training.reading();
    List<Example> examples = new ArrayList<>();
    for (LabelledText row : rows) {
      DocumentFeatures text = new DocumentFeatures(reading.read(row.text()));
      double[] logits = ChannelFeatures.sureLogits(model, text, channel);
      examples.add(new Example(text, logits[0], logits[1], row.label()));
    }
    Reliability before = new Reliability();
    Reliability after = new Reliability();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> others = new ArrayList<>();
      List<Example> own = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? own : others).add(examples.get(i));
      }
      count(before, model, channel, own);
      count(after, moved(model, channel, others), channel, own);
    }
    return new ChannelCalibration(
        moved(model, channel, examples),
        channel,
        examples.size(),
        Quality.of(before),
        Quality.of(after));
  }

  private static void count(
      Reliability counted, LinearModel model, Channel channel, List<Example> examples) {
    LinearSentimentModel scoring = new LinearSentimentModel(model);
    examples.forEach(e -> counted.add(scoring.polarity(e.text, channel), e.label));
  }

  /** The model with the lines of the channel moved to where these examples want them. */
  private static LinearModel moved(LinearModel model, Channel channel, List<Example> examples) {
    List<Example> told = examples.stream().filter(e -> e.label != 0).toList();
    Map<String, float[]> parameters = new TreeMap<>();
    parameters.put(
        LinearSentimentModel.parameter(LinearSentimentModel.POSITIVE, channel),
        moved(
            LinearSentimentModel.line(model, LinearSentimentModel.POSITIVE, channel),
            told.stream().mapToDouble(Example::positive).toArray(),
            told.stream().map(e -> e.label > 0).toList()));
    parameters.put(
        LinearSentimentModel.parameter(LinearSentimentModel.NEUTRAL, channel),
        moved(
            LinearSentimentModel.line(model, LinearSentimentModel.NEUTRAL, channel),
            examples.stream().mapToDouble(Example::neutral).toArray(),
            examples.stream().map(e -> e.label == 0).toList()));
    return LinearModelBuilder.withAlso(model, parameters);
  }

  private static float[] moved(Platt line, double[] logits, List<Boolean> labels) {
    boolean[] yes = new boolean[logits.length];
    for (int i = 0; i < yes.length; i++) {
      logits[i] = line.slope() * logits[i] + line.intercept();
      yes[i] = labels.get(i);
    }
    Platt top = Platt.fit(logits, yes);
    return new Platt(top.slope() * line.slope(), top.slope() * line.intercept() + top.intercept())
        .toParameter();
  }

  /**
   * Writes the model and its card, which tells of this, into a folder for {@code --models}.
   *
   * @param card the card that the model had
   * @param labelled the file it was fitted on
   */
  public void write(Path folder, String card, Path labelled, LocalDate date) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.put("channel", channel.code()).put("date", date.toString()).put("texts", n);
    change.put("labelled_sha256", Corpus.digest(labelled));
    put(change.putObject("before"), before);
    put(change.putObject("after_cross_validated"), after);
    ModelFolder.write(folder, model, ModelCard.amended(card, model, "calibrated", change));
  }

  private static void put(ObjectNode json, Quality quality) {
    json.put("accuracy", Math.round(quality.accuracy * 10_000) / 10_000.0);
    json.put("expected_calibration_error", Math.round(quality.error * 10_000) / 10_000.0);
    json.put("log_loss", Math.round(quality.logLoss * 10_000) / 10_000.0);
  }
}
