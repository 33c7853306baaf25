package org.vocstream.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.servers.LocalCluster;

/** The jar as a cluster gets it: with Flink's class path beside it and nothing else. */
@Timeout(300)
class JobJarIT {
  private static final Path JAR = Path.of("target/voc-job.jar");
  private static final Path FLINK = Path.of("../servers/flink/target/server");
  private static final String CONNECTORS = "org/apache/flink/connector/";

  @TempDir Path home;

  private record Result(int exitCode, String output) {}

  @Test
  void itHoldsJobsModelsAndPacksAndNoFlink() throws IOException {
    Set<String> names = names(JAR);
    assertThat(names)
        .contains(
            "org/vocstream/jobs/FeedbackScoringJob.class",
            "org/vocstream/jobs/RescoreJob.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "META-INF/services/jakarta.json.spi.JsonProvider")
        .anyMatch(name -> name.startsWith("packs/cosmetics"))
        .anyMatch(name -> name.startsWith("trained/"));
    assertThat(names)
        .noneMatch(name -> name.startsWith("org/apache/flink/api/"))
        .noneMatch(name -> name.startsWith("org/apache/flink/core/"))
        .noneMatch(name -> name.startsWith("org/apache/flink/runtime/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("org/apache/logging/"))
        .noneMatch(name -> name.startsWith("javax/annotation/"));
  }

  @Test
  void noClassOfItIsInFlinkToo() throws IOException {
    Set<String> flink = new TreeSet<>();
    for (Path jar : jarsOfFlink()) {
      flink.addAll(names(jar));
    }
    assertThat(flink).contains("org/apache/flink/api/common/JobID.class");
    // Connectors are loaded from Flink where it has them.
    Set<String> both = names(JAR);
    both.removeIf(name -> !name.endsWith(".class") || name.startsWith(CONNECTORS));
    both.retainAll(flink);
    assertThat(both).isEmpty();
  }

  @Test
  void nothingThatOurClassesNeedIsMissing() throws IOException {
    StringWriter missing = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(missing),
            new PrintWriter(missing),
            "--multi-release",
            "17",
            "--missing-deps",
            "-cp",
            jarsOfFlink().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)),
            JAR.toString());
    assertThat(missing.toString()).contains("not found");
    // Libraries have parts that nobody needs here; we have none.
    assertThat(missing.toString().lines())
        .filteredOn(line -> line.strip().startsWith("org.vocstream."))
        .filteredOn(line -> !line.strip().startsWith("org.vocstream.shaded."))
        .filteredOn(line -> line.contains("->"))
        .isEmpty();
  }

  @Test
  void aMistypedArgumentIsToldByItsMain() throws Exception {
    assertThat(job("--topcs", "review=mine"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isEqualTo(1);
              assertThat(result.output())
                  .contains("unknown argument --topcs; did you mean \"topics\"?");
            });
  }

  @Test
  void feedbackIsReadScoredAndIndexedByWhatIsInTheJar() throws Exception {
    try (LocalCluster servers = LocalCluster.start(Path.of(".."), home)) {
      send(servers);
      Result result =
          job(
              "--kafka",
              servers.broker().address(),
              "--once",
              "true",
              "--pack",
              "cosmetics",
              "--elasticsearch",
              servers.elasticsearch().toString());
      assertThat(result.exitCode()).as(result.output()).isZero();
      assertThat(servers.count(VocIndex.FEEDBACK)).isEqualTo(2);
      assertThat(servers.count(VocIndex.MENTIONS)).isPositive();
      assertThat(servers.count(VocIndex.DEAD_LETTERS)).isEqualTo(1);

      servers.connection().client().indices().delete(d -> d.index("voc-late-000001"));
      Result refused =
          job(
              "--kafka",
              servers.broker().address(),
              "--pack",
              "cosmetics",
              "--elasticsearch",
              servers.elasticsearch().toString());
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output()).contains("there is no index behind the alias voc-late");
    }
  }

  private static void send(LocalCluster servers) throws Exception {
    servers.createTopic("voc.reviews", 2);
    servers.createTopic("voc.dead-letters", 2);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers.broker().address(), "compression.type", "zstd");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (String value :
          List.of(
              "{\"id\":\"r1\",\"brand\":\"青禾\",\"text\":\"发货很快，包装也很好\"}",
              "{\"id\":\"r2\",\"brand\":\"青禾\",\"text\":\"fast delivery\"}",
              "{\"id\":")) {
        producer.send(new ProducerRecord<>("voc.reviews", value)).get(30, TimeUnit.SECONDS);
      }
    }
  }

  /** Runs the main of the jar inside one process, on Flink's class path. */
  private Result job(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened : List.of("java.util", "java.lang", "java.time", "java.nio", "sun.nio.ch")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-Xmx1g", "-cp", FLINK.toAbsolutePath() + "/*:" + JAR.toAbsolutePath()));
    command.add("org.vocstream.jobs.FeedbackScoringJob");
    command.addAll(List.of(arguments));
    Path output = home.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("VOC_HASH_KEY", "a key that only tests know");
    Process process = builder.start();
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the job did not end:\n" + Files.readString(output));
    }
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private static List<Path> jarsOfFlink() throws IOException {
    try (Stream<Path> files = Files.list(FLINK)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static Set<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Set<String> names = new TreeSet<>();
      file.stream().map(JarEntry::getName).forEach(names::add);
      return names;
    }
  }
}
