package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

/**
 * The words behind a number: exactly the mentions that a cell counts, or the feedback where it
 * counts these. Safe for several threads. Every method throws IOException where Elasticsearch
 * cannot be reached, and ElasticsearchException where it refuses.
 */
public final class VoicesQuery {
  /** Mentions of a page at the most. */
  public static final int MOST = 500;

  /** Feedback in which words are found, at the most; one page of Elasticsearch. */
  private static final int FOUND = 10_000;

  /** An id that no feedback has; Elasticsearch takes no empty one. */
  private static final String[] NONE = {"-"};

  private final ElasticsearchClient client;

  /**
   * Which voices are asked for. Immutable.
   *
   * @param brands of which brands; empty for all
   * @param subject of what
   * @param filter over which feedback
   * @param polarity 1, 0 or -1; null for all
   * @param words that stand in the text of the feedback, one after the other; null for any text
   * @param over of whole feedback, that in which customers put the one brand above this one; null
   *     for any
   */
  public record Asked(
      List<String> brands,
      Subject subject,
      ScoreFilter filter,
      Integer polarity,
      String words,
      String over) {
    /**
     * Keeps a copy.
     *
     * @throws QuestionException where {@code over} goes with anything but one brand and whole
     *     feedback
     */
    public Asked {
      brands = List.copyOf(brands);
      if (over != null && (brands.size() != 1 || subject.scope() != Scope.FEEDBACK)) {
        throw QuestionException.wrong(
            "over",
            "goes with one brand and scope feedback: whose feedback puts it above the other");
      }
    }
  }

  /**
   * One page.
   *
   * @param n how many there are in all
   * @param voices documents of {@code voc-mentions} with {@code id} and the {@code text} of the
   *     feedback, newest first
   * @param after where the next page begins; empty on the last
   */
  public record Page(long n, List<ObjectNode> voices, List<FieldValue> after) {}

