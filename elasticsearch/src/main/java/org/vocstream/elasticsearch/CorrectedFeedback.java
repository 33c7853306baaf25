package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.Pack;

/**
 * A feedback with what analysts corrected in it. Where several corrected one mention, the last one
 * counts. Immutable as long as nobody changes the documents.
 *
 * @param feedback the document of the feedback with its mentions, as {@link VoicesQuery#feedback}
 *     gives it
 * @param corrections documents of corrections, by the mention that they are of
 */
public record CorrectedFeedback(ObjectNode feedback, Map<String, ObjectNode> corrections) {
  /** Keeps a copy of the map. */
  public CorrectedFeedback {
    corrections = new LinkedHashMap<>(corrections);
  }

  /** Of these corrections of one feedback, in any order. */
  static CorrectedFeedback of(ObjectNode feedback, List<ObjectNode> corrections) {
    Map<String, ObjectNode> last = new LinkedHashMap<>();
    for (ObjectNode correction : corrections) {
      last.merge(
          correction.path("mention").asText(),
          correction,
          (a, b) -> b.path("at").asText().compareTo(a.path("at").asText()) >= 0 ? b : a);
    }
    return new CorrectedFeedback(feedback, last);
  }

  /**
   * A labelled text, as {@code voc train --corrections} takes it: all mentions of the feedback as
   * they should be, those that nobody corrected as they were scored.
   *
   * @param pack the pack that scored
   */
  public ObjectNode labelled(Pack pack) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", feedback.path("_id").asText());
    row.set("channel", feedback.path("channel"));
    row.set("text", feedback.path("text"));
    ArrayNode mentions = row.putArray("mentions");
    for (ObjectNode mention : mentions()) {
      ObjectNode correction = corrections.get(mention.path("id").asText());
      String indicator = mention.path("indicator").asText();
      int polarity = mention.path("polarity").asInt();
      if (correction != null) {
        if (isNone(correction)) {
          continue;
        }
        indicator = correction.path("corrected_indicator").asText(indicator);
        polarity = correction.path("corrected_polarity").asInt(polarity);
      }
      ObjectNode written = mentions.addObject();
      written.put("indicator", indicator);
      String code = indicator;
      pack.indicators().stream()
          .filter(i -> i.code().equals(code))
          .findFirst()
          .flatMap(
              found ->
                  pack.groups().stream().filter(g -> g.code().equals(found.group())).findFirst())
          .ifPresent(
              group ->
                  written
                      .put("group", group.code())
                      .putObject("label")
                      .put("zh", group.label().zh())
                      .put("en", group.label().en()));
      written.put("polarity", polarity);
      for (String field : List.of("start", "end", "evidence")) {
        written.set(field, mention.get(field));
      }
    }
    return row;
  }

  /**
   * A regression case, as the files of {@code models/cases} have them: what must be found, and what
   * must not.
   *
   * @param code code of the case
   * @param pack code of the pack
   */
  public ObjectNode regressionCase(String code, String pack) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    written.put("code", code).set("text", feedback.path("text"));
    written.put("pack", pack);
    ArrayNode right = written.putArray("mentions");
    ArrayNode wrong = written.putArray("absent");
    for (ObjectNode correction : corrections.values()) {
      String indicator = correction.path("indicator").asText();
      int polarity = correction.path("polarity").asInt();
      wrong.addObject().put("indicator", indicator).put("polarity", polarity);
      if (!isNone(correction)) {
        right
            .addObject()
            .put("indicator", correction.path("corrected_indicator").asText(indicator))
            .put("polarity", correction.path("corrected_polarity").asInt(polarity));
      }
    }
    if (right.isEmpty()) {
      written.remove("mentions");
    }
    return written;
  }

  private List<ObjectNode> mentions() {
    List<ObjectNode> mentions = new ArrayList<>();
    feedback.path("mentions").forEach(m -> mentions.add((ObjectNode) m));
    return mentions;
  }

  private static boolean isNone(ObjectNode correction) {
    return correction.path("kind").asText().equals(Correction.Kind.NOT_A_MENTION.code());
  }
}
