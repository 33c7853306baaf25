package org.vocstream.jobs;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.vocstream.elasticsearch.AlertIndexer;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.DeadLetterIndexer;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.FeedbackIndexer;
import org.vocstream.elasticsearch.GenerationIndexer;
import org.vocstream.elasticsearch.LateFeedback;
import org.vocstream.elasticsearch.LateIndexer;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.ScoreIndexer;
import org.vocstream.elasticsearch.Target;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.feedback.DeadLetter;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.alert.Alert;

/**
 * What the sinks write with. Credentials are read from the environment of the process that writes,
 * so they stand in no job graph.
 */
final class Indexers {
  private Indexers() {}

  /** Writes feedback with its mentions. */
  static BatchIndexer.Factory<ScoredFeedback> feedback(URI elasticsearch, Target target) {
    return () ->
        connected(
            elasticsearch,
            VocIndex.FEEDBACK,
            scored -> scored.feedback().publishedAt(),
            c -> new FeedbackIndexer(c.client(), target, Clock.systemUTC())::index);
  }

  /** Writes dead letters. */
  static BatchIndexer.Factory<DeadLetter> deadLetters(URI elasticsearch) {
    return () ->
        connected(
            elasticsearch,
            VocIndex.DEAD_LETTERS,
            c -> new DeadLetterIndexer(c.client(), Target.current(), Clock.systemUTC())::index);
  }

  /** Writes daily cells; {@code zone} is the time zone of the days. */
  static BatchIndexer.Factory<ScoreCell> cells(URI elasticsearch, String zone) {
    return () ->
        connected(
            elasticsearch,
            VocIndex.SCORES,
            c ->
                new ScoreIndexer(c.client(), Target.current(), ZoneId.of(zone), Clock.systemUTC())
                    ::index);
  }

  /** Writes alerts with their proof; {@code zone} is the time zone of the days. */
  static BatchIndexer.Factory<Alert> alerts(URI elasticsearch, String zone) {
    return () ->
        connected(
            elasticsearch,
            VocIndex.ALERTS,
            c ->
                new AlertIndexer(c.client(), Target.current(), ZoneId.of(zone), Clock.systemUTC())
                    ::index);
  }

  /** Writes down what came too late. */
  static BatchIndexer.Factory<LateFeedback> late(URI elasticsearch) {
    return () ->
        connected(
            elasticsearch,
            VocIndex.LATE,
            c -> new LateIndexer(c.client(), Clock.systemUTC())::index);
  }

  /** Writes down how far the generation of this number is made. */
  static BatchIndexer.Factory<Instant> generation(URI elasticsearch, int number) {
    return () ->
        connected(
            elasticsearch,
            // What a generation is made of stands in its index of feedback.
            VocIndex.FEEDBACK,
            c -> new GenerationIndexer(c.client(), number)::index);
  }

  private static <T> BatchIndexer<T> connected(
      URI uri,
      VocIndex writes,
      Function<ElasticsearchConnection, Function<List<T>, List<Outcome>>> indexer)
      throws IOException {
    return connected(uri, writes, element -> null, indexer);
  }

  private static <T> BatchIndexer<T> connected(
      URI uri,
      VocIndex writes,
      Function<T, Instant> publishedAt,
      Function<ElasticsearchConnection, Function<List<T>, List<Outcome>>> indexer)
      throws IOException {
    ElasticsearchConnection connection =
        ElasticsearchConnection.open(uri, Credentials.of(System.getenv()));
    Function<List<T>, List<Outcome>> index = indexer.apply(connection);
    return new BatchIndexer<>() {
      @Override
      public List<Outcome> index(List<T> batch) {
        return index.apply(batch);
      }

      @Override
      public VocIndex writes() {
        return writes;
      }

      @Override
      public Instant publishedAt(T element) {
        return publishedAt.apply(element);
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }
}
