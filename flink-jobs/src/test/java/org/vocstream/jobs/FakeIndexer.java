package org.vocstream.jobs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.VocIndex;

/** An index that takes everything, but for what a test tells it to answer first. */
final class FakeIndexer implements BatchIndexer<String> {
  static final Outcome CREATED = new Outcome(Outcome.Kind.CREATED, null);
  static final Outcome RETRY = new Outcome(Outcome.Kind.RETRY, "429 too many requests");
  static final Outcome REJECTED = new Outcome(Outcome.Kind.REJECTED, "400 mapper parsing");

  private final Deque<Function<List<String>, List<Outcome>>> answers = new ArrayDeque<>();
  private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean closed;

  /** The next answer not yet told. */
  FakeIndexer then(Function<List<String>, List<Outcome>> answer) {
    answers.add(answer);
    return this;
  }

  FakeIndexer then(Outcome... outcomes) {
    return then(batch -> List.of(outcomes));
  }

  @Override
  public List<Outcome> index(List<String> batch) {
    asked.add(List.copyOf(batch));
    Function<List<String>, List<Outcome>> answer = answers.poll();
    return answer == null ? all(CREATED, batch) : answer.apply(batch);
  }

  static List<Outcome> all(Outcome outcome, List<String> batch) {
    return Collections.nCopies(batch.size(), outcome);
  }

  @Override
  public VocIndex writes() {
    return VocIndex.FEEDBACK;
  }

  @Override
  public Instant publishedAt(String element) {
    return element.startsWith("published ")
        ? Instant.parse(element.substring("published ".length()))
        : null;
  }

  /** The batches that were to be written, in order. */
  List<List<String>> asked() {
    return List.copyOf(asked);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
