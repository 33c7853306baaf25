package org.vocstream.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which digits are a phone, citizen's or card number. Every pattern here is matched against
 * at most 21 digits. Immutable, safe for several threads.
 */
final class NumberRules {
  /** Digits of the longest number with its prefix. */
  static final int LONGEST = 21;

  private static final int CITIZEN = 18;

  /** Digits of a citizen's number that ends in X. */
  static final int CITIZEN_DIGITS = CITIZEN - 1;

  private static final Pattern MOBILE = Pattern.compile("(?:0|(?:00)?86)?1[3-9]\\d{9}");
  private static final Pattern FREE_LINE = Pattern.compile("18(?:00|88|77|66|55|44|33)");
  private static final Pattern LANDLINE = Pattern.compile("0(?:10|2\\d)\\d{8}|0[3-9]\\d{9,10}");
  private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");
  private static final List<String> SPOKEN_COUNTRIES = List.of("US", "GB", "AU", "IN", "SG");
  private static final Set<String> MOBILE_SHAPES = Set.of("3-4-4", "4-4-3", "3-3-5", "3-8", "7-4");
  private static final Set<String> CARD_SHAPES =
      Set.of("4-6-5", "4-6-4", "6-13", "6-10", "4-4-4-7");

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final List<PiiPatterns.Issuer> issuers;

  NumberRules(PiiPatterns patterns) {
    issuers = patterns.issuers();
  }

  /** True for 17 digits and a check digit, of which {@code X} is given as the last. */
  boolean isCitizen(DigitRun run, int from, int to, boolean lastIsX, boolean announced) {
    String number = run.digits(from, to) + (lastIsX ? "X" : "");
    return number.length() == CITIZEN
        && fillersFit(run, from, to, announced)
        && Checksums.citizen(number);
  }

  boolean isMobile(DigitRun run, int from, int to, boolean announced) {
    if (to - from < 11 || to - from > 15) {
      return false;
    }
    String digits = run.digits(from, to);
    // 1-800-555-0199 is an American company's free line.
    if (isFreeLine(run, from, to, digits) || !MOBILE.matcher(digits).matches()) {
      return false;
    }
    if (announced || run.hasSpoken(from, to)) {
      return true;
    }
    // The prefix may be set off in any way; the number itself is grouped as people group it.
    int number = to - 11;
    String separators = run.separators(number, to);
    boolean uniform = separators.chars().distinct().count() <= 1;
    return !run.hasFiller(from, to) && (uniform || MOBILE_SHAPES.contains(run.shape(number, to)));
  }

  private static boolean isFreeLine(DigitRun run, int from, int to, String digits) {
    return FREE_LINE.matcher(digits).lookingAt() && run.shape(from, to).equals("1-3-3-4");
  }

  boolean isBankCard(DigitRun run, int from, int to) {
    if (to - from < 13 || to - from > 19) {
      return false;
    }
    String digits = run.digits(from, to);
    if (!Checksums.luhn(digits)) {
      return false;
    }
    if (issuers.stream().noneMatch(issuer -> issuer.issued(digits))) {
      return false;
    }
    if (digits.length() == 13 && Checksums.ean13(digits)) {
      return false;
    }
    return run.hasSpoken(from, to) || isCardShape(run, from, to);
  }

  private static boolean isCardShape(DigitRun run, int from, int to) {
    String separators = run.separators(from, to);
    if (separators.chars().distinct().count() > 1 || separators.matches("[.,]+")) {
      return false;
    }
    String shape = run.shape(from, to);
    String[] groups = shape.split("-", -1);
    for (int i = 1; i < groups.length; i++) {
      boolean shorter = Integer.parseInt(groups[i]) < Integer.parseInt(groups[0]);
      if (!groups[i].equals(groups[0]) && !(shorter && i == groups.length - 1)) {
        return CARD_SHAPES.contains(shape);
      }
    }
    return true;
  }

  boolean isLandline(DigitRun run, int from, int to, boolean announced) {
    if (to - from > 12) {
      return false;
    }
    String digits = run.digits(from, to);
    if (announced && LOCAL.matcher(digits).matches()) {
      return true;
    }
    if (!LANDLINE.matcher(digits).matches() || !fillersFit(run, from, to, announced)) {
      return false;
    }
    int area = digits.startsWith("01") || digits.startsWith("02") ? 3 : 4;
    boolean grouped = run.isBorder(from + area);
    return (grouped || announced || digits.length() == 11) && isValid(digits, "CN");
  }

  /** A number with its country code; the plus sign or 00 before it has been seen. */
  boolean isInternational(DigitRun run, int from, int to) {
    if (to - from < 8 || to - from > 15) {
      return false;
    }
    String digits = run.digits(from, to);
    return !run.hasFiller(from, to) && isValid("+" + digits, null);
  }

  /** 415-555-2671, (415) 555-2671, 1-415-555-2671. */
  boolean isAmerican(DigitRun run, int from, int to, boolean announced) {
    if (to - from < 10 || to - from > 11) {
      return false;
    }
    String shape = run.shape(from, to);
    boolean grouped = shape.equals("3-3-4") || shape.equals("1-3-3-4");
    boolean signs = run.separators(from, to).indexOf('-') >= 0 || announced;
    return grouped && signs && isValid(run.digits(from, to), "US");
  }

  /** Read out in English: a number of these countries, or any that a word announces. */
  boolean isSpokenEnglish(DigitRun run, int from, int to, boolean announced) {
    if (!run.isEnglish(from, to) || to - from < 7 || to - from > 15) {
      return false;
    }
    String digits = run.digits(from, to);
    return announced
        || (digits.length() >= 10
            && SPOKEN_COUNTRIES.stream().anyMatch(country -> isValid(digits, country)));
  }

  private static boolean fillersFit(DigitRun run, int from, int to, boolean announced) {
    return announced || run.hasSpoken(from, to) || !run.hasFiller(from, to);
  }

  /** A company's free or shared-cost line belongs to no person. */
  private boolean isValid(String number, String region) {
    try {
      PhoneNumber parsed = phones.parse(number, region);
      return phones.isValidNumber(parsed)
          && switch (phones.getNumberType(parsed)) {
            case TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN -> false;
            default -> true;
          };
    } catch (NumberParseException e) {
      return false;
    }
  }
}
