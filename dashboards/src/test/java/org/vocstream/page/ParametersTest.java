package org.vocstream.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.VoicesQuery;
import org.vocstream.feedback.Envelope;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.comparison.Subject;

class ParametersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 26);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> KNOWN =
      List.of("against", "scope", "code", "polarity", "q", "size", "after");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agianst | B          | agianst  | did you mean \"against\"",
        "channel | revue      | channel  | one of review, social, call, chat, survey",
        "period  | 2026-W99   | period   | 2026 has no week 99",
        "period  | 2026-W52   | period   | yet to come",
        "polarity| good       | polarity | none of 1, 0, -1",
        "size    | 501        | size     | from 1 to 500",
        "scope   | group      | code     | needs the code",
        "scope   | groups     | scope    | none of brand",
        "suspects| no         | suspects | none of with, without",
        "after   | abc        | after    | begins no page"
      })
  void whatIsWrongIsNamed(String name, String value, String parameter, String message) {
    assertThatThrownBy(
            () -> {
              Parameters parameters = new Parameters(Map.of(name, List.of(value)), KNOWN);
              parameters.number("size", 50, VoicesQuery.MOST);
              parameters.after();
              parameters.voices(parameters.filter(ZONE, TODAY));
            })
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((QuestionException) e).parameter()).contains(parameter));
  }

  @Test
  void valuesHaveALimit() {
    assertThatThrownBy(() -> new Parameters(Map.of("q", List.of("长".repeat(513))), KNOWN))
        .hasMessageContaining("longer than 512");
    assertThatThrownBy(() -> new Parameters(Map.of("against", Collections.nCopies(51, "B")), KNOWN))
        .hasMessageContaining("more than 50");
  }

  @Test
  void whatTheEnvelopeTakesInCanBeAskedFor() throws IOException {
    String longest = "长".repeat(Envelope.MAX_NAME);
    assertThat(new Parameters(Map.of("brand", List.of(longest)), KNOWN).brands())
        .containsExactly(longest);
    String id = "s".repeat(Envelope.MAX_NAME) + "/" + "i".repeat(Envelope.MAX_NAME);
    String cursor =
        Parameters.cursor(List.of(FieldValue.of(1L), FieldValue.of(id), FieldValue.of(3)));
    assertThat(new Parameters(Map.of("after", List.of(cursor)), KNOWN).after())
        .element(1)
        .extracting(FieldValue::stringValue)
        .isEqualTo(id);
  }

  @Test
  void whatIsAskedIsFound() {
    Parameters parameters =
        new Parameters(
            Map.of(
                "brand", List.of("A"),
                "against", List.of("B", "A"),
                "scope", List.of("group"),
                "code", List.of("delivery"),
                "polarity", List.of("-1"),
                "channel", List.of("review", "call"),
                "suspects", List.of("without"),
                "period", List.of("2026-W43")),
            KNOWN);
    VoicesQuery.Asked asked = parameters.voices(parameters.filter(ZONE, TODAY));
    assertThat(asked.brands()).containsExactly("A", "B");
    assertThat(asked.subject()).isEqualTo(new Subject(Scope.GROUP, "delivery"));
    assertThat(asked.polarity()).isEqualTo(-1);
    assertThat(asked.filter().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("channel", List.of("review", "call"), "suspect", List.of("false")));
    assertThat(asked.filter().period()).hasToString("2026-10-19..2026-10-25");
  }

  @Test
  void aPageBeginsWhereTheOneBeforeEnded() throws IOException {
    List<FieldValue> after =
        List.of(FieldValue.of(1_761_000_000_000L), FieldValue.of("demo/a#1"), FieldValue.of(3));
    String cursor = Parameters.cursor(after);
    assertThat(new Parameters(Map.of("after", List.of(cursor)), KNOWN).after())
        .extracting(FieldValue::_get)
        .containsExactly(1_761_000_000_000L, "demo/a#1", 3L);
  }
}
