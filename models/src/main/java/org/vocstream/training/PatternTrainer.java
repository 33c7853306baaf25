package org.vocstream.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.vocstream.linear.PatternModel;
import org.vocstream.linear.PatternShape;
import org.vocstream.segment.SegmentedText;

/**
 * Trains a {@link PatternModel}.
 *
 * @param shape lengths and numbers of the patterns
 * @param minTimes a unit that stands fewer times in all texts is unknown
 * @param rounds how often each text is learned from
 * @param unknown share of the units taken for unknown at random, so that what is unknown later has
 *     a meaning
 * @param seed of the start, of the order and of what is dropped
 */
record PatternTrainer(PatternShape shape, int minTimes, int rounds, double unknown, long seed) {
  private static final int BATCH = 50;
  private static final double RATE = 0.001;
  private static final double DROPPED = 0.5;

  /** A longer text is learned from to here only: it would cost as much as ten others. */
  private static final int LONGEST_TEXT = 600;

  /**
   * The model of these texts.
   *
   * @param labels per output, per text: 1 yes, -1 no, 0 the text says nothing about this output
   */
  PatternModel train(List<SegmentedText> texts, byte[][] labels) {
    int[][] units = new int[texts.size()][];
    for (int i = 0; i < units.length; i++) {
      int[] all = PatternModel.units(texts.get(i), shape.unit());
      units[i] = Arrays.copyOf(all, Math.min(all.length, LONGEST_TEXT));
    }
    int[] known = known(units);
    for (int[] text : units) {
      for (int i = 0; i < text.length; i++) {
        int at = Arrays.binarySearch(known, text[i]);
        text[i] = at < 0 ? PatternModel.UNKNOWN : PatternModel.KNOWN + at;
      }
    }
    PatternNet net =
        new PatternNet(
            shape, PatternModel.KNOWN + known.length, labels.length, RATE, DROPPED, seed);
    Random random = new Random(seed);
    int[] places = new int[PatternModel.KNOWN + known.length];
    Arrays.fill(places, -1);
    int[] order = new int[units.length];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < rounds; round++) {
      shuffle(order, random);
      for (int at = 0; at < order.length; at += BATCH) {
        int[] batch = Arrays.copyOfRange(order, at, Math.min(order.length, at + BATCH));
        learn(net, batch, units, labels, places, random);
      }
    }
    return net.model(known);
  }

  private void learn(
      PatternNet net, int[] batch, int[][] units, byte[][] labels, int[] places, Random random) {
    int[][] texts = new int[batch.length][];
    byte[][] taught = new byte[batch.length][labels.length];
    int[] rows = new int[256];
    int count = 0;
    for (int b = 0; b < batch.length; b++) {
      int[] text = units[batch[b]];
      texts[b] = new int[text.length + shape.longest()];
      for (int i = 0; i < texts[b].length; i++) {
        int row = i == 0 || i > text.length ? PatternModel.EDGE : text[i - 1];
        if (row != PatternModel.EDGE && random.nextFloat() < unknown) {
          row = PatternModel.UNKNOWN;
        }
        if (places[row] < 0) {
          rows = count == rows.length ? Arrays.copyOf(rows, count * 2) : rows;
          rows[count] = row;
          places[row] = count++;
        }
        texts[b][i] = places[row];
      }
      for (int o = 0; o < labels.length; o++) {
        taught[b][o] = labels[o][batch[b]];
      }
    }
    int[] known = Arrays.copyOf(rows, count);
    for (int row : known) {
      places[row] = -1;
    }
    net.learn(known, texts, taught);
  }

  /** Hashes of the units that stand often enough, ascending. */
  private int[] known(int[][] units) {
    TreeMap<Integer, Integer> times = new TreeMap<>();
    for (int[] text : units) {
      for (int unit : text) {
        times.merge(unit, 1, Integer::sum);
      }
    }
    return times.entrySet().stream()
        .filter(e -> e.getValue() >= minTimes)
        .mapToInt(e -> e.getKey())
        .toArray();
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
  }
}
