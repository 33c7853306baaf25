package org.vocstream.text;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Check digits. All take ASCII digits. Stateless, safe for several threads. */
final class Checksums {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Checksums() {}

  /** Luhn's check of a bank card (ISO/IEC 7812-1). */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = d * 2 > 9 ? d * 2 - 9 : d * 2;
      sum += i % 2 == 0 ? d : twice;
    }
    return sum % 10 == 0;
  }

  /** The check of an EAN-13 bar code. */
  static boolean ean13(String digits) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  /**
   * A citizen's number (GB 11643): province, birth date, check by ISO 7064 MOD 11-2.
   *
   * @param number 17 digits and a last digit or {@code X}
   */
  static boolean citizen(String number) {
    int province = Integer.parseInt(number, 0, 2, 10);
    if (province < 11 || province > 83 || !birthDate(number)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11) == number.charAt(17);
  }

  private static boolean birthDate(String number) {
    int year = Integer.parseInt(number, 6, 10, 10);
    if (year < 1900 || year > 2100) {
      return false;
    }
    try {
      LocalDate.of(
          year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
