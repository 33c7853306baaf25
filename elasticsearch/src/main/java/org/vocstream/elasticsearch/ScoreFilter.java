package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.statistics.Period;

/**
 * Which feedback is looked at: the same in daily cells, mentions and feedback documents. Immutable.
 *
 * @param values the allowed values of channel, product, segment, lang, suspect; a field that is not
 *     named, or has no values, is not restricted
 * @param period the days, or null for all feedback, also that without a date
 * @param zone time zone of the days, that of the job
 */
public record ScoreFilter(Map<String, List<String>> values, Period period, ZoneId zone) {
  /** Keeps copies. */
  public ScoreFilter {
    values = Map.copyOf(values);
  }

  /** Every feedback. */
  public static ScoreFilter all(ZoneId zone) {
    return new ScoreFilter(Map.of(), null, zone);
  }

  /** The same with one field restricted to these values. */
  public ScoreFilter with(String field, List<String> allowed) {
    Map<String, List<String>> more = new TreeMap<>(values);
    more.put(field, List.copyOf(allowed));
    return new ScoreFilter(more, period, zone);
  }

  /** The same without suspects. */
  public ScoreFilter withoutSuspects() {
    return with("suspect", List.of("false"));
  }

  /** The same in another period. */
  public ScoreFilter in(Period days) {
    return new ScoreFilter(values, days, zone);
  }

  /** The same feedback by the instant of its publication, for mentions and feedback documents. */
  public MentionFilter byInstant() {
    MentionFilter filter = new MentionFilter(values, null, null);
    return period == null
        ? filter
        : filter.between(
            period.from().atStartOfDay(zone).toInstant(),
            period.to().atStartOfDay(zone).toInstant());
  }

  /** The daily cells. */
  Query query() {
    Query restricted = new MentionFilter(values, null, null).query();
    if (period == null) {
      return restricted;
    }
    LocalDate from = period.from();
    LocalDate to = period.to();
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(restricted)
                        .filter(
                            f ->
                                f.range(
                                    r ->
                                        r.date(
                                            d ->
                                                d.field("day")
                                                    .gte(from.toString())
                                                    .lt(to.toString()))))));
  }
}
