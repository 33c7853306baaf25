package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vocstream.pack.Names;
import org.vocstream.statistics.Gap;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.contact.ContactInsight;
import org.vocstream.statistics.contact.ContactRow;
import org.vocstream.statistics.contact.MeanSatisfaction;

/**
 * What callers ask about as JSON (docs/calls.md). Numbers are rounded to four places; below the
 * minimum n a row has its n and share and {@code "enough": false}, and no other number. The same
 * answer gives the same document.
 */
public final class CallInsightDocument {
  private CallInsightDocument() {}

  /**
   * The rows.
   *
   * @param names names of contact reasons by code
   */
  public static ObjectNode of(
      ContactInsight insight,
      ScoreFilter filter,
      CallInsightQuery.By by,
      Optional<Period> before,
      Map<String, Names> names) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("by", by.name().toLowerCase(Locale.ROOT));
    if (filter.period() != null) {
      json.put("period", filter.period().toString());
    }
    before.ifPresent(period -> json.put("before", period.toString()));
    ObjectNode restricted = json.putObject("filter");
    new TreeMap<>(filter.values())
        .forEach(
            (field, values) -> {
              if (!values.isEmpty()) {
                ArrayNode allowed = restricted.putArray(field);
                values.forEach(allowed::add);
              }
            });
    json.put("n", insight.n());
    insight.before().ifPresent(n -> json.put("n_before", n));
    ArrayNode rows = json.putArray("rows");
    insight.rows().forEach(row -> rows.add(row(row, by, names)));
    return json;
  }

  private static ObjectNode row(ContactRow row, CallInsightQuery.By by, Map<String, Names> names) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", row.key().isEmpty() ? null : row.key());
    if (by == CallInsightQuery.By.REASON && names.containsKey(row.key())) {
      json.putObject("label")
          .put("zh", names.get(row.key()).zh())
          .put("en", names.get(row.key()).en());
    }
    json.put("n", row.n()).put("enough", row.enough());
    share(json, "share", row.share());
    row.change().filter(Gap::enough).ifPresent(gap -> change(json, gap, row));
    if (!row.enough()) {
      return json;
    }
    share(json, "complaints", row.complaints());
    share(json, "resolved", row.resolved());
    share(json, "unresolved", row.unresolved());
    row.satisfaction()
        .filter(MeanSatisfaction::enough)
        .ifPresent(
            mean ->
                json.putObject("satisfaction")
                    .put("value", rounded(mean.value()))
                    .put("low", rounded(mean.low()))
                    .put("high", rounded(mean.high()))
                    .put("n", mean.n()));
    number(json, "peak", row.sums().peak());
    number(json, "end", row.sums().end());
    number(json, "response_ms", row.sums().responseMs());
    number(json, "handling_ms", row.sums().handlingMs());
    return json;
  }

  private static void change(ObjectNode json, Gap gap, ContactRow row) {
    json.putObject("change")
        .put("points", rounded(gap.value()))
        .put("low", rounded(gap.low()))
        .put("high", rounded(gap.high()))
        .put("significant", row.verdict().orElseThrow().claims());
  }

  /** The transcripts behind a row. */
  public static ObjectNode of(List<ContactEntry> entries) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("n", entries.size());
    ArrayNode contacts = json.putArray("contacts");
    for (ContactEntry entry : entries) {
      ObjectNode contact = contacts.addObject().put("document", entry.document());
      contact.put("id", entry.id());
      text(contact, "brand", entry.brand());
      text(contact, "product", entry.product());
      text(contact, "line", entry.line());
      text(contact, "published_at", entry.publishedAt());
      text(contact, "contact_reason", entry.reason());
      text(contact, "reason_words", entry.reasonWords());
      text(contact, "intent", entry.intent());
      text(contact, "intent_words", entry.intentWords());
      text(contact, "resolution", entry.resolution());
      text(contact, "resolution_words", entry.resolutionWords());
      number(contact, "satisfaction", entry.satisfaction());
    }
    return json;
  }

  private static void share(ObjectNode json, String field, Share share) {
    json.putObject(field)
        .put("value", rounded(share.value()))
        .put("low", rounded(share.low()))
        .put("high", rounded(share.high()));
  }

  private static void text(ObjectNode json, String field, String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void number(ObjectNode json, String field, Double value) {
    if (value != null) {
      json.put(field, rounded(value));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
