package org.vocstream.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The promises of the statistics, kept in constructed corpora whose truth is known. The figures
 * stand in {@code docs/simulations.md}, which {@code -Dgolden.update=true} writes anew.
 */
class SimulationsTest {
  private static final Path TABLE = Path.of("..", "docs", "simulations.md");
  private static final String HEAD =
      """
      # Simulations: do the statistics keep what they promise?

      Corpora are constructed so that the truth is known, with a fixed seed; each line says in how many of them it came out. Formulas and limits: [scores.md](scores.md), [alerts.md](alerts.md).
      "Of one mind": in this share of the documents (or authors) all mentions have the same polarity; in the others each is drawn for itself.
      A share seen in 200 runs is known to about 3 points, in 2,000 to about 1: where 5% is what the theory gives, the long lines allow for 6%.
      Written by `mvn -o -pl statistics test -Dtest=SimulationsTest -Dgolden.update=true`; the same test fails where a promise is broken or the table is old.

      | what | corpora | runs | seen in | promised |
      |---|---|---|---|---|
      """;

  @Test
  void everyPromiseIsKeptAndTheTableIsCurrent() throws IOException {
    List<Simulation> all =
        Stream.of(
                IntervalSimulations.all(),
                VerdictSimulations.all(),
                CorrectionSimulations.all(),
                AlertSimulations.all())
            .flatMap(List::stream)
            .toList();
    String table = all.stream().map(Simulation::line).collect(Collectors.joining("\n", HEAD, "\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, table);
    }
    assertThat(all).allMatch(Simulation::kept);
    assertThat(Files.readString(TABLE))
        .as("docs/simulations.md is not current; see its head for the command")
        .isEqualTo(table);
  }
}
