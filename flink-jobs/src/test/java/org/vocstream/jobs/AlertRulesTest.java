package org.vocstream.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.pack.PackException;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.alert.AlertMeasure;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertThresholds;

class AlertRulesTest {
  @TempDir Path folder;

  @Test
  void theBundledRulesSayWhatHoldsWhereNothingIsSaid() {
    AlertRules rules = AlertRules.bundled();
    assertThat(rules.id()).isEqualTo("default@1.0.0");
    assertThat(rules.destinations()).isEmpty();
    assertThat(rules.rules()).hasSize(1);
    assertThat(rules.rules().get(0).thresholds()).isEqualTo(AlertThresholds.DEFAULT);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    AlertRules rules =
        read(
            """
            alerts: own
            version: 2.1.0
            zone: Asia/Shanghai
            quiet_hours: {from: "22:00", to: "08:00"}
            fresh_days: 3
            rules:
              - code: calls
                label: {zh: 来电, en: Calls}
                scope: touchpoint
                codes: [delivery]
                brands: [青禾]
                channels: [call, chat]
                without_suspects: true
                measures: [volume]
                minimum_n: 20
                open: 5
                clear: 3
            deliver:
              - webhook: https://alerts.example/voc
                headers: [{name: Authorization, from_environment: VOC_ALERTS_TOKEN}]
              - file: alerts.jsonl
            """);
    assertThat(rules)
        .isEqualTo(
            new AlertRules(
                "own@2.1.0",
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai")),
                3,
                List.of(
                    new AlertRule(
                        "calls",
                        "来电",
                        "Calls",
                        Scope.TOUCHPOINT,
                        List.of("delivery"),
                        List.of("青禾"),
                        List.of("call", "chat"),
                        false,
                        List.of(AlertMeasure.VOLUME),
                        new AlertThresholds(20, 28, 5, 3, 3, 10, 5, 6, 9))),
                List.of(
                    new AlertDestination(
                        "https://alerts.example/voc",
                        Map.of("Authorization", "VOC_ALERTS_TOKEN"),
                        null),
                    new AlertDestination(null, Map.of(), "alerts.jsonl"))));
  }

  @Test
  void everythingWrongIsToldAtOnceWithItsLine() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    alerts: own
                    version: 1.0.0
                    rules:
                      - code: a
                        label: {zh: 甲, en: A}
                        scope: grup
                        measures: [negative_share]
                        minimum: 5
                      - code: b
                        label: {zh: 乙, en: B}
                        scope: group
                        measures: [negative_share]
                        open: 3
                        clear: high
                      - code: c
                        label: {zh: 丙, en: C}
                        scope: group
                        measures: [negative_share]
                        open: 3
                        clear: 4
                    deliver:
                      - webhook: http://alerts.example/voc
                    """))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("rules.yaml:6:12: unknown scope \"grup\"; did you mean \"group\"?")
        .hasMessageContaining("rules.yaml:8:5: unknown key \"minimum\" in a rule")
        .hasMessageContaining("clear \"high\" cannot be read; write a number")
        .hasMessageContaining("clear must be above 0 and not above open")
        .hasMessageContaining("rules.yaml:22:14: \"webhook\" must be https");
  }

  @Test
  void quietHoursOverMidnightEndInTheMorning() {
    QuietHours night =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai"));
    Instant morning = Instant.parse("2026-10-06T00:00:00Z");
    assertThat(night.over(Instant.parse("2026-10-05T15:00:00Z"))).isEqualTo(morning);
    assertThat(night.over(Instant.parse("2026-10-05T23:59:00Z"))).isEqualTo(morning);
    assertThat(night.over(morning)).isEqualTo(morning);
    Instant noon = Instant.parse("2026-10-06T04:00:00Z");
    assertThat(night.over(noon)).isEqualTo(noon);
    assertThat(QuietHours.NONE.over(noon)).isEqualTo(noon);
  }

  private AlertRules read(String yaml) throws IOException {
    Path file = folder.resolve("rules.yaml");
    Files.writeString(file, yaml);
    return AlertRules.read(file);
  }
}
