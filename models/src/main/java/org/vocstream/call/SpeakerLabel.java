package org.vocstream.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vocstream.feedback.SpeakerNames;

/**
 * Recognises the label with a colon that a line begins with where it can only be one: a word for
 * customer or agent, or one that recognisers give. Immutable, thread-safe.
 */
final class SpeakerLabel {
  private static final Pattern LABEL = Pattern.compile("^([^:：,，。!！?？]{1,40}?)\\s*[:：]\\s*");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)(?:speaker|spk|spkr|channel|person|participant|voice|说话人|说话者|发言人|讲话人|声道|角色|用户)"
              + "[\\s_-]*[0-9a-z一二三四五]{1,3}|[A-Z甲乙丙]|[LR]");

  private static final SpeakerNames NAMES = SpeakerNames.bundled();

  private SpeakerLabel() {}

  /** The label, or null. */
  static String at(String line) {
    Matcher label = LABEL.matcher(line);
    return label.find() && isLabel(label.group(1)) ? label.group(1).strip() : null;
  }

  /** Where the words behind the label begin; 0 where there is no label. */
  static int end(String line) {
    Matcher label = LABEL.matcher(line);
    return label.find() && isLabel(label.group(1)) ? label.end() : 0;
  }

  /** Whether a text can only be a label. */
  static boolean isLabel(String text) {
    String label = text.strip();
    return NUMBERED.matcher(label).matches() || NAMES.of(label).isPresent();
  }

  /** Whether a text may be a label where something else, such as a time, says that it is. */
  static boolean mayBe(String text) {
    return isLabel(text) || NAMES.within(text).isPresent();
  }
}
