package org.vocstream.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.pack.PackException;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;

final class ReportPlansTest {
  static final String WEEKLY =
      """
      reports:
        - code: weekly
          cron: "0 8 * * MON"
          zone: Asia/Shanghai
          period: last-week
          brand: A
          against: [B, C]
          channels: [review]
          without_suspects: true
          languages: [zh, en]
          formats: [pdf, xlsx]
          deliver:
            - directory: /srv/reports
            - mail:
                host: smtp.example.org
                from: voc@example.org
                to: [boss@example.org]
                user_from_environment: SMTP_USER
                password_from_environment: SMTP_PASSWORD
            - webhook: https://example.org/hook
              headers:
                - name: Authorization
                  from_environment: HOOK_TOKEN
      """;

  /** Tests run in the folder of the module. */
  private static final Path PROJECT = Path.of("..");

  @TempDir Path folder;

  @Test
  void readsAPlan() throws IOException {
    ReportPlans plans = read(WEEKLY);
    assertThat(plans.plans()).hasSize(1);
    ReportPlan plan = plans.plans().get(0);
    assertThat(plan.against()).containsExactly("B", "C");
    assertThat(plan.waveAgainst()).isEqualTo("previous");
    assertThat(plan.span()).isEqualTo(new Span(1, Span.Unit.WEEK));
    assertThat(plan.values())
        .isEqualTo(Map.of("channel", List.of("review"), "suspect", List.of("false")));
    assertThat(plan.languages()).containsExactly(ReportLanguage.ZH, ReportLanguage.EN);
    assertThat(plan.formats()).containsExactlyInAnyOrder(ReportFormat.PDF, ReportFormat.XLSX);
    assertThat(plan.destinations())
        .containsExactly(
            new Destination.Directory(Path.of("/srv/reports")),
            new Destination.Mail(
                "smtp.example.org",
                587,
                Destination.Security.STARTTLS,
                "voc@example.org",
                List.of("boss@example.org"),
                "SMTP_USER",
                "SMTP_PASSWORD"),
            new Destination.Webhook(
                URI.create("https://example.org/hook"), Map.of("Authorization", "HOOK_TOKEN")));
    assertThat(plans.variables()).isEqualTo(Set.of("HOOK_TOKEN", "SMTP_PASSWORD", "SMTP_USER"));
  }

  /** Names of destinations stand in logs and in the index. */
  @Test
  void namesNobody() throws IOException {
    for (Destination destination : read(WEEKLY).plans().get(0).destinations()) {
      assertThat(destination.name() + destination).doesNotContain("boss");
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cron: "0 8 * * MON"     | cron: "0 8 * *"       | 3 | cron "0 8 * *" cannot be read
          zone: Asia/Shanghai     | zone: Asia/Shanghay   | 4 | write a time zone like Asia/Shanghai
          period: last-week       | period: lastweek      | 5 | write last-week
          period: last-week       | peroid: last-week     | 5 | did you mean "period"
          brand: A                | brand: ""             | 6 | has no text
          channels: [review]      | channels: [reviews]   | 8 | did you mean "review"
          formats: [pdf, xlsx]    | formats: [pdff]       | 11 | did you mean "pdf"
          host: smtp.example.org  | hosst: smtp           | 15 | did you mean "host"
          from: voc@example.org   | from: voc             | 16 | write one address
          https://example.org/hook | http://example.org/h | 20 | write https
          user_from_environment: SMTP_USER | port: 25     | 15 | give both or neither
          """)
  void saysWhatIsWrongAndWhere(String good, String bad, int line, String message) {
    assertThat(WEEKLY).contains(good);
    assertThatThrownBy(() -> read(WEEKLY.replace(good, bad)))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("reports.yaml:" + line)
        .hasMessageContaining(message);
  }

  @Test
  void sendsNoPasswordUnprotected() {
    assertThatThrownBy(
            () -> read(WEEKLY.replace("from: voc@", "security: none\n          from: voc@")))
        .hasMessageContaining("never sent unprotected");
  }

  @Test
  void theSamplesFileDoesWhatItSays() throws IOException {
    ReportPlans plans = ReportPlans.load(PROJECT.resolve("sample/reports.yaml"));
    assertThat(plans.variables()).isEmpty();
    assertThat(plans.plans()).hasSize(1);
    ReportPlan plan = plans.plans().get(0);
    assertThat(plan.code()).isEqualTo("weekly");
    assertThat(plan.brand()).isEqualTo("沐禾");
    assertThat(plan.destinations())
        .containsExactly(new Destination.Directory(Path.of("reports").toAbsolutePath()));
  }

  /** Also with the destinations that are only shown in it. */
  @Test
  void whatTheSamplesFileOnlyShowsCanBeUsed() throws IOException {
    String shown =
        Files.readString(PROJECT.resolve("sample/reports.yaml")).replaceAll("(?m)^( +)# ", "$1");
    assertThat(read(shown).plans().get(0).destinations()).hasSize(3);
  }

  @Test
  void theFileInTheManualIsOne() throws IOException {
    String manual = Files.readString(PROJECT.resolve("docs/schedule.md"));
    Matcher yaml = Pattern.compile("(?s)```yaml\\n(.*?)```").matcher(manual);
    assertThat(yaml.find()).isTrue();
    ReportPlans plans = read(yaml.group(1));
    assertThat(plans.plans().get(0).destinations()).hasSize(3);
    assertThat(plans.variables())
        .isEqualTo(Set.of("VOC_SMTP_USER", "VOC_SMTP_PASSWORD", "VOC_REPORT_TOKEN"));
    assertThat(yaml.find()).isFalse();
  }

  private ReportPlans read(String yaml) throws IOException {
    return ReportPlans.load(Files.writeString(folder.resolve("reports.yaml"), yaml));
  }
}
