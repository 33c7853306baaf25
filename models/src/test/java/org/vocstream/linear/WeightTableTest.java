package org.vocstream.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTableTest {
  private static final int SHIFT = Integer.SIZE - LinearModel.BUCKET_BITS;
  private static final int LAST = (1 << LinearModel.BUCKET_BITS) - 1;

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "15, 3", "1000, 3", "100000, 2", "100000, 3", "600000, 2"})
  void addsTheRowsOfAllBucketsThatHaveOneAndOfNoOther(int rows, int width) {
    Random random = new Random(7);
    // A run of neighbours and both ends beside evenly spread ones.
    int[] buckets =
        rows == 0
            ? new int[0]
            : IntStream.concat(
                    IntStream.of(0, 5_000, 5_001, 5_002, 5_003, LAST), random.ints(rows, 0, LAST))
                .sorted()
                .distinct()
                .toArray();
    int[] asked =
        IntStream.concat(Arrays.stream(buckets), random.ints(200_000, 0, LAST + 1)).toArray();
    int[] features =
        Arrays.stream(asked).map(b -> b << SHIFT | random.nextInt(1 << SHIFT)).toArray();
    byte[] weights = new byte[buckets.length * width];
    random.nextBytes(weights);
    int[] expected = new int[width];
    int known = 0;
    for (int bucket : asked) {
      int row = Arrays.binarySearch(buckets, bucket);
      known += row >= 0 ? 1 : 0;
      for (int k = 0; k < width && row >= 0; k++) {
        expected[k] += weights[row * width + k];
      }
    }
    int[] sums = new int[width];

    assertThat(new WeightTable(buckets, weights, width).add(features, sums)).isEqualTo(known);
    assertThat(sums).isEqualTo(expected);
  }
}
