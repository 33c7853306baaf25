package org.vocstream.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketIndexTest {
  private static final int SHIFT = Integer.SIZE - LinearModel.BUCKET_BITS;
  private static final int LAST = (1 << LinearModel.BUCKET_BITS) - 1;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 1_000, 100_000})
  void findsTheRowsOfAllBucketsThatHaveOneAndOfNoOther(int rows) {
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
    int[] found = new int[features.length];

    int count = new BucketIndex(buckets).rows(features, found);

    assertThat(Arrays.copyOf(found, count))
        .isEqualTo(
            Arrays.stream(asked)
                .map(b -> Arrays.binarySearch(buckets, b))
                .filter(row -> row >= 0)
                .toArray());
  }
}
