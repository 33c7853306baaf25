package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/scaling.md follows from its figures. */
class SizingTest {
  private static final Path PAGE = DeployFiles.HOME.resolve("docs/scaling.md");
  private static final Pattern FIGURE = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([0-9.]+) \\|");
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- sizes -->\n)(.*?)(<!-- /sizes -->)");

  @Test
  void theTableFollowsFromTheFigures() throws IOException {
    String page = DeployFiles.text(PAGE);
    String table = table(figures(page));
    Matcher there = TABLE.matcher(page);
    assertThat(there.find()).isTrue();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, there.replaceFirst("$1" + Matcher.quoteReplacement(table) + "$3"));
    } else {
      assertThat(there.group(2)).isEqualTo(table);
    }
  }

  /** One line by hand, for whoever doubts the formulas. */
  @Test
  void aThousandASecondByHand() {
    Map<String, Double> figures = figures(DeployFiles.text(PAGE));
    figures.putAll(
        Map.of("job_ms", 1.5, "busy", 0.6, "mean", 0.5, "state_kb", 5.0, "message_kb", 0.35));
    Map<String, String> lines = new Sizing(figures, 1_000, 3, 365, 2).lines();
    assertThat(lines)
        // 1,000 · 1.5 ms / 0.6 = 2.5 cores: two task managers of two slots.
        .containsEntry("cores of the job", "2.50")
        .containsEntry("**slots**, in task managers", "4 in 2")
        // 1,000 · 0.5 · 86,400 = 43.2 million; for 3 + 2 days, 5 kB each.
        .containsEntry("feedback a day", "43.2 million")
        .containsEntry("**state**", "1.1 TB")
        .containsEntry("network from Kafka, each second", "350.0 kB");
  }

  private static Map<String, Double> figures(String page) {
    Map<String, Double> figures = new HashMap<>();
    Matcher figure = FIGURE.matcher(page);
    while (figure.find()) {
      figures.put(figure.group(1), Double.valueOf(figure.group(2)));
    }
    return figures;
  }

  private static String table(Map<String, Double> figures) {
    List<Sizing> sizes = Sizing.all(figures);
    StringBuilder table = new StringBuilder("| feedback a second |");
    sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size.rate())));
    table.append("\n|---|").append("---|".repeat(sizes.size())).append('\n');
    List<Map<String, String>> columns = sizes.stream().map(Sizing::lines).toList();
    for (String line : columns.get(0).keySet()) {
      table
          .append("| ")
          .append(line)
          .append(" | ")
          .append(columns.stream().map(c -> c.get(line)).collect(Collectors.joining(" | ")))
          .append(" |\n");
    }
    return table.toString();
  }
}
