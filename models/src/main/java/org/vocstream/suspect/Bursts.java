package org.vocstream.suspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds at one place what is one of many in a short time: each feedback in any stretch of time of
 * the burst's length that holds as many as the burst's size. One voice counts once. That depends on
 * which feedback there are and not on the order in which they came; each time it changes for one of
 * them, a finding says so. Works on the state it is given; for one thread.
 */
public final class Bursts {
  private final List<InTime> all;
  private final SuspectOptions.Burst burst;
  private final Consumer<Finding> findings;

  /**
   * Bursts at a place.
   *
   * @param all what is known there, in order, all with their time; changed in place
   * @param findings takes every change
   */
  public Bursts(List<InTime> all, SuspectOptions.Burst burst, Consumer<Finding> findings) {
    this.all = all;
    this.burst = burst;
    this.findings = findings;
  }

  /**
   * How long after its time a feedback must be kept: those that a new one next to it can mark lie
   * in stretches that begin no more than two lengths before it, and as much again for one that is
   * taken away.
   */
  public static Duration kept(SuspectOptions.Burst burst) {
    return burst.within().multipliedBy(4);
  }

  /** Takes in one more feedback, not there yet, until the time given. */
  public void add(Trace trace, long until) {
    all.add(
        position(trace), new InTime(trace.key(), trace.voice(), trace.publishedAt(), until, false));
    judge(trace);
  }

  /**
   * Takes a feedback away, if it is there still. One that is about to be forgotten stays, for some
   * of those around it may be forgotten already.
   *
   * @param now event time in ms
   */
  public void remove(Trace trace, long now) {
    int at = position(trace);
    boolean there = at < all.size() && all.get(at).key().equals(trace.key());
    if (there && all.get(at).until() - kept(burst).toMillis() / 2 >= now) {
      if (all.remove(at).burst()) {
        tell(trace, false);
      }
      judge(trace);
    }
  }

  /** Forgets what is not to be kept any longer; what was found stays. */
  public void forget(long now) {
    all.removeIf(one -> one.until() <= now);
  }

  /** Judges all that this one more or less can change. */
  private void judge(Trace changed) {
    Instant at = changed.publishedAt();
    Duration within = burst.within();
    int start = from(at.minus(within.multipliedBy(2)));
    int end = after(at.plus(within.multipliedBy(2)));
    boolean[] marked = new boolean[end - start];
    Map<Long, Integer> voices = new HashMap<>();
    int last = start;
    for (int first = start; first < end; first++) {
      Instant limit = time(first).plus(within);
      while (last < end && !time(last).isAfter(limit)) {
        voices.merge(voice(last++), 1, Integer::sum);
      }
      if (voices.size() >= burst.size()) {
        Arrays.fill(marked, first - start, last - start, true);
      }
      voices.computeIfPresent(voice(first), (v, n) -> n == 1 ? null : n - 1);
    }
    for (int i = from(at.minus(within)); i < after(at.plus(within)); i++) {
      InTime one = all.get(i);
      if (one.burst() != marked[i - start]) {
        all.set(
            i,
            new InTime(one.key(), one.voice(), one.publishedAt(), one.until(), marked[i - start]));
        tell(one.trace(changed.place()), marked[i - start]);
      }
    }
  }

  private void tell(Trace trace, boolean suspect) {
    findings.accept(new Finding(trace, suspect, null));
  }

  private Instant time(int index) {
    return all.get(index).publishedAt();
  }

  private Long voice(int index) {
    return all.get(index).voice();
  }

  private int position(Trace trace) {
    return Order.first(all, one -> !one.trace(trace.place()).isBefore(trace));
  }

  private int from(Instant time) {
    return Order.first(all, one -> !one.publishedAt().isBefore(time));
  }

  private int after(Instant time) {
    return Order.first(all, one -> one.publishedAt().isAfter(time));
  }
}
