package org.vocstream.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vocstream.pack.CompetitorSet.Brand;
import org.vocstream.pack.CompetitorSet.Line;
import org.vocstream.text.Folding;

/**
 * Reads the file of a competitor set (docs/competitors.md). All that is wrong with it is reported
 * at once. Not thread-safe.
 */
final class CompetitorFile {
  private static final List<String> KEYS = List.of("id", "version", "own", "brands");
  private static final List<String> BRAND_KEYS =
      List.of("name", "aliases", "products", "lines", "heard_as");
  private static final List<String> LINE_KEYS = List.of("name", "products");

  private final Findings findings = new Findings();
  private final Folding folding = new Folding();

  /** Where each name stands that is taken, folded, and whose it is. */
  private final Map<String, Taken> names = new HashMap<>();

  private record Taken(String brand, Place at) {}

  private CompetitorFile() {}

  static CompetitorSet read(Path path) {
    PackLoader.Source source =
        PackLoader.source(path)
            .orElseThrow(
                () ->
                    new PackException(
                        List.of(
                            Place.whole(path.toString())
                                .finding("there is no such file; correct the path"))));
    return read(source);
  }

  static CompetitorSet read(PackLoader.Source source) {
    CompetitorFile file = new CompetitorFile();
    Optional<CompetitorSet> set =
        YamlDocument.read(source.file(), source.bytes(), file.findings)
            .flatMap(
                root ->
                    YamlSection.of(source.file(), "a competitor set", KEYS, root, file.findings))
            .map(file::set);
    file.findings.throwIfAny();
    return set.orElseThrow();
  }

  private CompetitorSet set(YamlSection root) {
    root.require("brands");
    List<Brand> brands = new ArrayList<>();
    for (YamlSection section : root.sections("brands", "a brand", BRAND_KEYS)) {
      section.requiredText("name").ifPresent(name -> brands.add(brand(name, section)));
    }
    if (brands.size() == 1) {
      findings.add(root.at("brands"), "one brand alone has no competitors; add another");
    }
    Optional<Written> own = root.requiredText("own");
    List<String> known = brands.stream().map(Brand::name).toList();
    own.filter(o -> !known.isEmpty() && !known.contains(o.text()))
        .ifPresent(
            o ->
                findings.add(
                    o.at(),
                    "the own brand \""
                        + o.text()
                        + "\" is none of the brands"
                        + NearestName.advice(o.text(), known)));
    return new CompetitorSet(
        PackFileReader.code(root, "id", findings).map(Written::text).orElse(""),
        PackFileReader.version(root, findings),
        own.map(Written::text).orElse(null),
        brands);
  }

  private Brand brand(Written name, YamlSection section) {
    take(name, name.text());
    List<String> aliases = taken("aliases", name, section);
    List<String> products = new ArrayList<>(taken("products", name, section));
    List<Line> lines = lines(name, section);
    lines.forEach(line -> products.addAll(line.products()));
    return new Brand(name.text(), aliases, products, lines, taken("heard_as", name, section));
  }

  /** The name of a line is no name of the brand: 防晒 stands in texts on any brand. */
  private List<Line> lines(Written brand, YamlSection section) {
    List<Line> lines = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlSection line : section.sections("lines", "a product line", LINE_KEYS)) {
      line.require("products");
      List<String> products = taken("products", brand, line);
      line.requiredText("name")
          .ifPresent(
              name -> {
                if (!names.add(name.text())) {
                  findings.add(
                      name.at(),
                      "the line \""
                          + name.text()
                          + "\" stands twice in "
                          + brand.text()
                          + "; join the two");
                }
                lines.add(new Line(name.text(), products));
              });
    }
    return lines;
  }

  private List<String> taken(String key, Written brand, YamlSection section) {
    List<Written> texts = section.texts(key);
    texts.forEach(t -> take(t, brand.text()));
    return texts.stream().map(Written::text).toList();
  }

  /** A name that two brands have would count for whichever comes first. */
  private void take(Written name, String brand) {
    String folded = folding.fold(name.text()).text().strip();
    if (folded.length() < 2) {
      findings.add(
          name.at(),
          "\""
              + name.text()
              + "\" is too short: it would be found inside other words; write two characters or more");
    }
    Taken first = names.putIfAbsent(folded, new Taken(brand, name.at()));
    if (first != null) {
      findings.add(
          name.at(),
          "\""
              + name.text()
              + "\" is a name of "
              + first.brand
              + " already (line "
              + first.at.line()
              + "); leave one of them out");
    }
  }
}
