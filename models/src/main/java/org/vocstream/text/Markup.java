package org.vocstream.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes HTML out of a text: tags become nothing, those that end a line a line feed, and entities
 * the character they mean. Only real tag names count, so that {@code 价格<500} stays. Stateless, safe
 * for several threads.
 */
final class Markup {
  private static final int LONGEST_TAG = 2000;
  private static final int LONGEST_ENTITY = 12;

  private static final Set<String> BREAKS =
      Set.of("br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "hr");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "big",
          "blockquote",
          "body",
          "center",
          "code",
          "dd",
          "dl",
          "dt",
          "em",
          "font",
          "head",
          "html",
          "i",
          "iframe",
          "img",
          "input",
          "label",
          "pre",
          "q",
          "s",
          "script",
          "section",
          "small",
          "span",
          "strike",
          "strong",
          "style",
          "sub",
          "sup",
          "td",
          "th",
          "tbody",
          "thead",
          "u",
          "video");
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("amp", (int) '&'),
          Map.entry("lt", (int) '<'),
          Map.entry("gt", (int) '>'),
          Map.entry("quot", (int) '"'),
          Map.entry("apos", (int) '\''),
          Map.entry("nbsp", (int) ' '),
          Map.entry("ensp", (int) ' '),
          Map.entry("emsp", (int) ' '),
          Map.entry("thinsp", (int) ' '),
          Map.entry("hellip", (int) '…'),
          Map.entry("mdash", (int) '—'),
          Map.entry("ndash", (int) '–'),
          Map.entry("ldquo", (int) '“'),
          Map.entry("rdquo", (int) '”'),
          Map.entry("lsquo", (int) '‘'),
          Map.entry("rsquo", (int) '’'),
          Map.entry("middot", (int) '·'),
          Map.entry("bull", (int) '•'),
          Map.entry("times", (int) '×'),
          Map.entry("deg", (int) '°'),
          Map.entry("yen", (int) '¥'),
          Map.entry("euro", (int) '€'),
          Map.entry("pound", (int) '£'),
          Map.entry("copy", (int) '©'),
          Map.entry("reg", (int) '®'),
          Map.entry("trade", (int) '™'));

  private Markup() {}

  static boolean mayStandIn(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  static Folded remove(String text) {
    FoldedBuilder out = new FoldedBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '<' ? tagEnd(text, i) : c == '&' ? entityEnd(text, i) : i;
      if (end == i) {
        out.append(c, i, ++i);
      } else if (c == '<') {
        if (BREAKS.contains(tagName(text, i))) {
          out.append('\n', i, end);
        }
        i = end;
      } else {
        int decoded = decode(text, i + 1, end - 1);
        out.appendCodePoint(decoded, i, end);
        i = end;
      }
    }
    return out.build();
  }

  private static int tagEnd(String text, int at) {
    if (text.startsWith("<!--", at)) {
      int limit = Math.min(text.length(), at + LONGEST_TAG);
      int close = text.substring(at, limit).indexOf("-->");
      return close < 0 ? at : at + close + 3;
    }
    String name = tagName(text, at);
    if (!BREAKS.contains(name) && !INLINE.contains(name)) {
      return at;
    }
    int i = at + 1 + (text.charAt(at + 1) == '/' ? 1 : 0) + name.length();
    boolean bare = true;
    boolean attributes = false;
    for (int limit = Math.min(text.length(), at + LONGEST_TAG); i < limit; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        // "<b and c>" is arithmetic, "<b class=x>" a tag.
        return bare || attributes ? i + 1 : at;
      }
      if (c == '<') {
        return at;
      }
      bare &= c == '/' || Character.isWhitespace(c);
      attributes |= c == '=';
    }
    return at;
  }

  private static String tagName(String text, int at) {
    int start = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int end = start;
    while (end < text.length() && end - start < LONGEST_ENTITY && isNameUnit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameUnit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static int entityEnd(String text, int at) {
    int limit = Math.min(text.length(), at + LONGEST_ENTITY);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return decode(text, at + 1, i) >= 0 ? i + 1 : at;
      }
      if (!isNameUnit(c) && c != '#') {
        return at;
      }
    }
    return at;
  }

  /** The code point of {@code nbsp}, {@code #20320} or {@code #x4f60}; -1 where it is none. */
  private static int decode(String text, int start, int end) {
    String name = text.substring(start, end);
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, -1);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int c =
          hex
              ? Integer.parseInt(name, 2, name.length(), 16)
              : Integer.parseInt(name, 1, name.length(), 10);
      return Character.isValidCodePoint(c) ? c : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
