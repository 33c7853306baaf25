package org.vocstream.call;

import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;

/**
 * How long a transcript took. An answer is an agent's turn right after a customer's; the customer
 * waited from the end of the one (its begin where it has no end, as a message has) to the begin of
 * the other, 0 where the agent spoke before that. The response time is the median of these waits
 * (the mean of the middle two of an even number), for one long search in the system says little of
 * the rest. The handling time is from the earliest to the latest time of all turns. Immutable.
 *
 * @param responseMs milliseconds, or null where no answer has times
 * @param handlingMs milliseconds, or null where fewer than two times are known
 */
record CallTimes(Long responseMs, Long handlingMs) {

  static CallTimes of(List<Turn> turns) {
    long[] waits = new long[turns.size()];
    int answers = 0;
    for (int i = 1; i < turns.size(); i++) {
      Turn asked = turns.get(i - 1);
      Turn answer = turns.get(i);
      Long from = asked.endMs() == null ? asked.startMs() : asked.endMs();
      if (asked.speaker() == Speaker.CUSTOMER
          && answer.speaker() == Speaker.AGENT
          && from != null
          && answer.startMs() != null) {
        waits[answers++] = Math.max(0, answer.startMs() - from);
      }
    }
    LongSummaryStatistics times =
        turns.stream()
            .flatMap(
                t ->
                    Stream.of(
                        t.startMs() == null ? none() : LongStream.of(t.startMs()),
                        t.endMs() == null ? none() : LongStream.of(t.endMs())))
            .flatMapToLong(s -> s)
            .summaryStatistics();
    return new CallTimes(
        answers == 0 ? null : Long.valueOf(median(Arrays.copyOf(waits, answers))),
        times.getCount() < 2 ? null : Long.valueOf(times.getMax() - times.getMin()));
  }

  private static LongStream none() {
    return LongStream.empty();
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
