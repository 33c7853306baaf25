package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

// A reader can be interrupted when it closes.
@SuppressWarnings("try")
class IndexReaderTest {
  private final AtomicInteger opened = new AtomicInteger();

  /** Rows 1 to 3; the first read breaks off after two of them. */
  private IndexSource<Integer> source(int failures, Duration retryFor) {
    return new IndexSource<>(
        () -> {
          boolean breaksOff = opened.incrementAndGet() <= failures;
          Iterator<Integer> rows = List.of(1, 2, 3).iterator();
          return new IndexRead<>(
              new Iterator<>() {
                private int read;

                @Override
                public boolean hasNext() {
                  if (breaksOff && read == 2) {
                    throw new UncheckedIOException(new IOException("away"));
                  }
                  return rows.hasNext();
                }

                @Override
                public Integer next() {
                  read++;
                  return rows.next();
                }
              },
              () -> {});
        },
        retryFor);
  }

  @Test
  void aReadThatBreaksOffBeginsAgain() throws Exception {
    assertThat(read(source(1, Duration.ofMinutes(1)))).containsExactly(1, 2, 1, 2, 3);
    assertThat(opened).hasValue(2);
  }

  @Test
  void afterTheTimeForRetriesItFailsForGood() {
    assertThatThrownBy(() -> read(source(Integer.MAX_VALUE, Duration.ofMillis(1))))
        .isInstanceOf(IndexAwayException.class)
        .hasMessageContaining("away")
        .hasMessageContaining("nothing is lost");
  }

  @Test
  void inAJobThatGoesOnForEverItStaysOpenAndHoldsNoWatermarkBack() throws Exception {
    List<Object> given = new ArrayList<>();
    ReaderOutput<Integer> output = only(ReaderOutput.class, arguments -> given.add(arguments[0]));
    IndexSource<Integer> source = source(0, Duration.ofMinutes(1)).within(true);
    assertThat(source.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    try (var reader = source.createReader(only(SourceReaderContext.class, arguments -> {}))) {
      reader.start();
      reader.addSplits(List.of(new IndexSource.Whole<>(source)));
      reader.notifyNoMoreSplits();
      for (int i = 0; i < 6; i++) {
        assertThat(reader.pollNext(output)).isNotEqualTo(InputStatus.END_OF_INPUT);
      }
      assertThat(reader.isAvailable()).isNotDone();
      assertThat(reader.snapshotState(1)).as("nothing left to read after a failure").isEmpty();
    }
    assertThat(given).containsExactly(1, 2, 3, Watermark.MAX_WATERMARK);
  }

  private static List<Integer> read(IndexSource<Integer> source) throws Exception {
    List<Integer> rows = new ArrayList<>();
    ReaderOutput<Integer> output =
        only(ReaderOutput.class, arguments -> rows.add((Integer) arguments[0]));
    SourceReaderContext context = only(SourceReaderContext.class, arguments -> {});
    try (var reader = source.createReader(context)) {
      reader.start();
      reader.addSplits(List.of(new IndexSource.Whole<>(source)));
      reader.notifyNoMoreSplits();
      while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {
        reader.isAvailable().get(10, TimeUnit.SECONDS);
      }
    }
    return rows;
  }

  /** Something that hands the arguments of every call on and answers nothing. */
  @SuppressWarnings("unchecked")
  private static <T> T only(Class<? super T> type, Consumer<Object[]> call) {
    return (T)
        Proxy.newProxyInstance(
            IndexReaderTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              call.accept(arguments);
              return null;
            });
  }
}
