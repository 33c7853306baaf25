package org.vocstream.pack;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

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
   */
  public record Brand(String name, List<String> aliases, List<String> products, List<Line> lines)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Keeps copies. */
    public Brand {
      aliases = List.copyOf(aliases);
      products = List.copyOf(products);
      lines = List.copyOf(lines);
    }

    /** A brand whose products are in no line. */
    public Brand(String name, List<String> aliases, List<String> products) {
      this(name, aliases, products, List.of());
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

  /**
   * The set in a file.
   *
   * @throws PackException with all that is wrong with it
   */
  public static CompetitorSet load(Path file) {
    return CompetitorFile.read(file);
  }
}
