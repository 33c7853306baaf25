package org.vocstream.elasticsearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.opinion.AspectModel;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.statistics.Confusion;
import org.vocstream.statistics.comparison.KnownErrors;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.text.Language;

/**
 * The known errors of the trained models as their cards tell them, by language and channel: those
 * of {@code polarity-*} for mentions, of {@code sentiment-*} for whole feedback. A channel without
 * a usable matrix has none: one of its classes was never seen, or not told from another. Without
 * state.
 */
public final class CardConfusions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CardConfusions() {}

  /** The errors of the models that score with this pack. */
  public static KnownErrors of(ModelFolder models, Pack pack) {
    Map<Stratum, Confusion> mentions = new HashMap<>();
    // A polarity model of the pack's own stands for the common one; its card has no matrix.
    String own = pack.aspectModel() == null ? null : pack.aspectModel() + AspectModel.POLARITY;
    if (own == null || !models.has(own)) {
      read(models, "polarity", mentions);
    }
    Map<Stratum, Confusion> feedback = new HashMap<>();
    read(models, "sentiment", feedback);
    return new KnownErrors(mentions, feedback);
  }

  private static void read(ModelFolder models, String kind, Map<Stratum, Confusion> confusions) {
    read(models.card(kind + "-zh"), List.of(Language.ZH, Language.MIXED), confusions);
    read(models.card(kind + "-en"), List.of(Language.EN), confusions);
  }

  private static void read(
      String card, List<Language> languages, Map<Stratum, Confusion> confusions) {
    for (JsonNode entry : tree(card).path("held_out_by_channel")) {
      Confusion confusion = confusion(entry.path("confusion_true_by_predicted_-1_0_1"));
      if (confusion != null) {
        languages.forEach(
            language ->
                confusions.put(
                    new Stratum(entry.path("channel").asText(), language.code()), confusion));
      }
    }
  }

  private static JsonNode tree(String card) {
    try {
      return JSON.readTree(card);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a model card is no JSON; train or calibrate writes it anew", e);
    }
  }

  /** The counts in the order positive, neutral, negative, or null where they cannot be used. */
  private static Confusion confusion(JsonNode rows) {
    List<List<Long>> counts = new ArrayList<>();
    for (int truth = rows.size() - 1; truth >= 0; truth--) {
      List<Long> row = new ArrayList<>();
      for (int given = rows.get(truth).size() - 1; given >= 0; given--) {
        row.add(rows.get(truth).get(given).asLong());
      }
      counts.add(row);
    }
    try {
      return new Confusion(counts);
    } catch (IllegalArgumentException unusable) {
      return null;
    }
  }
}