  /** Queries of this cluster. */
  public VoicesQuery(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * A page of voices.
   *
   * @param size voices of a page, at most {@link #MOST}
   * @param after {@link Page#after()} of the page before; empty for the first
   * @throws QuestionException where the words stand in too many feedback
   */
  public Page page(Asked asked, int size, List<FieldValue> after) throws IOException {
    boolean whole = asked.subject().scope() == Scope.FEEDBACK;
    MentionFilter filter = filter(asked);
    Query query = filter.query();
    SearchResponse<ObjectNode> found =
        client.search(
            s -> {
              s.index(whole ? VocIndex.FEEDBACK.alias() : VocIndex.MENTIONS.alias())
                  .size(Math.min(size, MOST))
                  .trackTotalHits(t -> t.enabled(true))
                  .query(query)
                  .sort(newestFirst(whole));
              return after.isEmpty() ? s : s.searchAfter(after);
            },
            ObjectNode.class);
    List<Hit<ObjectNode>> hits = found.hits().hits();
    List<ObjectNode> voices = new ArrayList<>();
    for (Hit<ObjectNode> hit : hits) {
      voices.add(whole ? ofFeedback(hit, asked) : hit.source().put("id", hit.id()));
    }
    if (!whole) {
      addTexts(voices);
    }
    return new Page(
        found.hits().total().value(),
        voices,
        hits.size() < Math.min(size, MOST) ? List.of() : hits.get(hits.size() - 1).sort());
  }

  /**
   * The mentions that the models are surest of, suspects left out, one for each author (each
   * feedback, where the author is not known); of equally sure ones by feedback.
   *
   * @param size how many at the most, up to {@link #MOST}
   * @throws QuestionException where the words stand in too many feedback
   */
  public List<ObjectNode> surest(Asked asked, int size) throws IOException {
    if (asked.subject().scope() == Scope.FEEDBACK) {
      throw new IllegalArgumentException("of whole feedback the models say no confidence");
    }
    Query query = filter(asked).with("suspect", "false").query();
    List<ObjectNode> voices =
        new ArrayList<>(
            client
                .search(
                    s ->
                        s.index(VocIndex.MENTIONS.alias())
                            .size(Math.min(size, MOST))
                            .query(query)
                            .collapse(c -> c.field("cluster"))
                            .sort(o -> o.field(f -> f.field("confidence").order(SortOrder.Desc)))
                            .sort(o -> o.field(f -> f.field("feedback").order(SortOrder.Asc)))
                            .sort(o -> o.field(f -> f.field("ordinal").order(SortOrder.Asc))),
                    ObjectNode.class)
                .hits()
                .hits()
                .stream()
                .map(hit -> hit.source().put("id", hit.id()))
                .toList());
    addTexts(voices);
    return voices;
  }

  /**
   * The document of a feedback with all its mentions ({@code mentions}, in order of their place).
   *
   * @param id {@code _id} in {@code voc-feedback}
   */
  public Optional<ObjectNode> feedback(String id) throws IOException {
    ObjectNode feedback =
        client.get(g -> g.index(VocIndex.FEEDBACK.alias()).id(id), ObjectNode.class).source();
    if (feedback == null) {
      return Optional.empty();
    }
    List<ObjectNode> mentions =
        client
            .search(
                s ->
                    s.index(VocIndex.MENTIONS.alias())
                        .size(FOUND)
                        .query(MentionFilter.all().with("feedback", id).query())
                        .sort(o -> o.field(f -> f.field("ordinal").order(SortOrder.Asc))),
                ObjectNode.class)
            .hits()
            .hits()
            .stream()
            .map(hit -> hit.source().put("id", hit.id()))
            .toList();
    feedback.put("_id", id).putArray("mentions").addAll(mentions);
    return Optional.of(feedback);
  }

  private MentionFilter filter(Asked asked) throws IOException {
    boolean whole = asked.subject().scope() == Scope.FEEDBACK;
    MentionFilter filter = asked.filter().byInstant();
    if (asked.words() != null) {
      // Of any brand: a mention may be of another brand than its feedback.
      String[] ids = withWords(filter, asked.words());
      filter = filter.with(whole ? "_id" : "feedback", ids.length == 0 ? NONE : ids);
    }
    if (asked.over() != null) {
      // A feedback may compare brands whose it is not.
      filter = filter.with("_id", ids(asked));
      return asked.polarity() == null
          ? filter
          : filter.with("sentiment.label", asked.polarity().toString());
    }
    if (!asked.brands().isEmpty()) {
      filter = filter.with("brand", asked.brands().toArray(new String[0]));
    }
    filter = filter.about(asked.subject());
    if (whole) {
      String[] labels =
          asked.polarity() == null
              ? new String[] {"-1", "0", "1"}
              : new String[] {asked.polarity().toString()};
      return filter.with("sentiment.label", labels);
    }
    return asked.polarity() == null ? filter : filter.with("polarity", asked.polarity().toString());
  }

  private String[] ids(Asked asked) throws IOException {
    List<String> ids =
        new HeadToHead(client).feedback(asked.brands().get(0), asked.over(), asked.filter());
    if (ids.size() > FOUND) {
      throw QuestionException.wrong(
          "over",
          "more than %,d feedback compare the two; choose a shorter period".formatted(FOUND));
    }
    return ids.isEmpty() ? NONE : ids.toArray(String[]::new);
  }

  private String[] withWords(MentionFilter filter, String words) throws IOException {
    Query query = filter.query();
    List<Hit<Void>> hits =
        client
            .search(
                s ->
                    s.index(VocIndex.FEEDBACK.alias())
                        .size(FOUND)
                        .source(f -> f.fetch(false))
                        .query(
                            q ->
                                q.bool(
                                    b ->
                                        b.filter(query)
                                            .filter(
                                                f ->
                                                    f.matchPhrase(
                                                        m -> m.field("text").query(words))))),
                Void.class)
            .hits()
            .hits();
    if (hits.size() == FOUND) {
      throw QuestionException.wrong(
          "q", "these words stand in %,d feedback or more; look for more words".formatted(FOUND));
    }
    return hits.stream().map(Hit::id).toArray(String[]::new);
  }

  private void addTexts(List<ObjectNode> voices) throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    voices.forEach(voice -> ids.add(voice.path("feedback").asText()));
    if (ids.isEmpty()) {
      return;
    }
    Map<String, String> texts = new HashMap<>();
    client
        .search(
            s ->
                s.index(VocIndex.FEEDBACK.alias())
                    .size(ids.size())
                    .source(f -> f.filter(i -> i.includes("text")))
                    .query(q -> q.ids(i -> i.values(List.copyOf(ids)))),
            ObjectNode.class)
        .hits()
        .hits()
        .forEach(hit -> texts.put(hit.id(), hit.source().path("text").asText()));
    for (ObjectNode voice : voices) {
      String text = texts.get(voice.path("feedback").asText());
      // It may have been withdrawn a moment ago.
      if (text != null) {
        voice.put("text", text);
      }
    }
  }

  /** A feedback in the fields of a mention: it speaks as a whole, or by its comparison. */
  private static ObjectNode ofFeedback(Hit<ObjectNode> hit, Asked asked) {
    ObjectNode document = hit.source();
    ObjectNode voice = document.objectNode().put("id", hit.id()).put("feedback", hit.id());
    for (String field :
        List.of(
            "brand",
            "channel",
            "product",
            "published_at",
            "lang",
            "suspect",
            "scored_by",
            "text",
            "rating")) {
      if (document.has(field)) {
        voice.set(field, document.get(field));
      }
    }
    for (JsonNode comparison :
        asked.over() == null ? List.<JsonNode>of() : document.path("comparisons")) {
      if (comparison.path("winner").asText().equals(asked.brands().get(0))
          && comparison.path("loser").asText().equals(asked.over())) {
        voice.set("start", comparison.get("start"));
        voice.set("end", comparison.get("end"));
        break;
      }
    }
    return voice.put("polarity", document.at("/sentiment/label").asInt());
  }

  private static List<SortOptions> newestFirst(boolean whole) {
    List<SortOptions> sort = new ArrayList<>();
    sort.add(SortOptions.of(s -> s.field(f -> f.field("published_at").order(SortOrder.Desc))));
    for (String field : whole ? List.of("source", "id") : List.of("feedback", "ordinal")) {
      sort.add(SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc))));
    }
    return sort;
  }
}
