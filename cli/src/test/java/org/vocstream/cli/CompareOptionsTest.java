package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.elasticsearch.ComparisonQuestion;
import org.vocstream.statistics.comparison.Section;
import picocli.CommandLine;

/** What is wrong with the options of a comparison is said before anything is started. */
class CompareOptionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 26);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--against A,B                          | names the own brand A",
        "--against B,B                          | names B twice",
        "--against B --period 2026-W99         | 2026 has no week 99",
        "--against B --period 2026-W43..2026-W40| before it begins",
        "--against B --period 2026-W52          | yet to come",
        "--against B --channel revue            | one of review, social, call, chat, survey",
        "--against B --segment produkt=X        | did you mean \"product\"",
        "--against B --segment X                | write product=NAME or segment=NAME",
        "--against B --show indicator           | did you mean \"indicators\"",
        "--against B --show waves               | --period: a change needs a period",
        "--against B --period 2026-W43 --wave-against 2026-10 | overlaps",
        "--against B --mix review=0             | a weight is above 0",
        "--against B --raw --mix review=1       | give one of the two"
      })
  void wrongUsageIsTold(String arguments, String message) {
    assertThatThrownBy(
            () -> {
              CompareOptions options = parse(arguments);
              options.check(TODAY);
            })
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((UserError) e).exitCode()).isEqualTo(2));
  }

  @Test
  void theFilterHoldsAllThatWasAskedFor() {
    CompareOptions options =
        parse(
            "--against B --channel review,call --segment product=X --segment segment=老客"
                + " --segment product=Y --lang zh --without-suspects");
    assertThat(options.question().filter().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "channel", List.of("review", "call"),
                "product", List.of("X", "Y"),
                "segment", List.of("老客"),
                "lang", List.of("zh"),
                "suspect", List.of("false")));
  }

  @Test
  void aChangeIsShownWhereAPeriodToCompareWithIsGiven() {
    ComparisonQuestion question =
        parse("--against B --period 2026-W43 --wave-against previous").question();
    assertThat(question.sections())
        .containsExactly(Section.OVERALL, Section.INDICATORS, Section.WAVES);
    assertThat(question.before(question.days(TODAY)).orElseThrow())
        .hasToString("2026-10-12..2026-10-18");
    assertThat(parse("--against B --show all").question().sections()).doesNotContain(Section.WAVES);
    assertThat(parse("--against B").question().before(null)).isEmpty();
  }

  private static CompareOptions parse(String arguments) {
    CompareCommand command = new CompareCommand();
    List<String> all = new ArrayList<>(List.of("--brand", "A"));
    all.addAll(List.of(arguments.strip().split("\\s+")));
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all.toArray(new String[0]));
    return command.options;
  }
}
