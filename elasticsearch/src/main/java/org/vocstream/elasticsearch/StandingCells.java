package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the feedback that stands in the index adds to the daily cells: first the sentiment of each,
 * then the mentions of each. A job that begins without a state takes it from here, and a
 * recomputation reckons the cells from it. Holds the mentions of one feedback at a time. For one
 * thread; throws as {@link IndexScan} does.
 */
public final class StandingCells implements Iterator<FeedbackCells>, Closeable {
  private final IndexScan feedback;
  private final IndexScan mentions;
  private final ZoneId zone;
  private ObjectNode next;
  private long feedbackRead;

  /**
   * Opens what stands now.
   *
   * @param target which generations
   * @param zone time zone of the days
   * @throws IOException where Elasticsearch cannot be reached
   */
  public StandingCells(ElasticsearchClient client, Target target, ZoneId zone) throws IOException {
    Query all = Query.of(q -> q.matchAll(m -> m));
    this.zone = zone;
    this.feedback =
        new IndexScan(client, target.feedback(), all, FeedbackCells.FEEDBACK_FIELDS, List.of());
    this.mentions =
        new IndexScan(
            client,
            target.mentions(),
            all,
            FeedbackCells.MENTION_FIELDS,
            List.of("feedback", "ordinal"));
  }

  @Override
  public boolean hasNext() {
    return feedback.hasNext() || next != null || mentions.hasNext();
  }

  @Override
  public FeedbackCells next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (feedback.hasNext()) {
      Hit<ObjectNode> hit = feedback.next();
      feedbackRead++;
      return FeedbackCells.ofFeedback(hit.id(), hit.source(), zone);
    }
    List<ObjectNode> own = new ArrayList<>();
    own.add(next == null ? mentions.next().source() : next);
    next = null;
    while (next == null && mentions.hasNext()) {
      ObjectNode mention = mentions.next().source();
      if (mention.path("feedback").equals(own.get(0).path("feedback"))) {
        own.add(mention);
      } else {
        next = mention;
      }
    }
    return FeedbackCells.ofMentions(own, zone);
  }

  /** Number of feedback read so far. */
  long feedbackRead() {
    return feedbackRead;
  }

  @Override
  public void close() throws IOException {
    feedback.close();
    mentions.close();
  }
}
