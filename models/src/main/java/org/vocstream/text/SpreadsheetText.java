package org.vocstream.text;

/** What spreadsheets make of a text that somebody else has written. Without state. */
public final class SpreadsheetText {
  /** The full-width ones are taken for formulas where the spreadsheet is set to East Asian. */
  private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

  private SpreadsheetText() {}

  /** True where a spreadsheet takes the text for a formula, which may run a program. */
  public static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
  }
}
