package org.vocstream.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Feedback;
import org.vocstream.opinion.Comparison;
import org.vocstream.opinion.Mention;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.scoring.Flag;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.scoring.Suspicion;
import org.vocstream.scoring.TranscriptScore;
import org.vocstream.sentiment.Sentiment;
import org.vocstream.text.Language;

/**
 * Scored feedback of a market that there is not, to measure with: brands, channels, products and
 * segments of unequal size, some authors who write often, one to five mentions each. The same seed
 * gives the same feedback. For one thread.
 */
final class MadeUpFeedback {
  /** The brands, most spoken of first. */
  static final List<String> BRANDS = List.of("甲", "乙", "丙", "丁", "戊", "己");

  /** Words that few say. */
  static final String RARE = "顺丰次日达";

  private static final int RARELY = 500;
  private static final List<Channel> CHANNELS =
      List.of(Channel.REVIEW, Channel.REVIEW, Channel.REVIEW, Channel.SOCIAL, Channel.CHAT);
  private static final List<String> WORDS = List.of("很差。", "一般。", "很好。");
  private static final int AUTHORS = 100_000;
  private static final int PRODUCTS = 3;
  private static final int MOST_MENTIONS = 5;
  private static final String SCORED_BY_MODELS = "+models@benchmark";

  private final Pack pack;
  private final Random random;
  private int made;

  MadeUpFeedback(Pack pack, long seed) {
    this.pack = pack;
    this.random = new Random(seed);
  }

  /** The next feedback, published on this day. */
  ScoredFeedback next(LocalDate day) {
    // The square makes the first brand the largest by far, as in most markets.
    int brand = (int) (BRANDS.size() * random.nextDouble() * random.nextDouble());
    String name = BRANDS.get(brand);
    StringBuilder text = new StringBuilder();
    List<Mention> mentions = new ArrayList<>();
    int balance = 0;
    for (int left = 1 + random.nextInt(MOST_MENTIONS); left > 0; left--) {
      Mention mention = mention(name, brand, text);
      balance += mention.polarity();
      mentions.add(mention);
    }
    if (made % RARELY == 0) {
      text.append(RARE).append('。');
    }
    double score = Math.tanh(balance);
    Feedback feedback = feedback(day, name, text.toString());
    boolean suspect = random.nextInt(30) == 0;
    boolean compares = random.nextInt(50) == 0;
    String other = BRANDS.get((brand + 1) % BRANDS.size());
    return new ScoredFeedback(
        feedback,
        null,
        Language.ZH,
        text.toString().replace("。", " 。 "),
        new Sentiment(Integer.signum(balance), score),
        mentions,
        List.of(),
        compares
            ? List.of(new Comparison(name, other, mentions.get(0).indicator(), 0, text.length()))
            : List.of(),
        TranscriptScore.NONE,
        suspect ? new Suspicion(List.of(Flag.BURST), null) : Suspicion.NONE,
        scoredBy());
  }

  private Mention mention(String name, int brand, StringBuilder text) {
    List<Indicator> all = pack.indicators();
    Indicator indicator = all.get((int) (all.size() * random.nextDouble() * random.nextDouble()));
    Indicator group = indicator.isGroup() ? indicator : pack.indicator(indicator.group());
    // Brands differ, indicators too: gaps of all sizes, and none.
    double good = 0.75 - 0.05 * brand - 0.2 * (indicator.code().length() % 3);
    double drawn = random.nextDouble();
    int polarity = drawn < good ? 1 : drawn < good + 0.1 ? 0 : -1;
    int start = text.length();
    text.append(indicator.label().zh()).append(WORDS.get(polarity + 1));
    return new Mention(
        indicator.code(),
        group.code(),
        group.label(),
        indicator.touchpoint(),
        indicator.value().code(),
        polarity,
        0.8,
        0.9,
        name,
        null,
        start,
        text.length() - 1,
        text.substring(start, text.length() - 1),
        indicator.label().zh(),
        null,
        scoredBy());
  }

  private String scoredBy() {
    return pack.id() + SCORED_BY_MODELS;
  }

  private Feedback feedback(LocalDate day, String brand, String text) {
    String author = "author-" + (int) (AUTHORS * random.nextDouble() * random.nextDouble());
    return new Feedback(
        "b-" + made++,
        "benchmark",
        CHANNELS.get(random.nextInt(CHANNELS.size())),
        text,
        List.of(),
        null,
        brand,
        brand + random.nextInt(PRODUCTS),
        author,
        author,
        random.nextBoolean() ? "新客" : "老客",
        null,
        day.atTime(random.nextInt(24), random.nextInt(60)).toInstant(ZoneOffset.UTC),
        (double) (1 + random.nextInt(5)),
        random.nextInt(10) == 0 ? random.nextInt(11) : null,
        null,
        null,
        null,
        false,
        Map.of());
  }
}
