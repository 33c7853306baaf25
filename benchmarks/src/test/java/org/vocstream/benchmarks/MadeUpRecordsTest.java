package org.vocstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;

/**
 * Made-up records are feedback as it comes: taken in, of the length that is promised, all
 * different.
 */
class MadeUpRecordsTest {
  private static final int COUNT = 2_000;
  private static final Pack PACK = new PackLoader().load("cosmetics");

  @Test
  void theyAreTakenInAndHaveTheLengthAndTheDaysThatArePromised() {
    List<Feedback> feedback = read(new MadeUpRecords(PACK, 6, 1_000, 1));
    assertThat(feedback.stream().mapToInt(f -> f.text().length()).average().orElseThrow())
        .isCloseTo(MadeUpRecords.LENGTH, within(3.0));
    assertThat(feedback).extracting(Feedback::brand).doesNotContainNull();
    assertThat(feedback.stream().map(Feedback::brand).distinct()).hasSize(6);
    Duration all =
        Duration.between(feedback.get(0).publishedAt(), feedback.get(COUNT - 1).publishedAt());
    assertThat(all).isBetween(Duration.ofHours(47), Duration.ofDays(2));
    Set<String> texts = new HashSet<>();
    feedback.forEach(f -> texts.add(f.text()));
    assertThat(texts).hasSizeGreaterThan(COUNT * 99 / 100);
  }

  @Test
  void theSameSeedMakesTheSameAndAnotherOther() {
    List<Feedback> one = read(new MadeUpRecords(PACK, 6, 1_000, 1));
    assertThat(read(new MadeUpRecords(PACK, 6, 1_000, 1))).isEqualTo(one);
    assertThat(read(new MadeUpRecords(PACK, 6, 1_000, 2))).isNotEqualTo(one);
  }

  private static List<Feedback> read(MadeUpRecords records) {
    Envelope envelope =
        new Envelope(
            EnvelopeOptions.defaults(),
            text -> text,
            new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
            Customers.none());
    List<Feedback> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      MadeUpRecords.Keyed record = records.next("made-up");
      Intake intake =
          envelope.read(
              RawRecord.ofMessage("made-up/" + i, record.json().getBytes(StandardCharsets.UTF_8)));
      assertThat(intake.deadLetter()).isNull();
      assertThat(intake.feedback().key()).isEqualTo(record.key());
      all.add(intake.feedback());
    }
    return all;
  }
}
