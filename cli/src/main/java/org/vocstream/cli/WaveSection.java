package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.WaveChange;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.Subject;

/** The change of each brand since an earlier period, and of the own brand by indicator. */
final class WaveSection {
  private final ComparisonAnswer answer;
  private final PackOutline outline;
  private final ComparisonOptions options;
  private final Labels labels;
  private final PrintWriter out;

  WaveSection(ComparisonAnswer answer, PackOutline outline, Labels labels, PrintWriter out) {
    this.answer = answer;
    this.outline = outline;
    this.options = answer.request().options();
    this.labels = labels;
    this.out = out;
  }

  void print() {
    out.println(
        labels.of("环比变化", "Change since")
            + " "
            + answer.request().before().map(Object::toString).orElse("-")
            + labels.said("：变化＝结构＋评分", ": change = mix of topics + score"));
    TextTable brands =
        new TextTable(
            "",
            List.of(
                labels.of("变化", "change"), labels.of("结构", "mix"), labels.of("评分", "score"), ""));
    for (String brand : options.brands()) {
      Optional<WaveChange> change = change(brand);
      brands.row(
          brand,
          change
              .map(
                  c ->
                      List.of(
                          labels.interval(c.change()),
                          points(c.mix()),
                          points(c.score()),
                          significant(c.significant())))
              .orElse(List.of(labels.notEnough(), "", "", "")));
    }
    brands.print(out);
    Optional<WaveChange> own = change(options.brand());
    if (own.isPresent()) {
      out.println();
      TextTable parts =
          new TextTable(
              options.brand(),
              List.of(
                  labels.of("结构", "mix"),
                  labels.of("评分", "score"),
                  labels.of("自身变化", "own change"),
                  ""));
      for (String code : inOrder(own.get().parts().keySet())) {
        WaveChange.Part part = own.get().parts().get(code);
        parts.row(
            labels.of(outline.names(new Subject(Scope.GROUP, code))),
            List.of(
                points(part.mix()),
                points(part.score()),
                labels.interval(part.change()),
                part.change().enough() ? significant(part.significant()) : ""));
      }
      parts.print(out);
    }
  }

  /** The codes of the outline first. */
  private List<String> inOrder(Set<String> codes) {
    Set<String> ordered = new LinkedHashSet<>(options.outline().indicators());
    ordered.retainAll(codes);
    ordered.addAll(codes);
    return List.copyOf(ordered);
  }

  private static String points(double points) {
    return Labels.points(points, 1);
  }

  private String significant(boolean significant) {
    return significant ? labels.oneOf("显著", "significant") : labels.oneOf("不显著", "not significant");
  }

  private Optional<WaveChange> change(String brand) {
    return answer
        .comparison()
        .profiles()
        .get(brand)
        .change()
        .filter(change -> change.change().enough());
  }
}
