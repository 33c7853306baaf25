package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vocstream.kibana.KibanaInstallation;
import org.vocstream.kibana.KibanaOptions;
import org.vocstream.kibana.SavedObjects;
import picocli.CommandLine;

/** The dashboards get into a Kibana and out of it; whatever goes wrong is said in one message. */
class KibanaCommandTest {
  private static final Path COMMITTED = VocProcess.HOME.resolve("dashboards/kibana");

  @TempDir Path folder;
  private StubKibana kibana;
  private Map<String, String> environment = Map.of(KibanaOptions.API_KEY, StubKibana.KEY);

  /** What a command said. */
  private record Told(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    kibana = new StubKibana();
  }

  @AfterEach
  void stop() {
    kibana.close();
  }

  @Test
  void whatIsInstalledTwiceIsThereOnceAndWhatPeopleChangedIsKept() {
    Told first = install("--space", "voc");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("Kibana 8.19.3", "made the space voc", "installed  dashboard voc-comparison")
        .doesNotContain("kept");
    assertThat(kibana.spaces.get("default")).isEmpty();
    Map<String, ObjectNode> held = kibana.spaces.get("voc");
    ((ObjectNode) held.get("dashboard voc-trend").path("attributes")).put("title", "Ours");
    held.remove("dashboard voc-calls");
    Told again = install("--space", "voc");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("installed  dashboard voc-calls", "kept       dashboard voc-trend", "--overwrite")
        .doesNotContain("made the space");
    assertThat(held.get("dashboard voc-trend").at("/attributes/title").asText()).isEqualTo("Ours");
    assertThat(install("--space", "voc", "--overwrite").out()).doesNotContain("kept");
    assertThat(held.get("dashboard voc-trend").at("/attributes/title").asText())
        .contains("趋势 Trend");
  }

  @Test
  void theOwnBrandAndItsCompetitorsMakeADashboardOfGaps() {
    assertThat(install("--brand", "沐禾", "--against", "绮澜,澄野").out())
        .contains("installed  dashboard voc-gap");
    assertThat(kibana.spaces.get("default").get("dashboard voc-gap").toString())
        .contains("沐禾 − 绮澜", "沐禾 − 澄野");
    assertThat(install("--brand", "沐禾").err()).contains("--brand and --against go together");
    assertThat(install("--brand", "沐禾", "--against", "沐禾").exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsExportedUnchangedIsWhatIsCommitted() throws IOException {
    install();
    Told told = voc("export", "--output", folder.toString());
    assertThat(told.exitCode()).as(told.err()).isZero();
    Map<String, String> committed = files(COMMITTED);
    assertThat(files(folder).keySet()).isEqualTo(committed.keySet());
    files(folder).forEach((name, text) -> assertThat(text).as(name).isEqualTo(committed.get(name)));
    Told again = voc("export", "--output", folder.toString());
    assertThat(again.out()).contains("unchanged  voc-trend.ndjson").doesNotContain("written");
  }

  @Test
  void aChangeShowsInItsOwnFileAloneAndCanBeInstalledElsewhere() throws IOException {
    install();
    voc("export", "--output", folder.toString());
    Map<String, String> before = files(folder);
    ((ObjectNode) kibana.spaces.get("default").get("dashboard voc-calls").path("attributes"))
        .put("title", "What callers want");
    assertThat(voc("export", "--output", folder.toString()).out())
        .contains("written    voc-calls.ndjson", "unchanged  voc-trend.ndjson");
    Map<String, String> after = files(folder);
    assertThat(after.remove("voc-calls.ndjson")).contains("What callers want");
    before.remove("voc-calls.ndjson");
    assertThat(after).isEqualTo(before);
    assertThat(install("--space", "other", "--from", folder.toString()).exitCode()).isZero();
    assertThat(
            kibana.spaces.get("other").get("dashboard voc-calls").at("/attributes/title").asText())
        .isEqualTo("What callers want");
  }

  @Test
  void whatCannotBeInstalledIsToldObjectByObject() throws IOException {
    Files.copy(COMMITTED.resolve("voc-trend.ndjson"), folder.resolve("voc-trend.ndjson"));
    Told missing = install("--from", folder.toString());
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err())
        .contains("dashboard voc-trend: it needs index-pattern voc-mentions")
        .contains("which Kibana does not hold");
    kibana.unknownTypes.add("dashboard");
    Told partly = installFiles();
    assertThat(partly.exitCode()).isEqualTo(1);
    assertThat(partly.out()).contains("installed  index-pattern voc-mentions");
    assertThat(partly.err()).contains("dashboard voc-calls: this Kibana knows no such object");
  }

  @Test
  void filesThatHoldNoSavedObjectsAreToldWithTheirLine() throws IOException {
    assertThat(install("--from", folder.resolve("nowhere").toString()).err())
        .contains("there is no such folder");
    assertThat(install("--from", folder.toString()).err()).contains("holds no saved objects");
    Files.writeString(folder.resolve("x.ndjson"), "{\"type\":\"dashboard\",\"id\":\"x\"}\n{oops\n");
    assertThat(install("--from", folder.toString()).err()).contains("x.ndjson:2 is no JSON");
  }

  @Test
  void aDashboardThatIsNotThereCannotBeExported() {
    Told told = voc("export", "--output", folder.toString(), "--dashboard", "voc-trend,mine");
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.err())
        .contains("space default holds no dashboard voc-trend, no dashboard mine")
        .contains("scripts/voc kibana install");
  }

