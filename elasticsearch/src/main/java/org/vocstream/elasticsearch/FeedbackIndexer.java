package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vocstream.scoring.ScoredFeedback;

/**
 * Writes scored feedback and its mentions. A version of a feedback replaces the one before it with
 * all its mentions; one that is taken back removes them. Writing the same twice leaves the same
 * documents but for {@code ingested_at}.
 *
 * <p>Blocks until Elasticsearch has answered; never tries again by itself. Safe for several threads
 * as long as no two of them write the same feedback at once: the caller keeps one key to one thread
 * at a time.
 */
public final class FeedbackIndexer {
  private final ElasticsearchClient client;
  private final Target target;
  private final Clock clock;
  private final BulkWriter bulk;

  /**
   * An indexer.
   *
   * @param target where to write
   * @param clock tells {@code ingested_at}
   */
  public FeedbackIndexer(ElasticsearchClient client, Target target, Clock clock) {
    this.client = client;
    this.target = target;
    this.clock = clock;
    this.bulk = new BulkWriter(client, target.aliases());
  }

  /**
   * Writes the batch. Of two versions of one feedback the later in the list counts.
   *
   * @return one outcome per entry, in order
   */
  public List<Outcome> index(List<ScoredFeedback> batch) {
    Map<String, FeedbackWrite> latest = new HashMap<>();
    List<FeedbackWrite> writes = new ArrayList<>(batch.size());
    for (ScoredFeedback scored : batch) {
      FeedbackWrite write = new FeedbackWrite(scored, target);
      FeedbackWrite earlier = latest.put(write.id(), write);
      if (earlier != null) {
        earlier.end(Outcome.of(Outcome.Kind.SUPERSEDED));
      }
      writes.add(write);
    }
    // Nearly every feedback is new: only of the others is it worth asking what stands there.
    step(underWay(writes), write -> write.first(clock), failure -> failure);
    List<FeedbackWrite> replacing = underWay(writes);
    readEarlierMentions(replacing);
    step(underWay(replacing), FeedbackWrite::surplusRemoval, failure -> failure);
    finish(underWay(replacing));
    removeRejected(writes);
    return writes.stream().map(FeedbackWrite::outcome).toList();
  }

  /** Writes the feedback themselves over what stood there. */
  private void finish(List<FeedbackWrite> writes) {
    List<Outcome> outcomes = bulk.send(writes.stream().map(w -> w.feedback(clock)).toList());
    for (int i = 0; i < outcomes.size(); i++) {
      writes.get(i).end(outcomes.get(i));
    }
  }

  private static List<FeedbackWrite> underWay(List<FeedbackWrite> writes) {
    return writes.stream().filter(write -> write.outcome() == null).toList();
  }

  private void readEarlierMentions(List<FeedbackWrite> writes) {
    if (writes.isEmpty()) {
      return;
    }
    List<String> ids = writes.stream().map(FeedbackWrite::id).toList();
    try {
      List<MultiGetResponseItem<ObjectNode>> found =
          client
              .mget(
                  m -> m.index(target.feedback()).ids(ids).sourceIncludes("mention_count"),
                  ObjectNode.class)
              .docs();
      for (int i = 0; i < found.size(); i++) {
        readEarlierMentions(writes.get(i), found.get(i));
      }
    } catch (ElasticsearchException e) {
      retryAll(writes, RequestFailure.of(e));
    } catch (IOException e) {
      retryAll(writes, RequestFailure.of(e));
    }
  }

  private static void retryAll(List<FeedbackWrite> writes, RequestFailure failure) {
    writes.forEach(write -> write.end(Outcome.retry(failure.reason())));
  }

  private static void readEarlierMentions(
      FeedbackWrite write, MultiGetResponseItem<ObjectNode> found) {
    if (found.isFailure()) {
      write.end(Outcome.retry(RequestFailure.words(found.failure().error())));
    } else if (found.result().found()) {
      write.earlierMentions(found.result().source().path("mention_count").asInt());
    }
  }

  /**
   * Sends one step of each feedback. A write that fails ends its feedback with {@code end}; one
   * that was to be the first of its id and is not stays under way.
   */
  private void step(
      List<FeedbackWrite> writes,
      Function<FeedbackWrite, List<Write>> documents,
      UnaryOperator<Outcome> end) {
    List<FeedbackWrite> owners = new ArrayList<>();
    List<Write> sent = new ArrayList<>();
    for (FeedbackWrite write : writes) {
      for (Write document : documents.apply(write)) {
        owners.add(write);
        sent.add(document);
      }
    }
    List<Outcome> outcomes = bulk.send(sent);
    for (int i = 0; i < sent.size(); i++) {
      Outcome outcome = outcomes.get(i);
      boolean failed = outcome.is(Outcome.Kind.RETRY) || outcome.is(Outcome.Kind.REJECTED);
      if (failed && !isRetry(owners.get(i))) {
        owners.get(i).end(end.apply(outcome));
      } else if (outcome.is(Outcome.Kind.CREATED)
          && sent.get(i).kind() == Write.Kind.CREATE
          && owners.get(i).outcome() == null) {
        owners.get(i).end(outcome);
      }
    }
  }

  /** Leaves no half of a refused feedback: all of it goes, and a dead letter says why. */
  private void removeRejected(List<FeedbackWrite> writes) {
    // Whatever fails here, a refused dead letter included, is no end: nothing may get lost.
    readEarlierMentions(rejected(writes));
    List<FeedbackWrite> rejected = rejected(writes);
    step(rejected, FeedbackWrite::mentionRemoval, failure -> Outcome.retry(failure.reason()));
    step(
        rejected(rejected),
        write -> write.refusal(clock),
        failure -> Outcome.retry(failure.reason()));
  }

  private static List<FeedbackWrite> rejected(List<FeedbackWrite> writes) {
    return writes.stream().filter(w -> w.outcome().is(Outcome.Kind.REJECTED)).toList();
  }

  private static boolean isRetry(FeedbackWrite write) {
    return write.outcome() != null && write.outcome().is(Outcome.Kind.RETRY);
  }
}
