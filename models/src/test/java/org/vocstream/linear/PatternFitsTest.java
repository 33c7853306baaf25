package org.vocstream.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternFitsTest {
  private static final int ROWS = 50;
  private static final int DIMENSIONS = 4;

  @ParameterizedTest
  @CsvSource({"1, 4, 5, 40", "2, 4, 64, 3", "1, 3, 64, 0", "3, 3, 1, 20", "2, 2, 20, 1"})
  void findsTheBestFitOfEachPattern(int shortest, int longest, int patterns, int units) {
    PatternShape shape =
        new PatternShape(PatternShape.Unit.WORD, shortest, longest, patterns, DIMENSIONS);
    Random random = new Random(7);
    byte[] rows = new byte[ROWS * DIMENSIONS];
    random.nextBytes(rows);
    // Nothing stands at the edges.
    Arrays.fill(rows, 0, DIMENSIONS, (byte) 0);
    float[] scales = new float[ROWS];
    Arrays.fill(scales, 0.004f);
    float[] places = new float[shape.contributions() * DIMENSIONS];
    for (int i = 0; i < places.length; i++) {
      places[i] = random.nextFloat() - 0.5f;
    }
    int[] text = new int[units + longest];
    for (int i = 1; i <= units; i++) {
      text[i] = random.nextInt(ROWS);
    }
    PatternFits fits =
        new PatternFits(
            new PatternWeights(
                shape, new int[0], scales, rows, places, new float[0], new float[0][], null));

    float[] best = fits.best(Arrays.stream(text).map(row -> row * fits.rowLength()).toArray());

    assertThat(best).hasSize(shape.all());
    int first = 0;
    int own = 0;
    for (int length = shortest; length <= longest; length++) {
      for (int p = 0; p < patterns; p++) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= units; i++) {
          double fit = 0;
          for (int k = 0; k < length; k++) {
            int place = first + k * patterns + p;
            for (int d = 0; d < DIMENSIONS; d++) {
              fit +=
                  scales[0] * rows[text[i + k] * DIMENSIONS + d] * places[place * DIMENSIONS + d];
            }
          }
          greatest = Math.max(greatest, fit);
        }
        assertThat((double) best[own++]).isEqualTo(greatest, within(length * 0.5 / 4096 + 1e-6));
      }
      first += length * patterns;
    }
  }
}
