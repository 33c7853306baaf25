package org.vocstream.jobs;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.vocstream.jobs.IndexSource.Whole;

/** Gives the one split of an {@link IndexSource} to the reader that asks first. */
final class IndexEnumerator<T> implements SplitEnumerator<Whole<T>, Boolean> {
  private final SplitEnumeratorContext<Whole<T>> context;
  private Whole<T> left;

  /**
   * An enumerator.
   *
   * @param left what is still to be given, or null
   */
  IndexEnumerator(SplitEnumeratorContext<Whole<T>> context, Whole<T> left) {
    this.context = context;
    this.left = left;
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, String host) {
    if (!context.registeredReaders().containsKey(subtask)) {
      return; // It failed in between, and asks again when it is back.
    }
    if (left == null) {
      context.signalNoMoreSplits(subtask);
    } else {
      context.assignSplit(left, subtask);
      left = null;
    }
  }

  @Override
  public void addSplitsBack(List<Whole<T>> splits, int subtask) {
    if (!splits.isEmpty()) {
      left = splits.get(0);
    }
  }

  @Override
  public void addReader(int subtask) {}

  @Override
  public Boolean snapshotState(long checkpoint) {
    return left != null;
  }

  @Override
  public void close() {}
}
