package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.SharedSums;

/**
 * The document of one daily cell in {@code voc-scores}. The same cell gives the same document but
 * for {@code ingested_at}; reading it back gives the same cell.
 */
public final class ScoreDocument {
  private ScoreDocument() {}

  /**
   * Writes the document.
   *
   * @param zone time zone of the days
   * @param clock tells {@code ingested_at}
   */
  public static ObjectNode of(ScoreCell cell, ZoneId zone, Clock clock) {
    CellKey key = cell.key();
    ClusterSums sums = cell.sums();
    Fields fields =
        new Fields()
            .put("scope", key.scope().code())
            .put("code", key.code())
            .put("brand", key.brand())
            .put("brand_code", key.brand() + "|" + key.code())
            .put("channel", key.channel())
            .put("product", key.product())
            .put("segment", key.segment())
            .put("lang", key.lang())
            .put("day", key.day() == null ? null : LocalDate.ofEpochDay(key.day()).toString())
            .put("zone", zone.getId())
            .put("suspect", key.suspect())
            .put("n", sums.n())
            .put("positive", sums.positive())
            .put("neutral", sums.neutral())
            .put("negative", sums.negative())
            .put("clusters", sums.clusters())
            .put("yy", sums.yy())
            .put("ym", sums.ym())
            .put("mm", sums.mm());
    if (key.scope() == Scope.BRAND) {
      SharedSums shared = cell.benefitCost();
      fields
          .put(
              "benefit_cost",
              new Fields()
                  .put("yy", shared.yy())
                  .put("ym", shared.ym())
                  .put("my", shared.my())
                  .put("mm", shared.mm()))
          .putKeywords(JudgementTerms.FIELD, JudgementTerms.of(cell.judgements()));
    }
    return fields.put("ingested_at", clock.instant()).json();
  }

  /** Reads a document back. */
  public static ScoreCell read(JsonNode document) {
    return new ScoreCell(
        key(document),
        sums(document),
        shared(document),
        JudgementTerms.read(document.path(JudgementTerms.FIELD)));
  }

  private static CellKey key(JsonNode document) {
    String day = text(document, "day");
    return new CellKey(
        Scope.of(document.path("scope").asText()),
        document.path("code").asText(),
        text(document, "brand"),
        text(document, "channel"),
        text(document, "product"),
        text(document, "segment"),
        text(document, "lang"),
        day == null ? null : LocalDate.parse(day).toEpochDay(),
        document.path("suspect").asBoolean());
  }

  private static ClusterSums sums(JsonNode document) {
    return new ClusterSums(
        document.path("clusters").asLong(),
        document.path("positive").asLong(),
        document.path("neutral").asLong(),
        document.path("negative").asLong(),
        document.path("yy").asDouble(),
        document.path("ym").asDouble(),
        document.path("mm").asDouble());
  }

  private static SharedSums shared(JsonNode document) {
    JsonNode shared = document.path("benefit_cost");
    return new SharedSums(
        shared.path("yy").asDouble(),
        shared.path("ym").asDouble(),
        shared.path("my").asDouble(),
        shared.path("mm").asDouble());
  }

  private static String text(JsonNode document, String field) {
    return document.path(field).asText(null);
  }
}
