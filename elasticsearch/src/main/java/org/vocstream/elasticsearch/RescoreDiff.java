package org.vocstream.elasticsearch;

import java.util.List;
import java.util.Map;
import org.vocstream.pack.Names;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.SatisfactionIndex;

/**
 * What a rescoring has changed in the feedback that both generations hold. A mention before and one
 * after are the same opinion where they are of one feedback and indicator and their evidence
 * overlaps; of several the one with the longest overlap. Immutable.
 *
 * <p>Flips are counted by {@code from>to}, {@code -1>1}; {@code none} stands for a feedback without
 * a sentiment.
 *
 * @param feedback number of feedback in both
 * @param onlyBefore number of feedback that stand in the earlier generation alone: withdrawn while
 *     the later was made, or refused by Elasticsearch
 * @param onlyAfter number of feedback that stand in the later generation alone: taken in since
 * @param sentimentFlips number of feedback whose sentiment label has changed, by flip
 * @param indicators what has changed, by code of the indicator
 * @param cells every brand × reported indicator, the largest change of the index first; last those
 *     without enough mentions for an index (样本不足), the most mentions first
 */
public record RescoreDiff(
    long feedback,
    long onlyBefore,
    long onlyAfter,
    Map<String, Long> sentimentFlips,
    Map<String, IndicatorChange> indicators,
    List<CellChange> cells) {

  /**
   * What has changed in the mentions of one indicator.
   *
   * @param label name of the indicator under which it is reported
   * @param same number of mentions with one polarity in both
   * @param onlyBefore number of mentions that are found no more
   * @param onlyAfter number of mentions that are new
   * @param flips number of mentions with another polarity, by flip
   * @param examples some of the changes, in order of the feedback
   */
  public record IndicatorChange(
      Names label,
      long same,
      long onlyBefore,
      long onlyAfter,
      Map<String, Long> flips,
      List<Example> examples) {

    /** Number of changes of any kind. */
    public long changes() {
      return onlyBefore + onlyAfter + flips.values().stream().mapToLong(n -> n).sum();
    }
  }

  /**
   * One change.
   *
   * @param feedback {@code _id} of the feedback
   * @param before the mention in the earlier generation, or null where it is new
   * @param after the mention in the later one, or null where it is found no more
   */
  public record Example(String feedback, StoredMention before, StoredMention after)
      implements Comparable<Example> {
    /** {@code new}, {@code gone} or {@code flipped}. */
    public String kind() {
      return before == null ? "new" : after == null ? "gone" : "flipped";
    }

    @Override
    public int compareTo(Example other) {
      int order = feedback.compareTo(other.feedback);
      return order != 0 ? order : Integer.compare(place(), other.place());
    }

    private int place() {
      return before == null ? after.start() : before.start();
    }
  }

  /**
   * The mentions of one brand and reported indicator in both generations, one cluster for each
   * feedback.
   *
   * @param brand the brand
   * @param group code of the reported indicator
   * @param label its name
   * @param before the mentions in the earlier generation
   * @param after the mentions in the later one
   */
  public record CellChange(
      String brand, String group, Names label, ClusterSums before, ClusterSums after) {
    /** True where both sides have enough mentions for an index. */
    public boolean enough() {
      return SatisfactionIndex.enough(before) && SatisfactionIndex.enough(after);
    }

    /** Change of the satisfaction index, -100..100; only where there is {@link #enough}. */
    public double change() {
      return after.mean() - before.mean();
    }
  }
}
