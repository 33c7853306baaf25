package org.vocstream.scoring;

import java.util.HashMap;
import java.util.Map;
import org.vocstream.feedback.Feedback;
import org.vocstream.pack.CompetitorSet;
import org.vocstream.text.Folding;

/**
 * Which product line a feedback is about: that of its product in the competitor set, else what the
 * record itself says in {@code product_line}. Immutable and safe for several threads.
 */
final class ProductLines {
  /** Field of a record that the envelope keeps among the attributes. */
  private static final String ATTRIBUTE = "product_line";

  /** Name of the line by folded product. */
  private final Map<String, String> lines = new HashMap<>();

  private final Folding folding = new Folding();

  ProductLines(CompetitorSet competitors) {
    for (CompetitorSet.Brand brand : competitors.brands()) {
      for (CompetitorSet.Line line : brand.lines()) {
        line.products().forEach(product -> lines.put(key(product), line.name()));
      }
    }
  }

  /** The line, or null. */
  String of(Feedback feedback) {
    String said = feedback.attributes().get(ATTRIBUTE);
    String otherwise = said == null || said.isBlank() ? null : said.strip();
    return feedback.product() == null
        ? otherwise
        : lines.getOrDefault(key(feedback.product()), otherwise);
  }

  private String key(String product) {
    return folding.fold(product).text().strip();
  }
}
