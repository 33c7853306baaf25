package org.vocstream.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of a page such as docs/accuracy.md, made from a {@link ScoreTable} and what is to be
 * reached ({@code trained/targets.tsv}). Immutable.
 */
public final class AccuracyPage {
  private static final String BEGIN = "<!-- table: scripts/voc evaluate --markdown -->";
  private static final String END = "<!-- end of table -->";

  private final Map<String, Target> targets;

  /**
   * What a measure must reach.
   *
   * @param name set and measure
   * @param required as it is written
   * @param stretch as it is written, or empty
   */
  private record Target(String name, String required, String stretch) {}

  /** With the targets of the project. */
  public static AccuracyPage bundled() {
    try (InputStream in = AccuracyPage.class.getResourceAsStream("/trained/targets.tsv")) {
      return new AccuracyPage(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the targets", e);
    }
  }

  /**
   * With these targets.
   *
   * @param targets lines of set, measure, required and stretch, with tabs between, below a header
   */
  AccuracyPage(String targets) {
    this.targets =
        targets
            .lines()
            .skip(1)
            .map(line -> Arrays.copyOf(line.split("\t"), 4))
            .map(f -> new Target(f[0] + ", " + f[1], f[2], f[3] == null ? "" : f[3]))
            .collect(Collectors.toMap(Target::name, Function.identity()));
  }

  /**
   * A page with its table renewed.
   *
   * @param page the page as it stands
   * @throws IllegalArgumentException where it has no place for the table
   */
  public String renewed(String page, ScoreTable table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "the page has no place for the table; write these two lines where it shall stand: "
              + BEGIN
              + " and "
              + END);
    }
    return page.substring(0, begin) + BEGIN + "\n\n" + markdown(table) + "\n" + page.substring(end);
  }

  private String markdown(ScoreTable table) {
    StringBuilder lines = new StringBuilder();
    lines.append("Measured on ").append(table.date()).append(" with models ");
    lines.append(
        table.models().entrySet().stream()
            .map(e -> e.getKey() + "@" + e.getValue().substring(0, 8))
            .collect(Collectors.joining(", ")));
    lines.append(".\n\n| set | n | measure | majority | simple | ours | 95% interval |");
    lines.append(" required | stretch |\n|---|---|---|---|---|---|---|---|---|\n");
    for (Measured row : table.rows()) {
      Target target = targets.getOrDefault(row.name(), new Target(row.name(), "", ""));
      lines.append(
          "| %s | %,d | %s | %s | %s | **%s** | %s | %s | %s |\n"
              .formatted(
                  row.set(),
                  row.n(),
                  row.measure(),
                  share(row.majority()),
                  share(row.simple()),
                  share(row.ours()),
                  interval(row),
                  target.required(),
                  target.stretch()));
    }
    return lines.toString();
  }

  private static String interval(Measured row) {
    return Double.isNaN(row.low()) ? "" : share(row.low()) + " to " + share(row.high());
  }

  private static String share(double measure) {
    return Double.isNaN(measure) ? "" : "%.3f".formatted(measure);
  }
}
