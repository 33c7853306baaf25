package org.vocstream.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real Flink session cluster on the loopback address: one JobManager, and as many TaskManagers as
 * are started, each a child JVM. Checkpoints stand in its home folder.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final long READY_SECONDS = 120;
  private static final int SAVEPOINT_ATTEMPTS = 5;
  private static final Pattern STARTING =
      Pattern.compile("\"status\":\"(CREATED|SCHEDULED|DEPLOYING|INITIALIZING|CANCELING)\"");
  private static final List<String> OPENED =
      List.of("java.util", "java.lang", "java.time", "java.nio", "sun.nio.ch");

  private final Path folder;
  private final Path home;
  private final URI rest;
  private final Map<String, String> environment;
  private final List<ServerJvm> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private FlinkCluster(Path folder, Path home, URI rest, Map<String, String> environment) {
    this.folder = folder;
    this.home = home;
    this.rest = rest;
    this.environment = environment;
  }

  /**
   * Starts a JobManager.
   *
   * @param folder holds the jars of Flink, {@code servers/flink/target/server}
   * @param home an empty folder
   * @param slots of each TaskManager
   * @param environment what every process of the cluster has in its environment
   */
  public static FlinkCluster start(
      Path folder, Path home, int slots, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<Integer> ports = FreePorts.two();
    write(home, ports.get(0), ports.get(1), slots);
    FlinkCluster cluster =
        new FlinkCluster(folder, home, URI.create("http://127.0.0.1:" + ports.get(1)), environment);
    cluster.launch(
        "jobmanager",
        "Rest endpoint listening at",
        "-Xmx512m",
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        "--configDir",
        home.toString(),
        "--executionMode",
        "cluster",
        "--host",
        "127.0.0.1");
    return cluster;
  }

  private static void write(Path home, int rpc, int rest, int slots) throws IOException {
    Files.createDirectories(home.resolve("tmp"));
    Files.writeString(
        home.resolve("config.yaml"),
        """
        jobmanager.bind-host: 127.0.0.1
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %1$d
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %2$d
        web.refresh-interval: 200
        web.upload.dir: %3$s/tmp
        io.tmp.dirs: %3$s/tmp
        taskmanager.bind-host: 127.0.0.1
        taskmanager.host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %4$d
        taskmanager.cpu.cores: %4$d.0
        taskmanager.memory.task.heap.size: 768m
        taskmanager.memory.task.off-heap.size: 0b
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        taskmanager.memory.managed.size: 64m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 128m
        taskmanager.memory.jvm-overhead.max: 128m
        heartbeat.interval: 1 s
        heartbeat.timeout: 10 s
        execution.checkpointing.dir: file://%3$s/checkpoints
        execution.checkpointing.savepoint-dir: file://%3$s/savepoints
        """
            .formatted(rpc, rest, home.toAbsolutePath(), slots));
    Files.writeString(
        home.resolve("log4j2.properties"),
        """
        rootLogger.level=INFO
        rootLogger.appenderRef.c.ref=C
        appender.c.type=Console
        appender.c.name=C
        appender.c.layout.type=PatternLayout
        appender.c.layout.pattern=%d{HH:mm:ss,SSS} %-5p %c{1} - %m%n
        logger.metrics.name=org.apache.flink.metrics.MetricGroup
        logger.metrics.level=ERROR
        logger.kafka.name=org.apache.kafka
        logger.kafka.level=WARN
        """);
  }

  /** Starts a TaskManager and waits until the JobManager knows it. */
  public ServerJvm startTaskManager() throws IOException, InterruptedException {
    return launch(
        "taskmanager-" + processes.size(),
        "Successful registration at resource manager",
        "-Xmx896m",
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        "--configDir",
        home.toString());
  }

  private ServerJvm launch(String name, String readyWhen, String heap, String... command)
      throws IOException, InterruptedException {
    List<String> options =
        new ArrayList<>(
            List.of(
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties")));
    OPENED.forEach(name1 -> options.add("--add-opens=java.base/" + name1 + "=ALL-UNNAMED"));
    ServerJvm server =
        ServerJvm.start(
            folder, home.resolve(name + ".log"), readyWhen, environment, options, command);
    processes.add(server);
    server.awaitReady(READY_SECONDS);
    return server;
  }

  /**
   * Submits a job through REST.
   *
   * @param jar the jar; the main class is its own
   * @param savepoint where it begins, or null
   * @return the id of the job
   */
  public String submit(Path jar, String savepoint, List<String> arguments)
      throws IOException, InterruptedException {
    String boundary = "voc-job-jar";
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"job.jar\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
            .formatted(boundary);
    String uploaded =
        send(
            HttpRequest.newBuilder(rest.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(jar),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    String file = field("filename", uploaded);
    String list =
        arguments.stream().map(a -> '"' + a + '"').collect(Collectors.joining(",", "[", "]"));
    String run =
        "{\"programArgsList\":"
            + list
            + (savepoint == null ? "" : ",\"savepointPath\":\"" + savepoint + "\"")
            + "}";
    return field("jobid", post("/jars/" + file.substring(file.lastIndexOf('/') + 1) + "/run", run));
  }

  /** The state of a job: {@code RUNNING}, {@code FINISHED}, ... */
  public String state(String job) throws IOException, InterruptedException {
    return field("state", get("/jobs/" + job));
  }

  /**
   * Stops a job with a savepoint, waits for its end and returns where the savepoint is. One that
   * meets a source at its very end, or the job restarting, is declined, so it is asked again some
   * times.
   *
   * @throws IOException with Flink's answer where it is declined each time
   */
  public String stopWithSavepoint(String job) throws IOException, InterruptedException {
    String answer = "";
    for (int attempt = 0; attempt < SAVEPOINT_ATTEMPTS && !answer.contains("location"); attempt++) {
      awaitTasks(job);
      String trigger = field("request-id", post("/jobs/" + job + "/stop", "{\"drain\":false}"));
      answer = "IN_PROGRESS";
      while (answer.contains("IN_PROGRESS")) {
        answer = get("/jobs/" + job + "/savepoints/" + trigger);
      }
    }
    String savepoint = field("location", answer);
    // Flink answers from a picture of the job that it renews now and then.
    while (!state(job).equals("FINISHED")) {
      Thread.onSpinWait();
    }
    return savepoint;
  }

  /** Waits until every task runs or has ended. */
  private void awaitTasks(String job) throws IOException, InterruptedException {
    String about = get("/jobs/" + job);
    while (!about.contains("\"state\":\"RUNNING\"")
        || STARTING.matcher(about.substring(about.indexOf("\"vertices\""))).find()) {
      about = get("/jobs/" + job);
    }
  }

  /** What a job has counted under this name. */
  public long accumulator(String job, String name) throws IOException, InterruptedException {
    String all = get("/jobs/" + job + "/accumulators");
    Matcher found =
        Pattern.compile("\"name\":\"" + name + "\",\"type\":\"[^\"]*\",\"value\":\"(-?[0-9]+)\"")
            .matcher(all);
    if (!found.find()) {
      throw new IOException("no count " + name + " in " + all);
    }
    return Long.parseLong(found.group(1));
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(rest.resolve(path)));
  }

  private String post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(rest.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          answer.request().uri() + " says " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static String field(String name, String json) throws IOException {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IOException("no " + name + " in " + json);
    }
    return found.group(1);
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).close();
    }
  }
}
