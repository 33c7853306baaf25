package org.vocstream.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses and car plates. Looks around each {@code @} and each province character
 * only, at most some 80 characters far, so it is linear. Immutable, safe for several threads.
 */
final class EmailsAndPlates {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 80;
  private static final int PLATE_WINDOW = 14;
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9-]{1,63}(?:[.。][a-z0-9-]{1,63}){0,4}[.。][a-z]{2,24}");

  /**
   * City letter, separators, then five places with at least three digits, or six of a new-energy
   * car.
   */
  private static final Pattern PLATE =
      Pattern.compile(
          "([A-HJ-Z])[ .·•・-]{0,3}((?:[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF])"
              + "|(?=(?:[A-Z]?\\d){3})[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])");

  private final String provinces;
  private final String ambiguous;

  EmailsAndPlates(PiiPatterns patterns) {
    provinces = patterns.provinces();
    ambiguous = patterns.ambiguousProvinces();
  }

  /** True for characters at which {@link #find} looks. */
  boolean isAnchor(char c) {
    return c == '@' || c == '＠' || (c > 0x4E00 && provinces.indexOf(c) >= 0);
  }

  /** Adds what stands around the anchor at {@code at}. */
  void find(String raw, int at, List<Masked> found) {
    char c = raw.charAt(at);
    if (c == '@' || c == '＠') {
      email(raw, at, found);
    } else {
      plate(raw, at, found);
    }
  }

  private static void email(String raw, int at, List<Masked> found) {
    int end = at;
    while (end > 0 && at - end < 2 && Character.isSpaceChar(raw.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST_LOCAL && isLocal(half(raw.charAt(start - 1)))) {
      start--;
    }
    if (start == end) {
      return;
    }
    int domain = at + 1;
    while (domain < raw.length() && domain - at < 3 && Character.isSpaceChar(raw.charAt(domain))) {
      domain++;
    }
    String rest = half(raw, domain, domain + LONGEST_DOMAIN).toLowerCase(Locale.ROOT);
    var matcher = DOMAIN.matcher(rest);
    if (matcher.lookingAt()) {
      found.add(new Masked(new Span(start, domain + matcher.end()), Masked.Kind.EMAIL));
    }
  }

  private void plate(String raw, int at, List<Masked> found) {
    int from = at + 1;
    while (from < raw.length() && from - at < 3 && Character.isSpaceChar(raw.charAt(from))) {
      from++;
    }
    String rest = half(raw, from, from + PLATE_WINDOW);
    // 新bmw320 is a new car, 新A12345 one from Xinjiang: there, small letters do not count.
    boolean word = ambiguous.indexOf(raw.charAt(at)) >= 0;
    var matcher = PLATE.matcher(word ? rest : rest.toUpperCase(Locale.ROOT));
    if (matcher.lookingAt() && !(word && isNewModel(raw, at))) {
      found.add(new Masked(new Span(at, from + matcher.end()), Masked.Kind.PLATE));
    }
  }

  private static boolean isNewModel(String raw, int at) {
    return at > 0 && "全最更款的很".indexOf(raw.charAt(at - 1)) >= 0;
  }

  private static boolean isLocal(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._%+-".indexOf(c) >= 0;
  }

  private static String half(String raw, int from, int to) {
    StringBuilder half = new StringBuilder();
    for (int i = from; i < Math.min(to, raw.length()); i++) {
      half.append(half(raw.charAt(i)));
    }
    return half.toString();
  }

  private static char half(char c) {
    return c > 0xFF00 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
  }
}
