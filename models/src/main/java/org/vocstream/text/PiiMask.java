package org.vocstream.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Masks personal data: phone, citizen's and bank-card numbers (typed in any width, with separators
 * or invisible characters between, or spoken in Chinese or English, over several turns too), e-mail
 * addresses and car plates. Each UTF-16 unit but a line feed becomes {@code *}, so the masked text
 * is as long as the raw one and offsets hold.
 *
 * <p>A number that a word announces as an order, parcel or product number is no phone or card
 * number. What each rule takes and leaves stands in {@code lexicons/pii.yaml}. Linear in the length
 * of the text; never throws. Immutable, safe for several threads.
 */
public final class PiiMask {
  private static final int FEWEST_DIGITS = 7;
  private static final int ROUNDS = 4;

  private final DigitRuns runs;
  private final NumberFinder numbers;
  private final EmailsAndPlates others;

  /** A mask with the rules that come with the program. */
  public PiiMask() {
    PiiPatterns patterns = PiiPatterns.load();
    runs = new DigitRuns(patterns);
    numbers = new NumberFinder(patterns, runs);
    others = new EmailsAndPlates(patterns);
  }

  /**
   * {@code raw} with every unit of personal data replaced; {@code raw} itself where there is none.
   */
  public String mask(String raw) {
    String masked = raw;
    // What stands beside a mask may be seen for what it is only then; twice is the rule.
    for (int round = 0; round < ROUNDS; round++) {
      List<Masked> found = find(masked);
      if (found.isEmpty()) {
        return masked;
      }
      StringBuilder out = new StringBuilder(masked);
      for (Masked one : found) {
        for (int i = one.span().start(); i < one.span().end(); i++) {
          // Line feeds part the turns of a transcript, and go on doing so.
          out.setCharAt(i, out.charAt(i) == '\n' ? '\n' : '*');
        }
      }
      masked = out.toString();
    }
    return masked;
  }

  /** Where personal data stands, in order of begin; of an e-mail, also a number inside it. */
  public List<Masked> find(String raw) {
    List<Masked> found = new ArrayList<>();
    boolean enough = hasDigits(raw);
    int i = 0;
    while (i < raw.length()) {
      if (others.isAnchor(raw.charAt(i))) {
        others.find(raw, i, found);
      }
      if (enough && runs.digitsAt(raw, i) > 0) {
        DigitRun run = runs.read(raw, i);
        numbers.find(raw, run, found);
        i = run.end(run.length() - 1);
      } else {
        i++;
      }
    }
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return List.copyOf(found);
  }

  /** Most reviews hold too few digits for any number. */
  private boolean hasDigits(String raw) {
    int digits = 0;
    for (int i = 0; i < raw.length() && digits < FEWEST_DIGITS; i++) {
      digits += runs.digitsAt(raw, i);
    }
    return digits >= FEWEST_DIGITS;
  }
}
