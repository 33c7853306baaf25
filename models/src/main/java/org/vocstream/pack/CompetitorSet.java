package org.vocstream.pack;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The brands that are compared, the own one among them: a competitor set. Read from a file
 * (docs/competitors.md). Immutable and safe for several threads.
 *
 * @param id code of the set, empty for {@link #NONE}
 * @param version semantic version
 * @param own name of the own brand, or null for {@link #NONE}
 * @param brands in the order in which they are shown
 */
public record CompetitorSet(String id, String version, String own, List<Brand> brands)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No brands. */
  public static final CompetitorSet NONE = new CompetitorSet("", "", null, List.of());

  /**
   * One brand. Immutable.
   *
   * @param name as it stands in every result
   * @param aliases what else people call it
   * @param products its products, those of its lines included; who names one names the brand
   * @param lines its product lines, which need not hold every product
   * @param heardAs what recognisers write instead of its name; counts in calls only
   */
  public record Brand(
      String name,
      List<String> aliases,
      List<String> products,
      List<Line> lines,
      List<String> heardAs)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Keeps copies. */
    public Brand {
      aliases = List.copyOf(aliases);
      products = List.copyOf(products);
      lines = List.copyOf(lines);
      heardAs = List.copyOf(heardAs);
    }

    /** A brand whose products are in no line, and that recognisers write rightly. */
    public Brand(String name, List<String> aliases, List<String> products) {
      this(name, aliases, products, List.of(), List.of());
    }
  }

  /**
   * Products of a brand that are told apart from its others. Immutable.
   *
   * @param name as it stands in every result
   */
  public record Line(String name, List<String> products) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Keeps a copy. */
    public Line {
      products = List.copyOf(products);
    }
  }

  /** Keeps a copy. */
  public CompetitorSet {
    brands = List.copyOf(brands);
  }

  /** What recognisers write, to the name of the brand that was said. */
  public Map<String, String> heardAs() {
    Map<String, String> heard = new LinkedHashMap<>();
    brands.forEach(b -> b.heardAs().forEach(h -> heard.put(h, b.name())));
    return Collections.unmodifiableMap(heard);
  }

  /**
   * The set in a file.
   *
   * @throws PackException with all that is wrong with it
   */
  public static CompetitorSet load(Path file) {
    return CompetitorFile.read(file);
  }

  /**
   * The set in a text, wherever it was written.
   *
   * @param file name of its file, for messages
   * @throws PackException with all that is wrong with it
   */
  public static CompetitorSet read(String file, String text) {
    return CompetitorFile.read(PackLoader.source(file, text));
  }
}
