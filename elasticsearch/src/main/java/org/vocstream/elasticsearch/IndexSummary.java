package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.MaxAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.feedback.DeadLetter;

/**
 * How fresh and how clean what stands in the index is. Immutable.
 *
 * @param newestPublished the newest date of publication, those in the future left out; null where
 *     there is none
 * @param lastWritten when a feedback was last written, or null
 * @param suspects feedback that is suspect
 * @param flags feedback by flag
 * @param deadLetters dead letters by reason: the field at fault, {@value #WHOLE_RECORD} where the
 *     record cannot be read at all, {@value DeadLetter#INDEX} where Elasticsearch has refused it
 */
public record IndexSummary(
    Instant newestPublished,
    Instant lastWritten,
    long suspects,
    SortedMap<String, Long> flags,
    SortedMap<String, Long> deadLetters) {
  /** The reason where no field but the record as a whole is at fault. */
  public static final String WHOLE_RECORD = "record";

  private static final int MOST = 50;

  /**
   * Asks the current generation; what was written in the last second may be missing.
   *
   * @param now what is dated later does not count as the newest
   * @throws IOException where Elasticsearch cannot be reached
   */
  public static IndexSummary read(ElasticsearchClient client, Instant now) throws IOException {
    Map<String, Aggregate> feedback =
        client
            .search(
                s ->
                    s.index(VocIndex.FEEDBACK.alias())
                        .size(0)
                        .aggregations(
                            "past",
                            a ->
                                a.filter(
                                        q ->
                                            q.range(
                                                r ->
                                                    r.date(
                                                        d ->
                                                            d.field("published_at")
                                                                .lte(now.toString()))))
                                    .aggregations(
                                        "newest", m -> m.max(x -> x.field("published_at"))))
                        .aggregations("written", a -> a.max(m -> m.field("ingested_at")))
                        .aggregations(
                            "suspect",
                            a -> a.filter(q -> q.term(t -> t.field("suspect").value(true))))
                        .aggregations("flags", a -> a.terms(t -> t.field("flags").size(MOST))),
                Void.class)
            .aggregations();
    return new IndexSummary(
        instant(feedback.get("past").filter().aggregations().get("newest").max()),
        instant(feedback.get("written").max()),
        feedback.get("suspect").filter().docCount(),
        counts(feedback.get("flags")),
        deadLetters(client));
  }

  private static SortedMap<String, Long> deadLetters(ElasticsearchClient client)
      throws IOException {
    SortedMap<String, Long> reasons = new TreeMap<>();
    client
        .search(
            s ->
                s.index(VocIndex.DEAD_LETTERS.alias())
                    .size(0)
                    .aggregations(
                        "stage",
                        a ->
                            a.terms(t -> t.field("stage").size(MOST))
                                .aggregations(
                                    "field",
                                    f ->
                                        f.terms(
                                            t ->
                                                t.field("field")
                                                    .missing(WHOLE_RECORD)
                                                    .size(MOST)))),
            Void.class)
        .aggregations()
        .get("stage")
        .sterms()
        .buckets()
        .array()
        .forEach(
            stage -> {
              if (stage.key().stringValue().equals(DeadLetter.INDEX)) {
                reasons.merge(DeadLetter.INDEX, stage.docCount(), Long::sum);
              } else {
                counts(stage.aggregations().get("field"))
                    .forEach((field, count) -> reasons.merge(field, count, Long::sum));
              }
            });
    return reasons;
  }

  private static SortedMap<String, Long> counts(Aggregate terms) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (StringTermsBucket bucket : terms.sterms().buckets().array()) {
      counts.put(bucket.key().stringValue(), bucket.docCount());
    }
    return counts;
  }

  /** Of no document at all the client says 0, and no date in words. */
  private static Instant instant(MaxAggregate newest) {
    return newest.valueAsString() == null ? null : Instant.ofEpochMilli((long) newest.value());
  }
}
