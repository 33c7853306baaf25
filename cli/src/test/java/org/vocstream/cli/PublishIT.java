package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.cli.VocProcess.Result;
import org.vocstream.servers.KafkaBroker;

/** A pack changes while {@code voc run} goes on, as a user does it: processes, files, output. */
@Timeout(400)
class PublishIT {
  private static final String PETS =
      """
      pack: pets
      version: 1.0.0
      label: {zh: 宠物, en: Pets}
      extends: commerce
      indicators:
        - code: palatability
          label: {zh: 适口性, en: Palatability}
          touchpoint: use
          value: benefit.product
          cues:
            - terms: [爱吃]
              examples: ["猫咪很[爱吃]"]
              counter_examples: ["爱喝水"]
      """;

  @TempDir Path work;

  @Test
  void aWatchedPackTakesEffectAndABrokenOneDoesNot() throws Exception {
    VocProcess voc = new VocProcess(work);
    Path inbox = Files.createDirectory(work.resolve("inbox"));
    Path pack = Files.writeString(work.resolve("pets.yaml"), PETS);
    Matcher up =
        Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)")
            .matcher(voc.run("up", "--port", "0").out());
    assertThat(up.find()).isTrue();
    URI elasticsearch = URI.create(up.group(1));
    Process run =
        voc.start(
            work.resolve("run.out"),
            work.resolve("run.err"),
            "run",
            "--watch",
            "--watch-settings",
            "--pack",
            pack.toString(),
            "--input",
            inbox.toString());
    try {
      give(inbox, 0);
      await(elasticsearch, "voc-mentions/_count?q=scored_by:pets@1.0.0*", run);
      replace(pack, PETS.replace("1.0.0", "1.1.0").replace("[爱吃]\"]", "爱吃\"]"));
      await(elasticsearch, "voc-dead-letters/_count?q=stage:settings", run);
      while (run.isAlive()
          && !Files.readString(work.resolve("run.err")).contains(", 1 settings refused (")) {
        // Asked again until it is told.
      }
      replace(pack, PETS.replace("1.0.0", "1.2.0"));
      for (int i = 1;
          count(elasticsearch, "voc-mentions/_count?q=scored_by:pets@1.2.0*") == 0;
          i++) {
        give(inbox, i);
      }
      assertThat(count(elasticsearch, "voc-mentions/_count?q=scored_by:pets@1.1.0*")).isZero();
      assertThat(run.isAlive()).isTrue();
    } finally {
      run.destroy();
      assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
      voc.run("down");
    }
  }

  @Test
  void whatIsPublishedIsCheckedAndSent() throws Exception {
    VocProcess voc = new VocProcess(work);
    Path pack = Files.writeString(work.resolve("pets.yaml"), PETS);
    String set = VocProcess.HOME.resolve("sample/competitors.yaml").toString();
    try (KafkaBroker broker =
        KafkaBroker.start(
            VocProcess.HOME.resolve("servers/kafka/target/server"), work.resolve("kafka"))) {
      Result nowhere = voc.run("publish", "--kafka", broker.address(), "--pack", pack.toString());
      assertThat(nowhere.exitCode()).isEqualTo(1);
      assertThat(nowhere.err())
          .contains("has no topic voc.settings; create it with --create-topic");
      Result both =
          voc.run(
              "publish",
              "--kafka",
              broker.address(),
              "--create-topic",
              "--pack",
              pack.toString(),
              "--competitors",
              set);
      assertThat(both.exitCode()).as(both.err()).isZero();
      assertThat(both.out().lines())
          .containsExactly(
              "pack pets@1.0.0 is sent to voc.settings",
              "competitor set cosmetics-sample@1.1.0 is sent to voc.settings");
      replace(pack, PETS.replace("[爱吃]\"]", "爱吃\"]"));
      Result broken = voc.run("publish", "--kafka", broker.address(), "--pack", pack.toString());
      assertThat(broken.exitCode()).isEqualTo(1);
      assertThat(broken.err()).contains("pets.yaml:12:").doesNotContain("at org.vocstream");
    }
    assertThat(voc.run("publish", "--kafka", "localhost:9092").err())
        .contains("nothing to send; give --pack FILE, --competitors FILE, or both");
  }

  private void give(Path inbox, int number) throws Exception {
    replace(
        inbox.resolve(number + ".jsonl"),
        "{\"id\":\"r%d\",\"channel\":\"review\",\"text\":\"猫咪很爱吃\"}\n".formatted(number));
  }

  private void replace(Path file, String text) throws Exception {
    Files.move(
        Files.writeString(work.resolve("written"), text),
        file,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void await(URI elasticsearch, String query, Process run) throws Exception {
    while (run.isAlive() && count(elasticsearch, query) == 0) {
      // Asked again until it has arrived.
    }
    assertThat(run.isAlive()).isTrue();
  }

  private static long count(URI elasticsearch, String query) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (String path : new String[] {"_refresh", query}) {
      var answer =
          client.send(
              HttpRequest.newBuilder(elasticsearch.resolve("/" + path)).build(),
              BodyHandlers.ofString());
      Matcher count = Pattern.compile("^\\{\"count\":(\\d+)").matcher(answer.body());
      if (count.find()) {
        return Long.parseLong(count.group(1));
      }
    }
    return 0;
  }
}
