package org.vocstream.report.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands can be pasted into a shell as they stand. */
class QueriesTest {
  @Test
  void aNameThatAShellWouldReadOtherwiseIsQuoted() {
    assertThat(
            Queries.command(
                List.of("scripts/voc", "--brand", "L'Oréal; rm -rf", "--against", "沐禾")))
        .isEqualTo("scripts/voc --brand 'L'\\''Oréal; rm -rf' --against 沐禾");
  }
}
