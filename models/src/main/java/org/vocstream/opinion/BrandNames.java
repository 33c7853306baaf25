package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.TermAutomaton;
import org.vocstream.text.Folding;
import org.vocstream.text.Span;

/**
 * The brands a scorer knows, and where they stand in a text. Immutable, safe for several threads.
 */
public final class BrandNames {
  private static final Comparator<Named> LONGEST_FIRST =
      Comparator.comparingInt((Named n) -> n.span.start()).thenComparingInt(n -> -n.span.length());

  private final TermAutomaton<String> names;
  private final Folding folding = new Folding();

  /**
   * A brand in a text.
   *
   * @param name as the scorer knows it
   * @param span its place in the folded text
   */
  record Named(String name, Span span) {}

  /** The brands of these names, as people write them. */
  public BrandNames(Collection<String> names) {
    Map<String, String> folded = new LinkedHashMap<>();
    for (String name : names) {
      String key = folding.fold(name).text();
      if (!key.isBlank()) {
        folded.putIfAbsent(key, name);
      }
    }
    this.names = new TermAutomaton<>(folded);
  }

  /**
   * The brands in a folded text in order of place.
   *
   * @param own the brand the text is about, which may be unknown otherwise, or null
   */
  List<Named> in(String folded, String own) {
    List<Named> found = new ArrayList<>();
    names.find(folded, (start, end, name) -> found.add(new Named(name, new Span(start, end))));
    String key = own == null ? "" : folding.fold(own).text();
    if (!key.isBlank()) {
      for (int at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + key.length())) {
        found.add(new Named(own, new Span(at, at + key.length())));
      }
    }
    found.sort(LONGEST_FIRST);
    List<Named> apart = new ArrayList<>();
    for (Named named : found) {
      if (apart.isEmpty() || apart.get(apart.size() - 1).span.end() <= named.span.start()) {
        apart.add(named);
      }
    }
    return apart;
  }
}
