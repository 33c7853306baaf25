package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.pack.Names;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.survey.Judged;
import org.vocstream.statistics.survey.SurveyComparison;
import org.vocstream.statistics.survey.SurveyRow;
import org.vocstream.statistics.survey.SurveySample;
import org.vocstream.statistics.survey.SurveyScore;

/**
 * What a questionnaire says as JSON (docs/surveys.md). Numbers are rounded to four places; where
 * too few have answered there is an n and no other number. The same answer gives the same document.
 */
public final class SurveyDocument {
  private SurveyDocument() {}

  /** The document. */
  public static ObjectNode of(SurveyAnswer answer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("edition", edition(answer.edition()));
    answer.before().ifPresent(before -> json.set("before", edition(before)));
    answer.period().ifPresent(period -> json.put("period", period.toString()));
    ObjectNode filter = json.putObject("filter");
    new TreeMap<>(answer.values())
        .forEach(
            (field, values) -> {
              if (!values.isEmpty()) {
                ArrayNode allowed = filter.putArray(field);
                values.forEach(allowed::add);
              }
            });
    SurveyComparison comparison = answer.comparison();
    json.put("brand", comparison.brand());
    ArrayNode against = json.putArray("against");
    comparison.competitors().forEach(against::add);
    ArrayNode rows = json.putArray("rows");
    comparison.rows().forEach(row -> rows.add(row(row, answer)));
    nps(json, "nps", comparison.nps());
    if (answer.before().isPresent()) {
      nps(json, "nps_before", comparison.npsBefore());
    }
    ObjectNode samples = json.putObject("sample");
    comparison.samples().forEach((brand, sample) -> samples.set(brand, sample(sample)));
    return json;
  }

  private static ObjectNode edition(SurveyEdition edition) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("questionnaire", edition.questionnaire());
    if (edition.wave() != null) {
      json.put("wave", edition.wave());
    }
    return json.put("sheets", edition.sheets());
  }

  private static ObjectNode row(SurveyRow row, SurveyAnswer answer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("indicator", row.isAll() ? null : row.indicator());
    if (!row.isAll()) {
      Names names = answer.name(row.indicator());
      json.putObject("label").put("zh", names.zh()).put("en", names.en());
    }
    ObjectNode brands = json.putObject("brands");
    row.scores().forEach((brand, score) -> brands.set(brand, score(score)));
    ObjectNode gaps = json.putObject("gaps");
    row.gaps().forEach((brand, gap) -> gaps.set(brand, judged(gap)));
    return json;
  }

  private static ObjectNode score(SurveyScore score) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("n", score.n()).put("respondents", score.respondents());
    score.index().ifPresent(index -> json.set("index", index(index)));
    score.mean().ifPresent(mean -> json.put("mean", rounded(mean)));
    if (!score.scale().isEmpty()) {
      json.put("scale", score.scale());
    }
    score.topTwo().ifPresent(share -> json.set("top_two", index(share)));
    if (score.expected() > 0) {
      json.put("expected", score.expected());
      score.expectation().ifPresent(index -> json.set("expectation", index(index)));
      json.set("expectation_gap", judged(score.gap()));
    }
    score
        .change()
        .ifPresent(
            change -> {
              json.put("n_before", score.beforeN());
              score.before().ifPresent(index -> json.set("before", index(index)));
              json.set("change", judged(change));
            });
    return json;
  }

  private static ObjectNode index(SatisfactionIndex index) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return json.put("value", rounded(index.value()))
        .put("low", rounded(index.low()))
        .put("high", rounded(index.high()));
  }

  private static ObjectNode judged(Judged judged) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verdict", judged.verdict().name().toLowerCase(Locale.ROOT));
    if (judged.gap().enough()) {
      json.put("points", rounded(judged.gap().value()))
          .put("low", rounded(judged.gap().low()))
          .put("high", rounded(judged.gap().high()))
          .put("p_adjusted", rounded(judged.adjusted()));
    }
    return json;
  }

  private static void nps(
      ObjectNode json, String field, SortedMap<String, NetPromoterScore> scores) {
    ObjectNode brands = json.putObject(field);
    scores.forEach(
        (brand, score) ->
            brands
                .putObject(brand)
                .put("value", rounded(score.value()))
                .put("low", rounded(score.low()))
                .put("high", rounded(score.high()))
                .put("n", score.n()));
  }

  private static ObjectNode sample(SurveySample sample) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sheets", sample.sheets())
        .put("respondents", sample.respondents())
        .put("texts", sample.texts());
    counts(json, "answered", sample.answered());
    counts(json, "segments", sample.segments());
    counts(json, "products", sample.products());
    return json;
  }

  private static void counts(ObjectNode json, String field, SortedMap<String, Long> counts) {
    ObjectNode by = json.putObject(field);
    counts.forEach(by::put);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
