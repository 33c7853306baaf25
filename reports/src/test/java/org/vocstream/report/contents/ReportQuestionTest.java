package org.vocstream.report.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.report.ReportLanguage;

/** What is wrong with a question is said before anything is asked. */
class ReportQuestionTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @Test
  void aPeriodIsNeededAndMustHaveBegun() {
    assertThat(question("2026-W43", null).check(TODAY)).hasToString("2026-10-19..2026-10-25");
    assertThatThrownBy(() -> question(null, null).check(TODAY))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("a report needs one");
    assertThatThrownBy(() -> question("2026-W52", null).check(TODAY))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("yet to come");
    assertThatThrownBy(() -> question("2026-W43", "2026-W43").check(TODAY))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("overlaps");
  }

  @Test
  void filtersStandInTheCommandThatAsksAgain() {
    assertThat(question("2026-W43", null).filterOptions(""))
        .containsExactly(
            "--channel", "review,call", "--segment", "product=面霜", "--without-suspects");
    assertThat(question("2026-W43", null).filterOptions("channel")).doesNotContain("--channel");
  }

  @Test
  void aFilterThatThereIsNotIsNamedWithTheNearest() {
    ReportQuestion question =
        new ReportQuestion(
            "A",
            List.of("B"),
            "2026-W43",
            null,
            ReportLanguage.ZH,
            null,
            List.of(),
            Map.of("chanel", List.of("review")));
    assertThatThrownBy(() -> question.check(TODAY))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("did you mean \"channel\"?");
  }

  private static ReportQuestion question(String period, String waveAgainst) {
    return new ReportQuestion(
        "A",
        List.of("B"),
        period,
        waveAgainst,
        ReportLanguage.EN,
        null,
        List.of(),
        Map.of(
            "channel", List.of("review", "call"),
            "product", List.of("面霜"),
            "suspect", List.of("false")));
  }
}
