package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vocstream.scoring.ModelFolder;

/**
 * The hand-written cases hold as far as {@code cases/failing.txt} says. {@code -Dcases.update=true}
 * writes that list anew.
 */
class CasesTest {
  private static final Path FAILING = Path.of("cases/failing.txt");
  private static final List<Cases.Share> SHARES = Cases.bundled().run(ModelFolder.bundled());

  @Test
  void mostCasesHold() {
    int total = SHARES.stream().mapToInt(Cases.Share::total).sum();
    int passed = SHARES.stream().mapToInt(Cases.Share::passed).sum();

    assertThat(total).isEqualTo(681);
    assertThat(passed / (double) total).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void noCaseFailsThatHeldBefore() throws IOException {
    TreeSet<String> failing = new TreeSet<>();
    StringBuilder why = new StringBuilder();
    for (Cases.Share share : SHARES) {
      share
          .failing()
          .forEach(
              (code, faults) -> {
                failing.add(code);
                why.append(code).append(' ').append(faults).append('\n');
              });
    }
    if (Boolean.getBoolean("cases.update")) {
      Files.write(FAILING, failing);
    }

    TreeSet<String> fresh = new TreeSet<>(failing);
    fresh.removeAll(Files.readAllLines(FAILING));
    assertThat(fresh).as("newly failing cases among%n%s", why).isEmpty();
  }
}
