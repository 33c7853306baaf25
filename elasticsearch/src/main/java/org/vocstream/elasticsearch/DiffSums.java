package org.vocstream.elasticsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vocstream.elasticsearch.RescoreDiff.CellChange;
import org.vocstream.elasticsearch.RescoreDiff.Example;
import org.vocstream.elasticsearch.RescoreDiff.IndicatorChange;
import org.vocstream.pack.Names;
import org.vocstream.statistics.ClusterSums;

/**
 * Sums up the changes feedback by feedback. Holds counts and a few examples for each indicator,
 * however many feedback there are; their order makes no difference. For one thread.
 */
final class DiffSums {
  private static final String NO_SENTIMENT = "none";

  private final int examples;
  private final Map<String, Long> sentimentFlips = new TreeMap<>();
  private final Map<String, IndicatorSums> indicators = new TreeMap<>();
  private final Map<String, CellChange> cells = new TreeMap<>();
  private long feedback;

  /** With so many examples of each kind of change for each indicator. */
  DiffSums(int examples) {
    this.examples = examples;
  }

  /**
   * Adds a feedback that stands in both generations.
   *
   * @param id its {@code _id}
   * @param labelBefore label of its sentiment, or null
   * @param labelAfter the same in the later generation
   */
  void add(
      String id,
      Integer labelBefore,
      Integer labelAfter,
      List<StoredMention> before,
      List<StoredMention> after) {
    feedback++;
    String flip = flip(labelBefore, labelAfter);
    if (flip != null) {
      sentimentFlips.merge(flip, 1L, Long::sum);
    }
    List<StoredMention> unmatched = new ArrayList<>(after);
    for (StoredMention mention : before) {
      StoredMention match = match(mention, unmatched);
      unmatched.remove(match);
      change(id, mention, match);
    }
    unmatched.forEach(mention -> change(id, null, mention));
    addCells(before, after);
  }

  private static StoredMention match(StoredMention mention, List<StoredMention> candidates) {
    return candidates.stream()
        .filter(c -> c.indicator().equals(mention.indicator()) && mention.overlap(c) > 0)
        // Of two that overlap alike the one that says the same.
        .max(
            Comparator.comparingInt(mention::overlap)
                .thenComparing(c -> c.polarity() == mention.polarity()))
        .orElse(null);
  }

  private void change(String id, StoredMention before, StoredMention after) {
    StoredMention any = before == null ? after : before;
    indicators
        .computeIfAbsent(any.indicator(), code -> new IndicatorSums(any.label()))
        .add(new Example(id, before, after), examples);
  }

  private void addCells(List<StoredMention> before, List<StoredMention> after) {
    Map<String, List<StoredMention>> own = new TreeMap<>();
    Consumer<StoredMention> byCell =
        m -> {
          if (m.brand() != null) {
            own.computeIfAbsent(m.brand() + "|" + m.group(), key -> new ArrayList<>()).add(m);
          }
        };
    before.forEach(byCell);
    after.forEach(byCell);
    own.forEach(
        (key, mentions) -> {
          StoredMention any = mentions.get(0);
          CellChange cell =
              cells.getOrDefault(
                  key,
                  new CellChange(
                      any.brand(), any.group(), any.label(), ClusterSums.NONE, ClusterSums.NONE));
          cells.put(
              key,
              new CellChange(
                  any.brand(),
                  any.group(),
                  any.label(),
                  cell.before().plus(cluster(key, before)),
                  cell.after().plus(cluster(key, after))));
        });
  }

  private static ClusterSums cluster(String key, Collection<StoredMention> mentions) {
    int[] counts = new int[3];
    for (StoredMention mention : mentions) {
      if (key.equals(mention.brand() + "|" + mention.group())) {
        counts[mention.polarity() + 1]++;
      }
    }
    return counts[0] + counts[1] + counts[2] == 0
        ? ClusterSums.NONE
        : ClusterSums.of(counts[2], counts[1], counts[0]);
  }

  private static String flip(Integer before, Integer after) {
    String from = before == null ? NO_SENTIMENT : before.toString();
    String to = after == null ? NO_SENTIMENT : after.toString();
    return from.equals(to) ? null : from + ">" + to;
  }

  /**
   * What has been added.
   *
   * @param before number of feedback in the earlier generation
   * @param after number of feedback in the later one
   */
  RescoreDiff diff(long before, long after) {
    Map<String, IndicatorChange> changes = new TreeMap<>();
    indicators.forEach((code, sums) -> changes.put(code, sums.change()));
    List<CellChange> largestFirst = new ArrayList<>(cells.values());
    largestFirst.sort(
        Comparator.comparing((CellChange cell) -> !cell.enough())
            .thenComparing(cell -> cell.enough() ? -Math.abs(cell.change()) : 0)
            .thenComparing(cell -> -cell.before().n() - cell.after().n()));
    return new RescoreDiff(
        feedback, before - feedback, after - feedback, sentimentFlips, changes, largestFirst);
  }

  /** The changes of one indicator. */
  private static final class IndicatorSums {
    private final Names label;
    private final Map<String, Long> flips = new TreeMap<>();
    private final Map<String, TreeSet<Example>> byKind = new TreeMap<>();
    private long same;
    private long onlyBefore;
    private long onlyAfter;

    IndicatorSums(Names label) {
      this.label = label;
    }

    void add(Example change, int examples) {
      if (change.before() == null) {
        onlyAfter++;
      } else if (change.after() == null) {
        onlyBefore++;
      } else {
        String flip = flip(change.before().polarity(), change.after().polarity());
        if (flip == null) {
          same++;
          return;
        }
        flips.merge(flip, 1L, Long::sum);
      }
      TreeSet<Example> own = byKind.computeIfAbsent(change.kind(), k -> new TreeSet<>());
      own.add(change);
      if (own.size() > examples) {
        own.pollLast();
      }
    }

    IndicatorChange change() {
      return new IndicatorChange(
          label,
          same,
          onlyBefore,
          onlyAfter,
          flips,
          byKind.values().stream().flatMap(TreeSet::stream).toList());
    }
  }
}
