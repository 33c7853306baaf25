package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.pack.Value;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/**
 * Which mentions are looked at. Immutable.
 *
 * @param values the allowed values of a field of {@code voc-mentions}, by its name; a field that is
 *     not named, or has no values, is not restricted
 * @param from first instant of {@code published_at}, or null
 * @param to first instant after it, or null
 */
public record MentionFilter(Map<String, List<String>> values, Instant from, Instant to) {
  /** Keeps copies. */
  public MentionFilter {
    values = Map.copyOf(values);
  }

  /** Every mention. */
  public static MentionFilter all() {
    return new MentionFilter(Map.of(), null, null);
  }

  /** The same with one field restricted to these values. */
  public MentionFilter with(String field, String... allowed) {
    Map<String, List<String>> more = new TreeMap<>(values);
    more.put(field, List.of(allowed));
    return new MentionFilter(more, from, to);
  }

  /**
   * The mentions of a subject; all of them for whole brands and whole feedback.
   *
   * @param subject what they are of; that of the value has the code {@link Scope#BENEFIT} or {@link
   *     Scope#COST}
   */
  public MentionFilter about(Subject subject) {
    String code = subject.code();
    return switch (subject.scope()) {
      case TOUCHPOINT, GROUP, INDICATOR -> with(subject.scope().code(), code);
      // A mention has the value in full: benefit.product.
      case VALUE ->
          with(
              "value",
              Value.codes().stream().filter(v -> v.startsWith(code + ".")).toArray(String[]::new));
      case FEEDBACK, BRAND -> this;
    };
  }

  /** The same with a period, half open; null leaves an end open. */
  public MentionFilter between(Instant first, Instant end) {
    return new MentionFilter(values, first, end);
  }

  Query query() {
    BoolQuery.Builder all = new BoolQuery.Builder();
    new TreeMap<>(values)
        .forEach(
            (field, allowed) -> {
              if (!allowed.isEmpty()) {
                List<FieldValue> terms = allowed.stream().map(FieldValue::of).toList();
                all.filter(f -> f.terms(t -> t.field(field).terms(v -> v.value(terms))));
              }
            });
    if (from != null) {
      all.filter(f -> f.range(r -> r.date(d -> d.field("published_at").gte(from.toString()))));
    }
    if (to != null) {
      all.filter(f -> f.range(r -> r.date(d -> d.field("published_at").lt(to.toString()))));
    }
    return all.build()._toQuery();
  }
}
