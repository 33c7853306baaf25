package org.vocstream.text;

import java.util.List;

/**
 * Knows where a contrast begins inside a clause: 味道不错 | 但是太贵. Words that only look like one (不但,
 * 不过敏, nothing but) are left alone. Stateless, safe for several threads.
 */
final class Contrast {
  private static final List<String> SMALL_FAULTS =
      List.of(
          "有点", "有些", "有一点", "太", "不", "没", "稍", "略", "偏", "比较", "价", "贵", "慢", "物流", "快递", "发货",
          "送", "客服", "包装", "味道");

  private Contrast() {}

  static boolean startsAt(String text, int at) {
    return switch (text.charAt(at)) {
      case '但' -> !before(text, at, "不非岂") && !after(text, at + 1, "愿凡");
      case '不' -> text.startsWith("不过", at) && isHowever(text, at);
      case '可' -> text.startsWith("可是", at) && !before(text, at, "这那真才我你");
      case '然' -> text.startsWith("然而", at);
      case '就' -> text.startsWith("就是", at) && isButFor(text, at);
      case 'b' -> isWord(text, at, "but") && !denied(text, at);
      case 'h' -> isWord(text, at, "however");
      case 'a' -> isWord(text, at, "although");
      default -> false;
    };
  }

  private static boolean isHowever(String text, int at) {
    if (after(text, at + 2, "分敏去来如期是瘾0123456789一")) {
      return false;
    }
    boolean idiom = text.startsWith("再好", at - 2) || text.startsWith("最好", at - 2);
    return !idiom && !before(text, at, "比打瞒躲熬斗拼抢说算受");
  }

  /** 很好就是有点贵, as against 这就是, 也就是说. */
  private static boolean isButFor(String text, int at) {
    return !before(text, at, "这那也不都一简只本真") && startsWithAny(text, at + 2);
  }

  private static boolean startsWithAny(String text, int at) {
    return SMALL_FAULTS.stream().anyMatch(word -> text.startsWith(word, at));
  }

  /** "nothing but", "anything but good" deny instead of contrasting. */
  private static boolean denied(String text, int at) {
    return text.startsWith("nothing ", at - 8)
        || text.startsWith("anything ", at - 9)
        || text.startsWith("all ", at - 4);
  }

  private static boolean isWord(String text, int at, String word) {
    int end = at + word.length();
    return text.startsWith(word, at)
        && (at == 0 || !isLetter(text.charAt(at - 1)))
        && (end >= text.length() || !isLetter(text.charAt(end)));
  }

  private static boolean isLetter(char c) {
    return c == '\'' || (c < 0x250 && Character.isLetter(c));
  }

  private static boolean before(String text, int at, String set) {
    return at > 0 && set.indexOf(text.charAt(at - 1)) >= 0;
  }

  private static boolean after(String text, int at, String set) {
    return at < text.length() && set.indexOf(text.charAt(at)) >= 0;
  }
}
