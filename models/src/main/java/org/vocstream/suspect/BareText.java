package org.vocstream.suspect;

import java.util.Set;
import org.vocstream.text.Emoticon;
import org.vocstream.text.Folding;

/**
 * The letters and digits of a text that its author wrote, folded and joined: without punctuation,
 * spaces, emoji, addresses, topics ({@code #空瓶记#}), names ({@code @小满}) and the marks of a repost
 * ({@code 转发微博//@小满:}). Copies differ in these. Linear in the length of the text. Immutable and
 * safe for several threads; never throws.
 */
final class BareText {
  /** What stands before {@code //@name:} where nobody wrote anything. */
  private static final Set<String> REPOSTED = Set.of("转发微博", "转发", "转", "repost", "rt");

  /** A longer run of letters behind @ is no name, but a sentence that begins with one. */
  private static final int LONGEST_NAME = 16;

  private static final int LONGEST_TOPIC = 40;

  private final Folding folding = new Folding();

  /** The bare form of a stored text. */
  String of(String stored) {
    return ofFolded(folding.fold(stored).text());
  }

  /** The bare form of a text that is folded already. */
  String ofFolded(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    int said = 0;
    int i = 0;
    while (i < text.length()) {
      int end = skipped(text, i);
      if (end > i) {
        if (isRepost(text, i)) {
          said = dropRepostWord(bare, said);
        }
        i = end;
        continue;
      }
      int c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        bare.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    dropRepostWord(bare, said);
    return bare.toString();
  }

  /** How much a bare text says, in Chinese characters; three other letters or digits make one. */
  static double length(String bare) {
    int thirds = 0;
    for (int i = 0; i < bare.length(); i++) {
      thirds += Character.isIdeographic(bare.charAt(i)) ? 3 : 1;
    }
    return thirds / 3.0;
  }

  private static int dropRepostWord(StringBuilder bare, int said) {
    if (REPOSTED.contains(bare.substring(said))) {
      bare.setLength(said);
    }
    return bare.length();
  }

  private static boolean isRepost(String text, int at) {
    return text.charAt(at) == '@' && at > 1 && text.startsWith("//", at - 2);
  }

  /** One past what does not count and begins here, or {@code at}. */
  private static int skipped(String text, int at) {
    return switch (text.charAt(at)) {
      case '@' -> nameEnd(text, at);
      case '#' -> topicEnd(text, at);
      case 'h', 'w' -> addressEnd(text, at);
      default -> Emoticon.end(text, at);
    };
  }

  private static int nameEnd(String text, int at) {
    int end = wordEnd(text, at + 1);
    return end - at > LONGEST_NAME + 1 ? at + 1 : end;
  }

  /** {@code #topic#}, or {@code #topic} up to its end. */
  private static int topicEnd(String text, int at) {
    int limit = Math.min(text.length(), at + LONGEST_TOPIC);
    for (int i = at + 1; i < limit && !Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '#') {
        return i + 1;
      }
    }
    return wordEnd(text, at + 1);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "_-·".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static int addressEnd(String text, int at) {
    if (!text.startsWith("http://", at)
        && !text.startsWith("https://", at)
        && !text.startsWith("www.", at)) {
      return at;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
      end++;
    }
    return end;
  }
}
