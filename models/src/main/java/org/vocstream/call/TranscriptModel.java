package org.vocstream.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vocstream.feedback.Speaker;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.linear.LinearModel;
import org.vocstream.segment.Token;
import org.vocstream.text.Span;

/**
 * How satisfied the customer of a call or chat is on the whole, as people judge who read it. Words
 * count by {@code bias + sum over parts of (sum of weights of its n-grams) / root of their number};
 * beside them count how satisfied the customer is at his first and last turn, at his lowest and
 * highest, and whether he has the last word. All of it is put together by a line fitted on
 * dialogues that the weights had not seen, and cut to -1..1. Of what an agent says only the
 * business counts, never a {@link Courtesy}, and it has no satisfaction. Immutable and safe for
 * several threads.
 */
public final class TranscriptModel {
  /** The output. */
  public static final String OUTPUT = "satisfaction";

  /** The parameter with the weight of each of the {@link #inputs}. */
  public static final String LINE = "line";

  /** How many spans are told as evidence at most. */
  private static final int SPANS = 5;

  /** What a span must contribute to be told. */
  private static final double LEAST = 0.01;

  /** A word joins its neighbour's span where it contributes this share of it, the same way. */
  private static final double JOINS = 1.0 / 3;

  private final LinearModel model;
  private final float[] line;

  /** A model over these weights, with the one output {@link #OUTPUT}. */
  public TranscriptModel(LinearModel model) {
    this.model = model;
    this.line = model.parameter(LINE);
  }

  /** Satisfaction, -1..1; null where the customer says nothing. */
  public Double score(List<ReadTurn> turns) {
    if (turns.stream().allMatch(t -> t.satisfaction() == null)) {
      return null;
    }
    double[] inputs = inputs(model, turns);
    double score = 0;
    for (int i = 0; i < inputs.length; i++) {
      score += line[i] * inputs[i];
    }
    return Math.max(-1, Math.min(1, score));
  }

  /** What the words say, how satisfied he is at turns, whether the customer ends, and a 1. */
  public static double[] inputs(LinearModel model, List<ReadTurn> turns) {
    double words = model.start()[0];
    for (TranscriptPart part : TranscriptPart.of(turns)) {
      int[] features = part.features(model.recipe());
      words += model.add(features, new double[1])[0] / Math.sqrt(Math.max(1, features.length));
    }
    double first = 0;
    double last = 0;
    double lowest = 1;
    double highest = -1;
    int count = 0;
    boolean ends = false;
    for (ReadTurn turn : turns) {
      boolean customer = turn.speaker() == Speaker.CUSTOMER;
      ends = turn.text().words().isEmpty() ? ends : customer;
      if (turn.satisfaction() != null) {
        double score = turn.satisfaction();
        first = count == 0 ? score : first;
        last = count == 0 ? 0 : score;
        lowest = Math.min(lowest, score);
        highest = Math.max(highest, score);
        count++;
      }
    }
    return count == 0
        ? new double[] {words, 0, 0, 0, 0, ends ? 1 : 0, 1}
        : new double[] {words, first, last, lowest, highest, ends ? 1 : 0, 1};
  }

  /** The distinct features of each part of a transcript. */
  public static List<int[]> features(FeatureRecipe recipe, List<ReadTurn> turns) {
    return TranscriptPart.of(turns).stream().map(p -> p.features(recipe)).toList();
  }

  /**
   * The words that carry the score, strongest first; offsets refer to the stored text of the turn.
   * What an n-gram adds, which counts once, is shared out evenly over its letters where it stands
   * first.
   */
  public List<SatisfactionEvidence> evidence(List<ReadTurn> turns) {
    double[][] letters = new double[turns.size()][];
    for (int t = 0; t < letters.length; t++) {
      letters[t] = new double[turns.get(t).text().folded().length()];
    }
    for (TranscriptPart part : TranscriptPart.of(turns)) {
      share(part, letters);
    }
    List<SatisfactionEvidence> spans = new ArrayList<>();
    for (int t = 0; t < letters.length; t++) {
      addSpans(t, turns.get(t), letters[t], spans);
    }
    spans.sort(Comparator.comparingDouble(s -> -Math.abs(s.contribution())));
    return List.copyOf(spans.subList(0, Math.min(SPANS, spans.size())));
  }

  private void share(TranscriptPart part, double[][] letters) {
    int[] features = part.features(model.recipe());
    double unit = line[0] / Math.sqrt(Math.max(1, features.length));
    part.visitOnce(
        model.recipe(),
        (feature, start, end) -> {
          double weight = model.add(new int[] {feature}, new double[1])[0];
          if (weight != 0) {
            for (int at = start; at < end; at++) {
              if (part.place(at) >= 0) {
                letters[part.turn(at)][part.place(at)] += unit * weight / (end - start);
              }
            }
          }
        });
  }

  private static void addSpans(
      int turn, ReadTurn read, double[] letters, List<SatisfactionEvidence> spans) {
    List<Token> words = read.text().words();
    double[] sums = new double[words.size()];
    for (int w = 0; w < sums.length; w++) {
      for (int at = words.get(w).start(); at < words.get(w).end(); at++) {
        sums[w] += letters[at];
      }
    }
    boolean[] taken = new boolean[sums.length];
    for (int round = 0; round < SPANS; round++) {
      int best = -1;
      for (int w = 0; w < sums.length; w++) {
        if (!taken[w] && (best < 0 || Math.abs(sums[w]) > Math.abs(sums[best]))) {
          best = w;
        }
      }
      if (best < 0) {
        return;
      }
      int from = best;
      int to = best;
      while (from > 0 && !taken[from - 1] && sums[from - 1] / sums[best] >= JOINS) {
        from--;
      }
      while (to + 1 < sums.length && !taken[to + 1] && sums[to + 1] / sums[best] >= JOINS) {
        to++;
      }
      double sum = 0;
      for (int w = from; w <= to; w++) {
        taken[w] = true;
        sum += sums[w];
      }
      if (Math.abs(sum) < LEAST) {
        return;
      }
      Span place =
          read.text()
              .text()
              .offsets()
              .toOriginal(new Span(words.get(from).start(), words.get(to).end()));
      spans.add(new SatisfactionEvidence(turn, place.start(), place.end(), sum));
    }
  }
}
