package org.vocstream.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that recognisers write otherwise: 木合 for 沐禾. Where one stands in speech, the name that was
 * meant is read; offsets lead to what was written. Immutable, thread-safe.
 */
public final class HeardNames {
  /** No names. */
  public static final HeardNames NONE = new HeardNames(Map.of());

  private final Map<Character, List<Heard>> byFirst = new HashMap<>();

  private record Heard(String written, String meant) {}

  /**
   * These names.
   *
   * @param names what is written to what is meant
   */
  public HeardNames(Map<String, String> names) {
    Folding folding = new Folding();
    names.forEach(
        (written, meant) -> {
          String folded = folding.fold(written).text();
          if (!folded.isEmpty()) {
            byFirst
                .computeIfAbsent(folded.charAt(0), c -> new ArrayList<>())
                .add(new Heard(folded, folding.fold(meant).text()));
          }
        });
    byFirst
        .values()
        .forEach(l -> l.sort(Comparator.comparingInt((Heard h) -> h.written.length()).reversed()));
  }

  /** The text with the names that were meant. */
  Folded meant(Folded folded) {
    if (byFirst.isEmpty()) {
      return folded;
    }
    String text = folded.text();
    FoldedBuilder out = new FoldedBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      Heard heard = at(text, i);
      int next = i + (heard == null ? 1 : heard.written.length());
      String said = heard == null ? text.substring(i, next) : heard.meant;
      for (int c = 0; c < said.length(); c++) {
        out.append(said.charAt(c), i, next);
      }
      i = next;
    }
    return out.build(folded.offsets());
  }

  private Heard at(String text, int at) {
    for (Heard heard : byFirst.getOrDefault(text.charAt(at), List.of())) {
      int end = at + heard.written.length();
      if (text.startsWith(heard.written, at)
          && !(isLatin(text, at) && isLatin(text, at - 1))
          && !(isLatin(text, end - 1) && isLatin(text, end))) {
        return heard;
      }
    }
    return null;
  }

  private static boolean isLatin(String text, int at) {
    return at >= 0
        && at < text.length()
        && text.charAt(at) < 0x250
        && Character.isLetterOrDigit(text.charAt(at));
  }
}
