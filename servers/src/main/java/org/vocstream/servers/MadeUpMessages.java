package org.vocstream.servers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Messages of a market that there is not, as a topic has them: reviews by many authors of many
 * brands, day after day, in between edits, withdrawals, near copies of what another wrote, and
 * messages that nobody can read. The same number gives the same message. Immutable and safe for
 * several threads.
 */
public final class MadeUpMessages {
  private static final Instant BEGIN = Instant.parse("2026-08-01T00:00:00Z");
  private static final List<String> BRANDS =
      List.of("甲禾", "乙澜", "丙野", "丁舟", "戊棠", "己芮", "庚溪", "辛芷", "壬川", "癸岚", "子衿", "丑月");
  private static final List<String> WHAT =
      List.of(
          "发货", "包装", "客服", "价格", "味道", "质地", "保湿效果", "快递", "瓶身", "赠品", "上妆效果", "控油效果", "成分",
          "退货流程", "颜色", "性价比");
  private static final List<String> HOW =
      List.of("很快", "太慢了", "很满意", "一般", "很差", "比想象的好", "让人失望", "不错", "还可以", "特别好", "不太行", "没得说");
  private static final List<String> WHEN =
      List.of(
          "用了一周", "第三次回购", "朋友推荐的", "换季的时候买的", "给妈妈买的", "在直播间下的单", "活动那天抢到的", "出差路上用", "晚上用",
          "夏天用");
  private static final List<String> END =
      List.of("会再来", "下次不买了", "推荐给同事", "先观望", "就这样吧", "希望改进", "支持一下", "不后悔");
  private static final int AUTHORS = 5_000;
  private static final int PRODUCTS = 4;

  /** Of so many messages one is of the kind. */
  private static final int BROKEN = 211;

  private static final int EDIT = 53;
  private static final int WITHDRAWAL = 97;
  private static final int COPY = 37;

  /** So many messages before stands what an edit, a withdrawal or a copy is of. */
  private static final int EDITED = 29;

  private static final int WITHDRAWN = 41;
  private static final int COPIED = 61;

  private final int perDay;

  /**
   * What a message does.
   *
   * @param key of the message
   * @param id of the feedback, or null where it is none
   * @param deleted whether it takes the feedback back
   * @param value the message itself
   */
  public record Message(String key, String id, boolean deleted, String value) {}

  /** So many messages are of one day. */
  public MadeUpMessages(int perDay) {
    this.perDay = perDay;
  }

  /** The message of this number, from 0. */
  public Message get(int number) {
    if (isBroken(number)) {
      return new Message("default/broken-" + number, null, false, broken(number));
    }
    if (number % EDIT == EDIT - 1 && isPlain(number - EDITED)) {
      return review(number - EDITED, text(number));
    }
    if (number % WITHDRAWAL == WITHDRAWAL - 1 && isPlain(number - WITHDRAWN)) {
      String id = "r" + (number - WITHDRAWN);
      return new Message(
          "default/" + id, id, true, "{\"id\":\"%s\",\"deleted\":true}".formatted(id));
    }
    return review(number, isCopy(number) ? text(number - COPIED) + "!" : text(number));
  }

  private static boolean isBroken(int number) {
    return number % BROKEN == BROKEN - 1;
  }

  /** Whether the message is a feedback of its own, and no version of another. */
  private static boolean isPlain(int number) {
    return number >= 0
        && !isBroken(number)
        && number % EDIT != EDIT - 1
        && number % WITHDRAWAL != WITHDRAWAL - 1;
  }

  private static boolean isCopy(int number) {
    return number % COPY == COPY - 1 && isPlain(number - COPIED);
  }

  private static String broken(int number) {
    return switch (number / BROKEN % 3) {
      case 0 -> "{\"id\":\"x" + number + "\",\"text\":";
      case 1 -> "{\"id\":\"x" + number + "\"}";
      default -> "{\"id\":\"x" + number + "\",\"text\":\"很好\",\"published_at\":\"gestern\"}";
    };
  }

  private static String text(int number) {
    SplittableRandom random = new SplittableRandom(number * 31L + 7);
    StringBuilder text = new StringBuilder(of(WHEN, random)).append("，");
    for (int left = 2 + random.nextInt(3); left > 0; left--) {
      text.append(of(WHAT, random)).append(of(HOW, random)).append(left == 1 ? "。" : "，");
    }
    return text.append(of(END, random)).toString();
  }

  private static <T> T of(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  private Message review(int feedback, String text) {
    SplittableRandom random = new SplittableRandom(feedback * 17L + 3);
    String brand = of(BRANDS, random);
    String product = brand + random.nextInt(PRODUCTS);
    // Nobody copies himself.
    int author = isCopy(feedback) ? AUTHORS + feedback : random.nextInt(AUTHORS);
    long millis = ChronoUnit.DAYS.getDuration().toMillis();
    Instant at = BEGIN.plusMillis((long) feedback * millis / perDay + random.nextLong(millis / 2));
    String id = "r" + feedback;
    return new Message(
        "default/" + id,
        id,
        false,
        "{\"id\":\"%s\",\"brand\":\"%s\",\"product\":\"%s\",\"author\":\"a%d\",\"rating\":%d,\"published_at\":\"%s\",\"text\":\"%s\"}"
            .formatted(id, brand, product, author, 1 + random.nextInt(5), at, text));
  }
}
