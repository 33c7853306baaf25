package org.vocstream.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.vocstream.encoder.WordPieceTokenizer;
import org.vocstream.training.TuningRows;

/**
 * A labelled text with its pieces. The array is not to be changed.
 *
 * @param pieces marks included
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(TuningRows.Row row, int[] pieces) {
  /** Pieces of a text, marks included; of a longer one its beginning and its end are read. */
  static final int LONGEST = 128;

  static final int BATCH_PIECES = 2048;
  private static final int BATCH_TEXTS = 64;
  private static final int BUCKET = 2048;

  static Example of(TuningRows.Row row, WordPieceTokenizer tokenizer, boolean plain) {
    return new Example(row, tokenizer.marked(cut(tokenizer.pieces(row.text(), plain))));
  }

  private static int[] cut(int[] pieces) {
    int most = LONGEST - 2;
    if (pieces.length <= most) {
      return pieces;
    }
    int[] cut = Arrays.copyOf(pieces, most);
    System.arraycopy(pieces, pieces.length - most / 2, cut, most / 2, most / 2);
    return cut;
  }

  /** All texts once, those of like length together. */
  static List<List<Example>> batches(List<Example> examples, Random random) {
    List<Example> shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, random);
    List<List<Example>> batches = new ArrayList<>();
    for (int from = 0; from < shuffled.size(); from += BUCKET) {
      List<Example> bucket =
          new ArrayList<>(shuffled.subList(from, Math.min(shuffled.size(), from + BUCKET)));
      bucket.sort(Comparator.comparingInt(e -> e.pieces.length));
      List<Example> batch = new ArrayList<>();
      for (Example example : bucket) {
        if (batch.size() == BATCH_TEXTS
            || (batch.size() + 1) * example.pieces.length > BATCH_PIECES) {
          batches.add(batch);
          batch = new ArrayList<>();
        }
        batch.add(example);
      }
      batches.add(batch);
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}
