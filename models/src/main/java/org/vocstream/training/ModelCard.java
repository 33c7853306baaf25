package org.vocstream.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.feedback.Channel;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;
import org.vocstream.linear.PatternModel;
import org.vocstream.linear.PatternShape;

/**
 * What a model was made from and what it is worth; stands beside it as JSON.
 *
 * @param model the model
 * @param bytes size of its file
 * @param trainer how it was trained
 * @param texts what it was trained on
 * @param measured its confusion on the held-out texts of each set, by set
 * @param found mentions found with it on the held-out texts of each set, by set
 * @param cues id of the pack whose cues are features too, or null where none are
 * @param date date of training
 */
record ModelCard(
    LinearModel model,
    int bytes,
    Trainer trainer,
    List<LabelledText> texts,
    Map<String, Confusion> measured,
    Map<String, FoundMentions> found,
    String cues,
    LocalDate date) {
  private static final String TERMS =
      "Most sets come without a licence, some are for research only. No text and no word of them is"
          + " in the model: its features are %s. Ask the owners of the data before using"
          + " retrained weights for another purpose.";

  String json(Corpus corpus) {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode card = mapper.createObjectNode();
    card.put("model", model.name());
    card.put("sha256", model.digest());
    card.put("trained", date.toString());
    trainer.describe(card, model);
    patterns(card);
    parameters(card, model);
    if (cues != null) {
      card.put("cues", "features too: the cues of " + cues);
    }
    card.put("kept_features", model.rows());
    card.put("bytes", bytes);
    card.putPOJO("outputs", model.outputs());
    card.put("terms", terms(model.rows() > 0 ? "hashes" : "the numbers of an encoder"));
    data(card.putArray("data"), texts, corpus);
    ArrayNode heldOut = card.putArray("held_out");
    measured(heldOut);
    byChannel(card);
    found.forEach((set, mentions) -> mentions(heldOut.addObject(), set, mentions));
    try {
      return mapper.writeValueAsString(card) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void mentions(ObjectNode entry, String set, FoundMentions found) {
    entry
        .put("set", set)
        .put("what", "mentions of whole texts, this model with the others of this training")
        .put("detection_micro_f1", Math.round(found.all().detectionF1() * 10_000) / 10_000.0)
        .put("pair_micro_f1", Math.round(found.all().pairF1() * 10_000) / 10_000.0);
    ArrayNode indicators = entry.putArray("indicators");
    found
        .each()
        .forEach(
            (category, counts) ->
                indicators
                    .addObject()
                    .put("indicator", category)
                    .put("marked", counts.markedCategories())
                    .put("found", counts.predictedCategories())
                    .put("right", counts.rightCategories())
                    .put("right_with_polarity", counts.right()));
  }

  /** The terms of texts whose words are not in the weights, but numbers that stand for them. */
  static String terms(String numbers) {
    return TERMS.formatted(numbers);
  }

  /** The sets of the texts that a model was trained on, with the digests of their files. */
  static void data(ArrayNode data, List<LabelledText> texts, Corpus corpus) {
    Map<String, Integer> rows = new TreeMap<>();
    texts.forEach(t -> rows.merge(t.set(), 1, Integer::sum));
    rows.forEach(
        (set, count) -> {
          ObjectNode entry = data.addObject();
          entry.put("set", set);
          if (set.equals(LabelledFile.SET)) {
            entry.put("rows", count / Corrections.WEIGHT).put("weight", Corrections.WEIGHT);
          } else {
            entry.put("rows", count);
          }
          ObjectNode files = entry.putObject("sha256");
          for (Path file : corpus.files(set)) {
            files.put(String.valueOf(file.getFileName()), Corpus.digest(file));
          }
        });
  }

  private void patterns(ObjectNode card) {
    if (!model.patterns().isEmpty()) {
      ArrayNode patterns = card.putArray("patterns");
      for (PatternModel pattern : model.patterns()) {
        PatternShape shape = pattern.shape();
        patterns
            .addObject()
            .put("trainer", "PatternTrainer 1: convolution with max pooling, Adam, dropout 0.5")
            .put("unit", shape.unit().name().toLowerCase(Locale.ROOT))
            .put("shortest", shape.shortest())
            .put("longest", shape.longest())
            .put("patterns_of_each_length", shape.patterns())
            .put("dimensions", shape.dimensions())
            .put("known_units", pattern.known());
      }
    }
  }

  /** Lines from logit to probability (slope and intercept), thresholds. */
  private static void parameters(ObjectNode card, LinearModel model) {
    ObjectNode parameters = card.putObject("parameters");
    model.parameterNames().stream()
        .forEach(name -> parameters.putPOJO(name, model.parameter(name)));
  }

  private void measured(ArrayNode measures) {
    new TreeMap<>(measured)
        .forEach((set, confusion) -> put(confusion, measures.addObject().put("set", set)));
  }

  /** The confusion of each channel, over the sets whose texts came by it. */
  private void byChannel(ObjectNode card) {
    Map<Channel, Confusion> sums = new TreeMap<>();
    measured.forEach(
        (set, confusion) ->
            sums.computeIfAbsent(DataSets.channel(set), c -> new Confusion()).add(confusion));
    if (!sums.isEmpty()) {
      ArrayNode channels = card.putArray("held_out_by_channel");
      sums.forEach(
          (channel, confusion) ->
              put(confusion, channels.addObject().put("channel", channel.code())));
    }
  }

  private static void put(Confusion confusion, ObjectNode entry) {
    entry.put("n", confusion.n());
    entry.put("accuracy", Math.round(confusion.accuracy() * 10_000) / 10_000.0);
    entry.put("majority", Math.round(confusion.majority() * 10_000) / 10_000.0);
    entry.put("macro_f1", Math.round(confusion.macroF1() * 10_000) / 10_000.0);
    ArrayNode rows = entry.putArray("confusion_true_by_predicted_-1_0_1");
    for (int truth = -1; truth <= 1; truth++) {
      ArrayNode cells = rows.addArray();
      for (int predicted = -1; predicted <= 1; predicted++) {
        cells.add(confusion.count(truth, predicted));
      }
    }
  }

  /**
   * The card of a model that was changed afterwards.
   *
   * @param card the card it had, or empty
   * @param model the model as it is now
   * @param what the field that tells of such changes, a list
   * @param change this change
   */
  static String amended(String card, LinearModel model, String what, ObjectNode change) {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    try {
      ObjectNode amended =
          card.isEmpty()
              ? mapper.createObjectNode().put("model", model.name())
              : (ObjectNode) mapper.readTree(card);
      amended.put("sha256", model.digest());
      amended.put("bytes", LinearModelFile.write(model).length);
      amended.put("kept_features", model.rows());
      parameters(amended, model);
      amended.withArray(what).add(change);
      return mapper.writeValueAsString(amended) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the card of " + model.name() + " is no JSON", e);
    }
  }
}
