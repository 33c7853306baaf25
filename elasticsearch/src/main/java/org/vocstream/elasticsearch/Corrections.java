package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What analysts say is wrong. A correction is kept beside the mention and changes no score; {@code
 * voc corrections export} makes labelled data of them. Safe for several threads. Every method
 * throws IOException where Elasticsearch cannot be reached, and ElasticsearchException where it
 * refuses.
 */
public final class Corrections {
  private final ElasticsearchClient client;
  private final Clock clock;

  /** Corrections in this cluster; {@code clock} tells when one is made. */
  public Corrections(ElasticsearchClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Keeps a correction with what was scored; one that the same person made of the same mention
   * before is replaced.
   *
   * @return its {@code _id}, or empty where there is no such mention
   */
  public Optional<String> add(Correction correction) throws IOException {
    ObjectNode mention =
        client
            .get(g -> g.index(VocIndex.MENTIONS.alias()).id(correction.mention()), ObjectNode.class)
            .source();
    if (mention == null) {
      return Optional.empty();
    }
    String id = DocumentId.feedback(correction.mention() + "/" + correction.by().strip());
    ObjectNode document =
        new Fields()
            .put("mention", correction.mention())
            .put("feedback", mention.path("feedback").asText())
            .put("kind", correction.kind().code())
            .put("brand", text(mention, "brand"))
            .put("channel", text(mention, "channel"))
            .put("indicator", text(mention, "indicator"))
            .put("polarity", mention.path("polarity").intValue())
            .put("start", mention.path("start").intValue())
            .put("end", mention.path("end").intValue())
            .put("evidence", text(mention, "evidence"))
            .put("scored_by", text(mention, "scored_by"))
            .put("corrected_indicator", correction.indicator())
            .put("corrected_polarity", correction.polarity())
            .put("by", correction.by().strip())
            .put("note", correction.note())
            .put("at", clock.instant())
            .json();
    client.index(
        i ->
            i.index(VocIndex.CORRECTIONS.alias())
                .id(id)
                .document(document)
                .refresh(Refresh.WaitFor));
    return Optional.of(id);
  }

  /**
   * Every correction, by feedback and place.
   *
   * @throws IOException where Elasticsearch cannot be reached; the caller closes the scan
   */
  public IndexScan all() throws IOException {
    return new IndexScan(
        client,
        VocIndex.CORRECTIONS.alias(),
        MentionFilter.all().query(),
        List.of(),
        List.of("feedback", "start", "mention", "by"));
  }

  /** Hands over every feedback in which something was corrected and that still stands. */
  public void feedback(Consumer<CorrectedFeedback> sink) throws IOException {
    VoicesQuery voices = new VoicesQuery(client);
    try (IndexScan scan = all()) {
      List<ObjectNode> ofOne = new ArrayList<>();
      while (scan.hasNext()) {
        ObjectNode next = scan.next().source();
        if (!ofOne.isEmpty() && !ofOne.get(0).path("feedback").equals(next.path("feedback"))) {
          hand(voices, ofOne, sink);
          ofOne.clear();
        }
        ofOne.add(next);
      }
      if (!ofOne.isEmpty()) {
        hand(voices, ofOne, sink);
      }
    }
  }

  private static void hand(
      VoicesQuery voices, List<ObjectNode> corrections, Consumer<CorrectedFeedback> sink)
      throws IOException {
    voices
        .feedback(corrections.get(0).path("feedback").asText())
        .ifPresent(feedback -> sink.accept(CorrectedFeedback.of(feedback, corrections)));
  }

  private static String text(ObjectNode document, String field) {
    return document.path(field).asText(null);
  }
}
