package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.pack.TermAutomaton;
import org.vocstream.sentiment.WholeWord;
import org.vocstream.text.Folding;
import org.vocstream.text.Span;

/**
 * The brands a scorer knows, and where they stand in a text. An alias and a product of a brand of
 * the competitor set count as that brand. Immutable, safe for several threads.
 */
public final class BrandNames {
  private static final Comparator<Named> LONGEST_FIRST =
      Comparator.comparingInt((Named n) -> n.span.start()).thenComparingInt(n -> -n.span.length());

  /** The brand that a folded name means. */
  private final Map<String, String> brands = new LinkedHashMap<>();

  private final TermAutomaton<String> names;
  private final Folding folding = new Folding();

  /**
   * A brand in a text.
   *
   * @param name as the scorer knows it
   * @param span its place in the folded text
   */
  record Named(String name, Span span) {}

  /**
   * These brands.
   *
   * @param names brands of which no more is known than the name
   */
  public BrandNames(Collection<String> names, CompetitorSet competitors) {
    for (CompetitorSet.Brand brand : competitors.brands()) {
      add(brand.name(), brand.name());
      brand.aliases().forEach(alias -> add(alias, brand.name()));
      brand.products().forEach(product -> add(product, brand.name()));
    }
    names.forEach(name -> add(name, name));
    this.names = new TermAutomaton<>(brands);
  }

  private void add(String written, String brand) {
    String key = folding.fold(written).text();
    if (!key.isBlank()) {
      brands.putIfAbsent(key, brand);
    }
  }

  /** The name under which a brand is known that somebody wrote so; as written where it is not. */
  public String canonical(String written) {
    return written == null
        ? null
        : brands.getOrDefault(folding.fold(written).text().strip(), written);
  }

  /**
   * The brands in a folded text in order of place.
   *
   * @param own the brand the text is about, which may be unknown otherwise, or null
   */
  List<Named> in(String folded, String own) {
    List<Named> found = new ArrayList<>();
    names.find(
        folded,
        (start, end, name) -> {
          if (WholeWord.at(folded, start, end)) {
            found.add(new Named(name, new Span(start, end)));
          }
        });
    String key = own == null ? "" : folding.fold(own).text();
    if (!key.isBlank() && !brands.containsKey(key)) {
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
