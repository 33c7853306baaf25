package org.vocstream.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  private static final SuspectOptions.Burst THREE_IN_AN_HOUR =
      new SuspectOptions.Burst(3, Duration.ofHours(1));

  private final List<InTime> all = new ArrayList<>();
  private final Set<String> marked = new TreeSet<>();
  private final Bursts bursts = new Bursts(all, THREE_IN_AN_HOUR, this::hear);

  @Test
  void allOfABurstAreMarkedAndNoOther() {
    add(one("a", 0), one("b", 30));
    assertThat(marked).isEmpty();
    add(one("c", 60));
    assertThat(marked).containsExactly("a", "b", "c");
    add(one("d", 121), one("e", 150));
    assertThat(marked).as("two in the hour").containsExactly("a", "b", "c");
  }

  @Test
  void oneTakenAwayCanEndTheBurst() {
    add(one("a", 0), one("b", 30), one("c", 60), one("d", 90));
    assertThat(marked).containsExactly("a", "b", "c", "d");
    bursts.remove(one("b", 30), T0.toEpochMilli());
    assertThat(marked).isEmpty();
    add(one("b", 30));
    assertThat(marked).containsExactly("a", "b", "c", "d");
  }

  @Test
  void oneAuthorCountsOnceWhereAuthorsAreNamed() {
    add(by("a", "ann", 0), by("b", "ann", 10), by("c", "bob", 20));
    assertThat(marked).isEmpty();
    add(by("d", "cho", 30));
    assertThat(marked).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatWasMarkedStaysMarkedWhenOthersAreForgotten() {
    add(one("a", 0), one("b", 30), one("c", 60));
    long later = T0.plus(Bursts.kept(THREE_IN_AN_HOUR)).plusSeconds(1).toEpochMilli();
    bursts.forget(later);
    assertThat(all).hasSize(2);
    bursts.remove(one("c", 60), later);
    assertThat(marked).containsExactly("a", "b", "c");
    bursts.forget(Long.MAX_VALUE);
    assertThat(all).isEmpty();
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      all.clear();
      marked.clear();
      Map<String, Trace> standing = new TreeMap<>();
      for (int i = 0; i < 40; i++) {
        int minute = random.nextInt(900);
        Trace trace = by("k" + random.nextInt(25), "author" + random.nextInt(5), minute);
        Trace before = standing.remove(trace.key());
        if (before != null) {
          bursts.remove(before, T0.toEpochMilli());
        }
        if (before == null || random.nextInt(3) > 0) {
          add(trace);
          standing.put(trace.key(), trace);
        }
      }
      assertThat(marked).as("seed %d", seed).isEqualTo(asDefined(standing.values()));
    }
  }

  private static Set<String> asDefined(Iterable<Trace> standing) {
    List<Trace> traces = new ArrayList<>();
    standing.forEach(traces::add);
    Set<String> marked = new TreeSet<>();
    for (Trace first : traces) {
      List<Trace> within =
          traces.stream()
              .filter(t -> !t.publishedAt().isBefore(first.publishedAt()))
              .filter(t -> !t.publishedAt().isAfter(first.publishedAt().plusSeconds(3600)))
              .toList();
      if (within.stream().map(Trace::voice).distinct().count() >= 3) {
        marked.addAll(within.stream().map(Trace::key).collect(Collectors.toSet()));
      }
    }
    return marked;
  }

  private void add(Trace... traces) {
    for (Trace trace : traces) {
      bursts.add(trace, trace.publishedAt().plus(Bursts.kept(THREE_IN_AN_HOUR)).toEpochMilli());
    }
  }

  private void hear(Finding finding) {
    boolean changed =
        finding.suspect()
            ? marked.add(finding.trace().key())
            : marked.remove(finding.trace().key());
    assertThat(changed).as("only a change is told").isTrue();
  }

  private static Trace one(String key, int minute) {
    return by(key, null, minute);
  }

  private static Trace by(String key, String author, int minute) {
    return new Trace(
        "here",
        key,
        Fingerprint.hash(author == null ? key : author),
        T0.plusSeconds(60L * minute),
        null);
  }
}
