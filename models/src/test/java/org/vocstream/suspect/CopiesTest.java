package org.vocstream.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  private static final Duration WINDOW = Duration.ofHours(10);
  private static final BareText BARE = new BareText();
  private static final String POST = signature("买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用");
  private static final String LIKE_POST = signature("我买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用");
  private static final String OTHER = signature("快递第二天就到，包装完好，味道清爽不油腻，家里人都抢着用");

  private final List<Group> groups = new ArrayList<>();
  private final Map<String, String> originals = new TreeMap<>();
  private final Copies copies = new Copies(groups, WINDOW, this::hear);
  private int heard;

  @Test
  void theEarliestIsTheOriginalOfAllOthers() {
    add(post("b", 2), post("c", 3));
    assertThat(originals).isEqualTo(Map.of("c", "b"));
    add(post("a", 1));
    assertThat(originals).isEqualTo(Map.of("b", "a", "c", "a"));
    add(new Trace("here", "d", voice("d", null), hour(4), LIKE_POST));
    assertThat(originals).containsEntry("d", "a").hasSize(3);
    add(new Trace("here", "e", voice("e", null), hour(5), OTHER));
    assertThat(originals).as("another text that shares the band").doesNotContainKey("e");
  }

  @Test
  void whatIsWithdrawnIsNobodysOriginalAnyMore() {
    add(post("a", 1), post("b", 2), post("c", 3));
    copies.remove(post("a", 1));
    assertThat(originals).isEqualTo(Map.of("c", "b"));
    copies.remove(post("b", 2));
    assertThat(originals).isEmpty();
    copies.remove(post("c", 3));
    copies.remove(post("c", 3));
    assertThat(groups).isEmpty();
  }

  @Test
  void aLaterCommentOfTheSameAuthorIsNoCopy() {
    add(
        new Trace("here", "r1", voice("r1", "ann"), hour(1), POST),
        new Trace("here", "r2", voice("r1", "ann"), hour(2), POST));
    assertThat(originals).isEmpty();
    add(new Trace("here", "r3", voice("r1", "bob"), hour(3), POST));
    assertThat(originals).as("another author repeats it").isEqualTo(Map.of("r3", "r1"));
    add(new Trace("here", "r4", voice("r4", "ann"), hour(4), POST));
    assertThat(originals).as("she copies it to another product").containsEntry("r4", "r1");
  }

  @Test
  void copiesAreFoundWithinTheWindowOnly() {
    add(post("a", 0), post("b", 10), post("c", 11));
    assertThat(originals).isEqualTo(Map.of("b", "a", "c", "b"));
  }

  @Test
  void whatHasNoDateComesLastAndIsComparedByKey() {
    add(undated("y"), undated("x"), post("z", 900));
    assertThat(originals).isEqualTo(Map.of("y", "z", "x", "z"));
    copies.remove(post("z", 900));
    assertThat(originals).isEqualTo(Map.of("y", "x"));
  }

  @Test
  void whatWasFoundStaysWhenTheOriginalIsForgotten() {
    add(post("a", 0), post("b", 1));
    copies.forget(hour(0).plus(WINDOW).toEpochMilli());
    assertThat(originals).isEqualTo(Map.of("b", "a"));
    copies.forget(hour(1).plus(WINDOW).toEpochMilli());
    assertThat(groups).isEmpty();
  }

  @Test
  void aPostThatGoesRoundIsToldOfOncePerRepost() {
    for (int i = 0; i < 2_000; i++) {
      add(new Trace("here", String.format("p%05d", i), i, T0.plusSeconds(i), POST));
    }
    assertThat(originals).hasSize(1_999).containsValue("p00000");
    assertThat(heard).isEqualTo(1_999);
    assertThat(groups).hasSize(1);
  }

  /** Any order of arrival, with edits and withdrawals, ends as the definition says. */
  @Test
  void theOrderOfArrivalMakesNoDifference() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      groups.clear();
      originals.clear();
      Map<String, Trace> standing = new TreeMap<>();
      for (int i = 0; i < 60; i++) {
        Trace trace = any(random);
        Trace before = standing.remove(trace.key());
        if (before != null) {
          copies.remove(before);
        }
        if (before == null || random.nextInt(3) > 0) {
          add(trace);
          standing.put(trace.key(), trace);
        }
      }
      assertThat(originals).as("seed %d", seed).isEqualTo(asDefined(standing.values()));
    }
  }

  private static Map<String, String> asDefined(Iterable<Trace> standing) {
    Map<String, String> originals = new TreeMap<>();
    List<Trace> ordered = new ArrayList<>();
    standing.forEach(ordered::add);
    ordered.sort(Trace.ORDER);
    for (Trace copy : ordered) {
      for (Trace before : ordered.subList(0, ordered.indexOf(copy))) {
        boolean inTime =
            before.publishedAt() == null
                || copy.publishedAt() == null
                || !before.publishedAt().plus(WINDOW).isBefore(copy.publishedAt());
        if (inTime
            && Fingerprint.alike(before.signature(), copy.signature())
            && before.voice() != copy.voice()) {
          originals.put(copy.key(), before.key());
          break;
        }
      }
    }
    return originals;
  }

  private static Trace any(SplittableRandom random) {
    int key = random.nextInt(25);
    return new Trace(
        "here",
        "k" + key,
        voice("k" + (random.nextInt(4) == 0 ? key / 2 : key), "author" + random.nextInt(3)),
        random.nextInt(10) == 0 ? null : hour(random.nextInt(30)),
        List.of(POST, POST, LIKE_POST, OTHER).get(random.nextInt(4)));
  }

  private void add(Trace... traces) {
    for (Trace trace : traces) {
      Instant at = trace.publishedAt() == null ? T0 : trace.publishedAt();
      copies.add(trace, at.plus(WINDOW).toEpochMilli());
    }
  }

  private void hear(Finding finding) {
    heard++;
    if (finding.suspect()) {
      originals.put(finding.trace().key(), finding.original().key());
    } else {
      originals.remove(finding.trace().key());
    }
  }

  private static Trace post(String key, int hour) {
    return new Trace("here", key, voice(key, null), hour(hour), POST);
  }

  private static long voice(String thread, String author) {
    return Fingerprint.hash(thread + "\n" + author);
  }

  private static Trace undated(String key) {
    return new Trace("here", key, voice(key, null), null, POST);
  }

  private static Instant hour(int hour) {
    return T0.plus(Duration.ofHours(hour));
  }

  private static String signature(String text) {
    return Fingerprint.of(BARE.of(text)).signature();
  }
}
