package org.vocstream.tuning;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vocstream.sentiment.EncoderHead;
import org.vocstream.training.TuningRows;

/**
 * What the heads are asked of a text, and what labelled texts answer: its sentiment, and of each
 * indicator of a pack whether it speaks of it, and how. Immutable.
 *
 * @param indicators by the code of their pack
 */
record Questions(SortedMap<String, List<String>> indicators) {
  /** Negative, neutral, positive. */
  static final int SENTIMENT = 3;

  /** Not at all, negative, neutral, positive. */
  static final int ANSWERS = 4;

  /** What each head is asked, by its name. */
  Map<String, List<String>> heads() {
    Map<String, List<String>> heads = new TreeMap<>(Map.of(EncoderHead.SENTIMENT, List.of("text")));
    indicators.forEach((pack, names) -> heads.put(EncoderHead.aspects(pack), names));
    return heads;
  }

  /**
   * What texts answer of their sentiment, {@code texts x 3}, each counting as a share of them; all
   * nought for one without a label.
   */
  static float[] sentiment(List<Example> batch) {
    float[] targets = new float[batch.size() * SENTIMENT];
    for (int i = 0; i < batch.size(); i++) {
      Integer label = batch.get(i).row().label();
      if (label != null) {
        targets[i * SENTIMENT + label + 1] = 1f / batch.size();
      }
    }
    return targets;
  }

  /**
   * What texts answer of the indicators of a pack, {@code texts x indicators x 4}, each text
   * counting as a share of them; all nought for what a text leaves open.
   */
  float[] aspects(List<Example> batch, String pack) {
    List<String> names = indicators.get(pack);
    float[] targets = new float[batch.size() * names.size() * ANSWERS];
    for (int i = 0; i < batch.size(); i++) {
      TuningRows.Row row = batch.get(i).row();
      for (int k = 0; k < names.size() && pack.equals(row.pack()); k++) {
        if (!row.open().contains(names.get(k))) {
          Integer polarity = row.aspects().get(names.get(k));
          int answer = polarity == null ? 0 : polarity + 2;
          targets[(i * names.size() + k) * ANSWERS + answer] = 1f / batch.size();
        }
      }
    }
    return targets;
  }
}
