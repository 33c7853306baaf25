package org.vocstream.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.vocstream.pack.Cue;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;

/**
 * Reviews of a market that there is not, as records of a source: clauses that the pack gives as
 * examples, put together anew for each review, so that nearly no two are alike; brands, products
 * and authors of unequal size. The same seed gives the same records. For one thread.
 */
final class MadeUpRecords {
  /** Characters of a text on average, about. */
  static final int LENGTH = 55;

  /** When the first review was published. */
  static final Instant FIRST = Instant.parse("2026-07-01T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AUTHORS = 100_000;
  private static final int PRODUCTS = 3;
  private static final int SPREAD = 30;

  /** By how much the last clause makes a text too long, about. */
  private static final int OVERSHOOT = 6;

  private final List<String> clauses;
  private final int brands;
  private final long everyMillis;
  private final Random random;
  private int made;

  /**
   * Records about so many brands.
   *
   * @param perDay how many are published in a day
   */
  MadeUpRecords(Pack pack, int brands, int perDay, long seed) {
    this.clauses =
        pack.indicators().stream()
            .map(Indicator::cues)
            .flatMap(List::stream)
            .map(Cue::examples)
            .flatMap(List::stream)
            .map(example -> example.replaceAll("[\\[\\]]", ""))
            .filter(clause -> clause.codePoints().anyMatch(Character::isIdeographic))
            .toList();
    this.brands = brands;
    this.everyMillis = 86_400_000L / perDay;
    this.random = new Random(seed);
  }

  /** A record and the key that keeps its versions in order. */
  record Keyed(String key, String json) {}

  /** The next record of this source. */
  Keyed next(String source) {
    double drawn = random.nextDouble() * random.nextDouble();
    // However few records there are, every brand is among them.
    int brand = made < brands ? made : (int) (brands * drawn);
    ObjectNode record = JSON.createObjectNode();
    String id = "m" + made;
    record
        .put("id", id)
        .put("source", source)
        .put("channel", "review")
        .put("brand", "品牌" + brand)
        .put("product", "品牌" + brand + "的产品" + random.nextInt(PRODUCTS))
        .put("author", "author-" + (int) (AUTHORS * random.nextDouble() * random.nextDouble()))
        .put("published_at", FIRST.plusMillis(made * everyMillis).toString())
        .put("rating", 1 + random.nextInt(5))
        .put("text", text());
    made++;
    try {
      return new Keyed(source + "/" + id, JSON.writeValueAsString(record));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a JSON form", e);
    }
  }

  private String text() {
    int length = LENGTH - SPREAD / 2 + random.nextInt(SPREAD) - OVERSHOOT;
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(clauses.get(random.nextInt(clauses.size())))
          .append(random.nextInt(3) == 0 ? '。' : '，');
    }
    return text.append(random.nextInt(1_000)).append("分").toString();
  }
}
