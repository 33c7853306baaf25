package org.vocstream.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.feedback.Speaker;
import org.vocstream.feedback.Turn;

class TracesTest {
  private static final Instant T0 = Instant.parse("2026-10-05T09:00:00Z");
  private static final String LONG = "买了三瓶身体乳，三瓶泵头全漏，箱子底都泡烂了，客服让我自己擦干净再用";
  private final Traces traces = new Traces();

  @Test
  void aLongTextMeetsItsCopiesAtFivePlaces() {
    List<Trace> left = traces.of(review("r1", LONG, null, T0, null));
    assertThat(left).hasSize(5).allMatch(TracesTest::isOfText).doesNotHaveDuplicates();
    assertThat(traces.of(review("r2", LONG + "！", "青禾", T0, null)))
        .extracting(Trace::place)
        .containsAll(left.stream().map(Trace::place).toList());
  }

  @Test
  void shortTextsMeetNoCopies() {
    assertThat(traces.of(review("r1", "物流快，会回购", null, T0, 4.0))).noneMatch(TracesTest::isOfText);
  }

  @Test
  void anAuthorIsMetAtSourceAndBrand() {
    assertThat(traces.of(review("r1", "好", "ann", T0, null)))
        .extracting(Trace::place)
        .containsExactly("author\nshop\nann\n青禾");
    assertThat(traces.of(review("r1", "好", "ann", null, null))).as("without a date").isEmpty();
  }

  @Test
  void shortPraiseIsMetAtTheProductAndABadReviewNever() {
    assertThat(traces.of(review("r1", "很好用", null, T0, 5.0)))
        .extracting(Trace::place)
        .containsExactly("praise\n青禾\n面霜");
    assertThat(traces.of(review("r1", "漏了", null, T0, 1.0))).isEmpty();
    assertThat(traces.of(review("r1", "漏了", null, T0, null))).isEmpty();
    assertThat(traces.of(review("r1", LONG, null, T0, 5.0))).allMatch(TracesTest::isOfText);
  }

  @Test
  void whatASystemWroteLeavesNothingNorWhatIsWithdrawn() {
    assertThat(traces.of(review("r1", "评价方未及时做出评价，系统默认好评！", "ann", T0, 5.0))).isEmpty();
    Feedback withdrawn =
        new Feedback(
            "r1",
            "shop",
            Channel.REVIEW,
            "",
            List.of(),
            null,
            "青禾",
            null,
            "ann",
            null,
            null,
            null,
            T0,
            null,
            null,
            null,
            null,
            null,
            true,
            Map.of());
    assertThat(traces.of(withdrawn)).isEmpty();
  }

  @Test
  void ofACallTheWordsOfTheCustomerCountAndManyCallsAreNoBurst() {
    String agent = "您好，这里是青禾客服中心，很高兴为您服务，请问有什么可以帮您";
    assertThat(traces.of(call(agent, "没收到"))).isEmpty();
    assertThat(traces.of(call("您好", LONG)))
        .extracting(Trace::signature)
        .containsOnly(traces.of(review("r1", LONG, null, T0, null)).get(0).signature());
  }

  @Test
  void theSizeOfABurstGoesByThePlace() {
    SuspectOptions options = SuspectOptions.within(Duration.ofDays(7));
    assertThat(Traces.burstAt("author\nshop\nann\n青禾", options)).isEqualTo(options.author());
    assertThat(Traces.burstAt("praise\n青禾\n面霜", options)).isEqualTo(options.praise());
  }

  private static boolean isOfText(Trace trace) {
    return trace.signature() != null;
  }

  private static Feedback review(String id, String text, String author, Instant at, Double rating) {
    return new Feedback(
        id,
        "shop",
        Channel.REVIEW,
        text,
        List.of(),
        null,
        "青禾",
        "面霜",
        author,
        null,
        null,
        null,
        at,
        rating,
        null,
        null,
        null,
        null,
        false,
        Map.of());
  }

  private static Feedback call(String agent, String customer) {
    return new Feedback(
        "c1",
        "hotline",
        Channel.CALL,
        agent + "\n" + customer,
        List.of(
            new Turn(Speaker.AGENT, agent, 0, null, null),
            new Turn(Speaker.CUSTOMER, customer, agent.length() + 1, null, null)),
        null,
        "青禾",
        null,
        "ann",
        null,
        null,
        null,
        T0,
        null,
        null,
        null,
        null,
        null,
        false,
        Map.of());
  }
}
