package org.vocstream.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.TrainedModels;
import org.vocstream.sentiment.LinearSentimentModel;

/** Trains what tells satisfaction in calls and chats. */
final class CallTraining {
  /** What can be trained by itself. */
  static final List<String> NAMES =
      Stream.concat(
              Stream.of(TrainedModels.TURNS),
              Dialogues.WHOLE.keySet().stream().map(TrainedModels::transcripts))
          .toList();

  private static final String TERMS =
      "The sets come without a licence or for research only. No text and no word of them is in the"
          + " model: its features are hashes. Ask the owners of the data before using retrained"
          + " weights for another purpose.";

  private final Path data;
  private final Reading reading;
  private final TrainingPlan plan;
  private final Map<String, LinearModel> sentiment;
  private final LocalDate date;

  /** Of this training, once it is trained. */
  private LinearModel turnModel;

  /**
   * The training of calls and chats.
   *
   * @param data folder of the labelled data
   * @param sentiment the models that tell the sentiment of turns, by language
   * @param date of the cards
   */
  CallTraining(
      Path data,
      TrainingPlan plan,
      Reading reading,
      Map<String, LinearModel> sentiment,
      LocalDate date) {
    this.data = data;
    this.reading = reading;
    this.plan = plan;
    this.sentiment = sentiment;
    this.date = date;
  }

  /** Trains the model of this name and writes it with its card; without data it is left out. */
  void train(String name, Path out, Consumer<String> progress) {
    boolean turns = name.equals(TrainedModels.TURNS);
    if (turnModel == null && !turns) {
      turnModel = ModelFolder.bundled().model(TrainedModels.TURNS);
    }
    Dialogues dialogues =
        new Dialogues(
            data,
            reading,
            turns
                ? Map.of()
                : CallEvaluation.scorers(sentiment.get("zh"), sentiment.get("en"), turnModel));
    String lang = name.substring(name.lastIndexOf('-') + 1);
    String set = turns ? Dialogues.TURNS : Dialogues.WHOLE.get(lang);
    List<Dialogue> taught = dialogues.training(set);
    progress.accept(name + ": " + taught.size() + " dialogues");
    if (taught.isEmpty()) {
      return;
    }
    ObjectNode card = new ObjectMapper().createObjectNode();
    LinearModel model;
    ObjectNode held = new ObjectMapper().createObjectNode().put("set", set);
    if (turns) {
      model = plan.turns().train(name, taught);
      turnModel = model;
      plan.turns().trainer().describe(card, model);
      Confusion folds = CallEvaluation.folds(plan.turns(), taught);
      held.put("what", "turns, in " + Dialogues.FOLDS + " folds by dialogue").put("n", folds.n());
      held.put("accuracy", rounded(folds.accuracy())).put("majority", rounded(folds.majority()));
      held.put("macro_f1", rounded(folds.macroF1()));
    } else {
      model = plan.transcripts().get(lang).train(name, taught);
      plan.transcripts().get(lang).trainer().describe(card, model);
      card.put("turns", "scored by " + scoredBy(lang));
      List<Dialogue> measured = dialogues.heldOut(set);
      held.put("what", "transcripts of the dev file").put("n", measured.size());
      held.put("pearson_r", rounded(CallEvaluation.pearson(model, measured)));
    }
    int bytes = LinearModelFile.write(model).length;
    ModelFolder.write(
        out, model, card(model, bytes, card, set, taught.size(), held, dialogues.digests(set)));
    progress.accept(name + ": " + model.rows() + " features, " + bytes / 1024 + " KB");
  }

  private String scoredBy(String lang) {
    String model = new LinearSentimentModel(sentiment.get(lang)).id();
    return lang.equals("zh")
        ? model + " and " + turnModel.name() + "@" + turnModel.digest().substring(0, 8)
        : model;
  }

  private String card(
      LinearModel model,
      int bytes,
      ObjectNode trainer,
      String set,
      int rows,
      ObjectNode held,
      Map<String, String> digests) {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode card = mapper.createObjectNode().put("model", model.name());
    card.put("sha256", model.digest()).put("trained", date.toString());
    card.setAll(trainer);
    ObjectNode parameters = card.putObject("parameters");
    model.parameterNames().forEach(name -> parameters.putPOJO(name, model.parameter(name)));
    card.put("kept_features", model.rows()).put("bytes", bytes);
    card.putPOJO("outputs", model.outputs());
    card.put("terms", TERMS);
    ObjectNode data = card.putArray("data").addObject().put("set", set).put("dialogues", rows);
    ObjectNode files = data.putObject("sha256");
    digests.forEach((file, digest) -> files.put(file.substring(set.length() + 1), digest));
    card.putArray("held_out").add(held);
    try {
      return mapper.writeValueAsString(card) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double rounded(double measure) {
    return Math.round(measure * 10_000) / 10_000.0;
  }
}
