package org.vocstream.report.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Well-formed XHTML, written from outside to inside; every text and every value of an attribute is
 * escaped. For one thread.
 */
final class Markup {
  /** Behind them, a new line would be seen as a space. */
  private static final Set<String> INLINE = Set.of("a", "mark", "span");

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();
  private final UnaryOperator<String> letters;

  /** Markup whose texts stand as they are. */
  Markup() {
    this(UnaryOperator.identity());
  }

  /**
   * Markup whose texts are changed.
   *
   * @param letters changes a text to what can be printed
   */
  Markup(UnaryOperator<String> letters) {
    this.letters = letters;
  }

  /** Begins an element. Attributes are pairs of name and value. */
  Markup begin(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Ends the element begun last. */
  Markup end() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (!INLINE.contains(tag)) {
      out.append('\n');
    }
    return this;
  }

  /** A whole element with a text. */
  Markup element(String tag, String text, String... attributes) {
    return begin(tag, attributes).text(text).end();
  }

  /** An element that never has anything in it, as {@code meta}. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** A text. */
  Markup text(String text) {
    escape(letters.apply(text));
    return this;
  }

  /** Markup that another library wrote. */
  Markup written(String markup) {
    out.append(markup);
    return this;
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException where an element is still open
   */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int at = 0; at < attributes.length; at += 2) {
      out.append(' ').append(attributes[at]).append("=\"");
      escape(attributes[at + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(XmlText.allowed(point) ? point : 0xFFFD);
              }
            });
  }
}
