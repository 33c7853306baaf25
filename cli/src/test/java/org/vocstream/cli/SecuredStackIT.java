package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;
import org.vocstream.elasticsearch.AccessRole;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.ReportRuns;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.page.PageOptions;
import org.vocstream.page.PageServer;
import org.vocstream.report.contents.CompetitorReport;
import org.vocstream.report.format.ReportFormats;
import org.vocstream.report.schedule.ReportPlans;
import org.vocstream.report.schedule.ReportService;
import org.vocstream.report.schedule.Setting;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.servers.CertificateAuthority;
import org.vocstream.servers.SecuredServer;
import org.vocstream.servers.SecuredServer.Request;

/**
 * All parts of the system against an Elasticsearch behind TLS that wants a key: what they send is
 * what their role allows, each part of a role is needed, and no secret is seen anywhere.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "long.checks", matches = "true")
class SecuredStackIT {
  private static final String KEY = "cGxhbnRlZC1hcGkta2V5OnBsYW50ZWQ=";
  private static final String HASH_KEY = "planted-hash-key-of-this-test";

  /** The week before is the last of the sample. */
  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2026-10-26T01:00:00Z"), ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = VocProcess.HOME.resolve("sample");

  @TempDir static Path home;

  private static final Map<AccessRole, List<Request>> SENT = new EnumMap<>(AccessRole.class);
  private static final StringBuilder SAID = new StringBuilder();
  private static EmbeddedElasticsearch elasticsearch;
  private static CertificateAuthority authority;
  private static Path ca;

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("voc.home", VocProcess.HOME.toString());
    elasticsearch =
        EmbeddedElasticsearch.start(
            ServerOptions.of(
                    VocProcess.HOME.resolve("elasticsearch/embedded/target/server"),
                    home.resolve("elasticsearch"))
                .withPort(0)
                .withJvmOptions("-XX:TieredStopAtLevel=1"),
            text -> {});
    authority = CertificateAuthority.create();
    ca = authority.write(home.resolve("ca.pem"));
  }

  @AfterAll
  static void stop() throws IOException {
    elasticsearch.close();
  }

  @Test
  @Order(1)
  void indicesAreMadeBeforeAnythingIsScored() throws Exception {
    as(AccessRole.SETUP, commands -> commands.run("rescore", "--list"));
  }

  @Test
  @Order(2)
  void theJobScores() throws Exception {
    as(
        AccessRole.JOB,
        commands -> {
          commands.run(scoring());
          commands.run("verify");
          commands.run("verify", "--repair");
        });
  }

  @Test
  @Order(3)
  void reportsAreMade() throws Exception {
    Path plan =
        Files.writeString(
            home.resolve("reports.yaml"),
            Files.readString(SAMPLE.resolve("reports.yaml"))
                .replace("directory: reports", "directory: " + home.resolve("reports"))
                .replace("[pdf, xlsx]", "[html]")
                .replace("[zh, en]", "[en]"));
    as(
        AccessRole.REPORTS,
        commands -> {
          commands.run("status");
          commands.run(
              "compare", "--brand", "沐禾", "--against", "绮澜", "--period", "2026-W40..2026-W43");
          commands.run("calls");
          commands.run("calls", "--list", "return-exchange");
          commands.run("alerts", "list");
          commands.run("alerts", "backtest", "--from", "2026-10-01", "--to", "2026-10-25");
          commands.run("schedule", "--history");
          commands.run("corrections", "export");
        });
    try (SecuredServer secured = secured();
        ElasticsearchConnection connection =
            ElasticsearchConnection.open(secured.uri(), Credentials.of(environment()))) {
      CompetitorReport reports =
          new CompetitorReport(connection.client(), ModelFolder.bundled(), MONDAY, "test");
      ReportService service =
          new ReportService(
              ReportPlans.load(plan),
              new ReportRuns(connection.client()),
              Setting.of(
                  (due, of, language) -> reports.of(due.question(of, language)),
                  ReportFormats.all(),
                  Map.of(),
                  home.resolve("spool")),
              MONDAY);
      assertThat(service.work()).isNotEmpty();
      SENT.get(AccessRole.REPORTS).addAll(secured.requests());
    }
    assertThat(home.resolve("reports")).isNotEmptyDirectory();
  }

  @Test
  @Order(4)
  void thePageIsShownAndTakesChanges() throws Exception {
    try (SecuredServer secured = secured();
        ElasticsearchConnection connection =
            ElasticsearchConnection.open(secured.uri(), Credentials.of(environment()));
        PageServer page =
            PageServer.start(
                PageOptions.local(0),
                connection.client(),
                ModelFolder.bundled(),
                Clock.systemUTC())) {
      // As every command does before it serves or asks anything.
      connection.verify();
      new Schema(connection.client()).ensure();
      JsonNode mention = get(page, "voices?size=1").at("/mentions/0");
      get(page, "overview");
      get(page, "feedback?id=" + encoded(mention.path("feedback").asText()));
      post(
          page,
          "corrections",
          Map.of("mention", mention.path("id").asText(), "kind", "not_a_mention", "by", "a"));
      JsonNode alert = get(page, "alerts?all=true").at("/alerts/0");
      post(
          page,
          "alerts?id=" + encoded(alert.path("id").asText()),
          Map.of("state", "acknowledged", "by", "a"));
      SENT.put(AccessRole.PAGE, secured.requests());
    }
  }

  @Test
  @Order(5)
  void aRescoringMakesAndSwitchesGenerations() throws Exception {
    as(
        AccessRole.SETUP,
        commands -> {
          commands.run("rescore", "--pack", "cosmetics");
          commands.run("rescore", "--switch");
        });
  }

  @Test
  @Order(6)
  void everyRoleAllowsWhatItsPartSends() {
    assertThat(SENT.keySet()).containsExactly(AccessRole.values());
    List<String> refused = new ArrayList<>();
    SENT.forEach(
        (role, requests) -> {
          for (Request request : requests) {
            for (NeededPrivilege needed : NeededPrivilege.of(request)) {
              if (needed.allowedBy(role).isEmpty()) {
                refused.add(role.code() + ": " + request + " needs " + needed);
              }
            }
          }
        });
    assertThat(refused.stream().distinct()).isEmpty();
  }

  @Test
  @Order(7)
  void nothingInARoleIsUnused() {
    List<String> unused = new ArrayList<>();
    SENT.forEach(
        (role, requests) -> {
          Set<NeededPrivilege> used = new HashSet<>();
          for (Request request : requests) {
            NeededPrivilege.of(request).forEach(needed -> used.addAll(needed.allowedBy(role)));
          }
          for (NeededPrivilege given : given(role)) {
            if (!used.contains(given)) {
              unused.add(role.code() + ": " + given);
            }
          }
        });
    assertThat(unused).isEmpty();
  }

  @Test
  @Order(8)
  void noSecretIsSeen() throws IOException {
    assertThat(SAID).isNotEmpty();
    for (String secret : List.of(KEY, HASH_KEY, "planted")) {
      assertThat(SAID.toString()).doesNotContain(secret);
    }
    List<Path> logs;
    try (Stream<Path> files = Files.walk(home)) {
      logs = files.filter(f -> f.toString().contains("/logs/") && Files.isRegularFile(f)).toList();
    }
    assertThat(logs).anyMatch(log -> log.endsWith("voc.log"));
    for (Path log : logs) {
      assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
          .as("%s", log)
          .doesNotContain(KEY, HASH_KEY);
    }
  }

  private static List<NeededPrivilege> given(AccessRole role) {
    List<NeededPrivilege> given = new ArrayList<>();
    role.cluster().forEach(privilege -> given.add(new NeededPrivilege(null, privilege)));
    role.indices()
        .forEach(
            (names, privileges) ->
                privileges.forEach(privilege -> given.add(new NeededPrivilege(names, privilege))));
    return given;
  }

  private interface Part {
    void use(Commands commands) throws Exception;
  }

  /** Commands as a user runs them, each of which succeeds. */
  private record Commands(VocProcess voc, URI elasticsearch) {
    void run(String... command) throws IOException, InterruptedException {
      List<String> all = new ArrayList<>(List.of(command));
      all.addAll(List.of("--elasticsearch", elasticsearch.toString()));
      Result result = voc.run(all.toArray(String[]::new));
      SAID.append(result.out()).append(result.err());
      assertThat(result.exitCode()).as("%s\n%s", all, result.err()).isZero();
    }
  }

  private static void as(AccessRole role, Part part) throws Exception {
    Path work = Files.createDirectories(home.resolve("work-" + role.code()));
    try (SecuredServer secured = secured()) {
      part.use(new Commands(new VocProcess(work, environment()), secured.uri()));
      SENT.computeIfAbsent(role, r -> new ArrayList<>()).addAll(secured.requests());
    }
  }

  private static Map<String, String> environment() throws IOException {
    Path key = Files.writeString(home.resolve("api.key"), KEY + "\n");
    return Map.of(
        "VOC_ES_API_KEY_FILE",
        key.toString(),
        "VOC_ES_CA_FILE",
        ca.toString(),
        "VOC_HASH_KEY",
        HASH_KEY,
        // Seven short lives: the second compiler would cost more than it gives.
        "JAVA_TOOL_OPTIONS",
        "-XX:TieredStopAtLevel=1");
  }

  private static SecuredServer secured() throws Exception {
    return SecuredServer.start(
        elasticsearch.uri(), authority.identity("127.0.0.1").context(), "ApiKey " + KEY);
  }

  private static String[] scoring() {
    return new String[] {
      "run",
      "--once",
      "--pack",
      "cosmetics",
      "--competitors",
      SAMPLE.resolve("competitors.yaml").toString(),
      "--zone",
      "Asia/Shanghai",
      "--input",
      SAMPLE.resolve("feed").toString()
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode get(PageServer page, String path) throws Exception {
    return answer(HttpRequest.newBuilder(page.uri().resolve("/api/" + path)));
  }

  private static void post(PageServer page, String path, Map<String, String> body)
      throws Exception {
    answer(
        HttpRequest.newBuilder(page.uri().resolve("/api/" + path))
            .header("X-VoC", "1")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private static JsonNode answer(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
