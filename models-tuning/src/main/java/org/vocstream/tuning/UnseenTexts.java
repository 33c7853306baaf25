package org.vocstream.tuning;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.vocstream.sentiment.EncoderHead;

/** What an encoder by itself reads of texts that it was not taught. Stateless. */
final class UnseenTexts {
  private UnseenTexts() {}

  /** Counts for micro-F1. */
  private static final class Found {
    private int marked;
    private int found;
    private int right;

    void add(boolean is, boolean told) {
      marked += is ? 1 : 0;
      found += told ? 1 : 0;
      right += is && told ? 1 : 0;
    }

    double f1() {
      return 2.0 * right / Math.max(1, marked + found);
    }
  }

  /** Accuracy of the sentiment, and micro-F1 of the indicators of each pack, in a line. */
  static String measure(Bert bert, Questions questions, List<Example> texts, NDManager manager) {
    int labelled = 0;
    int right = 0;
    Map<String, Found> found = new TreeMap<>();
    questions.indicators().keySet().forEach(pack -> found.put(pack, new Found()));
    for (List<Example> batch : Example.batches(texts, new Random(0))) {
      try (NDManager here = manager.newSubManager()) {
        var vectors =
            bert.vectors(batch.stream().map(Example::pieces).toArray(int[][]::new), false, here);
        float[] logits = bert.logits(vectors, EncoderHead.SENTIMENT).toFloatArray();
        for (int i = 0; i < batch.size(); i++) {
          Integer label = batch.get(i).row().label();
          labelled += label == null ? 0 : 1;
          boolean hit =
              label != null
                  && likeliest(logits, i * Questions.SENTIMENT, Questions.SENTIMENT) == label + 1;
          right += hit ? 1 : 0;
        }
        for (Map.Entry<String, List<String>> pack : questions.indicators().entrySet()) {
          float[] told = bert.logits(vectors, EncoderHead.aspects(pack.getKey())).toFloatArray();
          add(batch, pack.getKey(), pack.getValue(), told, found.get(pack.getKey()));
        }
      }
    }
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%,d unseen texts: accuracy of sentiment %.4f",
            texts.size(),
            right / (double) Math.max(1, labelled)));
    found.forEach(
        (pack, counts) ->
            line.append(String.format(Locale.ROOT, ", micro-F1 of %s %.4f", pack, counts.f1())));
    return line.toString();
  }

  private static void add(
      List<Example> batch, String pack, List<String> names, float[] logits, Found found) {
    for (int i = 0; i < batch.size(); i++) {
      var row = batch.get(i).row();
      for (int k = 0; k < names.size() && pack.equals(row.pack()); k++) {
        if (!row.open().contains(names.get(k))) {
          int at = (i * names.size() + k) * Questions.ANSWERS;
          found.add(
              row.aspects().containsKey(names.get(k)),
              likeliest(logits, at, Questions.ANSWERS) > 0);
        }
      }
    }
  }

  private static int likeliest(float[] logits, int from, int answers) {
    int likeliest = 0;
    for (int k = 1; k < answers; k++) {
      likeliest = logits[from + k] > logits[from + likeliest] ? k : likeliest;
    }
    return likeliest;
  }
}
