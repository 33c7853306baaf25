package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Compares two generations feedback by feedback. Reads the earlier one page by page and of each
 * page's feedback what the later one holds, so memory does not grow with the index. What is written
 * meanwhile may or may not be seen. Safe for several threads.
 */
public final class GenerationDiff {
  private static final int PAGE = 1_000;

  private final ElasticsearchClient client;

  /** Compares in this cluster. */
  public GenerationDiff(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * Compares them.
   *
   * @param examples number of examples for each indicator and kind of change
   * @param progress is told the number of feedback compared, now and then
   * @throws IOException where Elasticsearch cannot be reached
   */
  public RescoreDiff compare(
      Generation before, Generation after, int examples, LongConsumer progress) throws IOException {
    Counts counts = new Counts(client);
    counts.refresh(before);
    counts.refresh(after);
    DiffSums sums = new DiffSums(examples);
    long read = 0;
    try (IndexScan feedback = scan(before.target().feedback(), Query.of(q -> q.matchAll(m -> m)))) {
      Map<String, Integer> page = new HashMap<>();
      while (feedback.hasNext()) {
        read++;
        Hit<ObjectNode> hit = feedback.next();
        page.put(hit.id(), label(hit.source()));
        if (page.size() == PAGE || !feedback.hasNext()) {
          add(page, before.target(), after.target(), sums);
          page.clear();
          progress.accept(read);
        }
      }
    }
    return sums.diff(read, counts.of(after, VocIndex.FEEDBACK, null));
  }

  private void add(Map<String, Integer> page, Target before, Target after, DiffSums sums)
      throws IOException {
    List<String> ids = List.copyOf(page.keySet());
    Map<String, List<StoredMention>> mentionsBefore = mentions(before.mentions(), ids);
    Map<String, List<StoredMention>> mentionsAfter = mentions(after.mentions(), ids);
    try (IndexScan found = scan(after.feedback(), Query.of(q -> q.ids(i -> i.values(ids))))) {
      while (found.hasNext()) {
        Hit<ObjectNode> hit = found.next();
        sums.add(
            hit.id(),
            page.get(hit.id()),
            label(hit.source()),
            mentionsBefore.getOrDefault(hit.id(), List.of()),
            mentionsAfter.getOrDefault(hit.id(), List.of()));
      }
    }
  }

  private IndexScan scan(String index, Query query) throws IOException {
    return new IndexScan(client, index, query, List.of("sentiment.label"), List.of(), PAGE);
  }

  private Map<String, List<StoredMention>> mentions(String index, List<String> feedback)
      throws IOException {
    List<FieldValue> ids = feedback.stream().map(FieldValue::of).toList();
    Map<String, List<StoredMention>> byFeedback = new HashMap<>();
    try (IndexScan found =
        new IndexScan(
            client,
            index,
            Query.of(q -> q.terms(t -> t.field("feedback").terms(v -> v.value(ids)))),
            StoredMention.FIELDS,
            List.of("feedback", "ordinal"))) {
      while (found.hasNext()) {
        ObjectNode mention = found.next().source();
        byFeedback
            .computeIfAbsent(mention.path("feedback").asText(), id -> new ArrayList<>())
            .add(StoredMention.of(mention));
      }
    }
    return byFeedback;
  }

  private static Integer label(JsonNode document) {
    JsonNode label = document.at("/sentiment/label");
    return label.isMissingNode() ? null : Integer.valueOf(label.asInt());
  }
}