  @Test
  void whatADashboardNeedsAndKibanaHasLostIsTold() {
    installFiles();
    kibana.spaces.get("default").remove("index-pattern voc-alerts");
    Told told = voc("export", "--output", folder.toString());
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.err()).contains("missing in Kibana: index-pattern voc-alerts");
  }

  @Test
  void withoutTheRightKeyNothingIsDone() {
    environment = Map.of();
    assertThat(installFiles().err())
        .contains("wants to know who we are (401): set VOC_KIBANA_API_KEY");
    environment = Map.of(KibanaOptions.API_KEY, "wrong");
    Told wrong = installFiles();
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("does not accept the API key (401)").doesNotContain("wrong;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_import | 403 | {\"message\":\"Unable to bulk_create dashboard\"} | Unable to bulk_create dashboard",
        "_import | 403 | {} | Saved Objects Management",
        "status | 302 | /kibana/login | sends us on to /kibana/login (302)",
        "status | 404 | {\"error\":\"no handler found\"} | not as a Kibana does",
        "status | 503 | Kibana server is not ready yet | Kibana server is not ready yet",
        "_import | 413 | too large | refuses the import (413: too large)",
        "_import | 200 | <html>proxy</html> | refuses the import (200",
        "status | 0 | '' | no Kibana answers at",
        "_import | 0 | '' | no Kibana answers at",
      })
  void aKibanaInTroubleIsToldInOneSentence(String path, int status, String body, String words) {
    kibana.instead.put(path, new StubKibana.Reply(status, body));
    Told told = installFiles();
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.err()).contains(words).startsWith("voc: ").doesNotContain("Exception");
    assertThat(told.err().lines()).hasSize(1);
  }

  @Test
  void aSpaceThatMayNotBeMadeIsTold() {
    kibana.instead.put("/api/spaces/space", new StubKibana.Reply(403, "{\"message\":\"no\"}"));
    assertThat(installFiles("--space", "new").err()).contains("in space new (403: no)");
  }

  @ParameterizedTest
  @CsvSource({"7.17.29,1", "8.16.0,1", "8.17.0,0", "8.19.21,0", "9.1.2,0"})
  void versionsThatDoNotKnowTheseShapesAreRefused(String version, int exitCode) {
    kibana.version = version;
    Told told = installFiles();
    assertThat(told.exitCode()).isEqualTo(exitCode);
    assertThat(told.err()).contains(exitCode == 0 ? "" : "is Kibana " + version);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://host,default,not an address of Kibana",
    "https://me:secret@host:5601,default,leave user and password out",
    "https://host:5601,My Space,no id of a space"
  })
  void anAddressThatCannotBeOneIsWrongUsage(String url, String space, String words) {
    Told told = run("install", "--url", url, "--space", space);
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.err()).contains(words).doesNotContain("secret");
  }

  @Test
  void nobodyThereAndNoAnswerAreToldApart() throws IOException {
    URI silent;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Connections are made by the system, and nobody answers them.
      silent = URI.create("http://127.0.0.1:" + socket.getLocalPort());
      assertThatThrownBy(
              () ->
                  KibanaInstallation.of(
                      SavedObjects.bundled(),
                      new KibanaOptions(silent, "default", null, null, Duration.ofMillis(200)),
                      false))
          .hasMessageContaining("did not answer within");
    }
    Told told = run("install", "--url", silent.toString());
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.err()).contains("no Kibana answers at " + silent + " (connection refused)");
  }

  private Told install(String... more) {
    return voc("install", more);
  }

  /** The committed files, which is quicker than to make them anew. */
  private Told installFiles(String... more) {
    return install(
        Stream.concat(Stream.of("--from", COMMITTED.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Told voc(String command, String... more) {
    return run(
        Stream.concat(Stream.of(command, "--url", kibana.uri().toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Told run(String... arguments) {
    CommandLine line = Voc.commandLine();
    ((KibanaCommand) line.getSubcommands().get("kibana").getCommand()).environment = environment;
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exitCode =
        line.execute(
            Stream.concat(Stream.of("kibana"), Stream.of(arguments)).toArray(String[]::new));
    return new Told(exitCode, out.toString(), err.toString());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
