package org.vocstream.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real Flink cluster on the loopback address: one JobManager, and as many TaskManagers as are
 * started, each a child JVM. State is kept on disk by RocksDB, checkpoints stand in its home
 * folder. For one thread.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final long READY_SECONDS = 120;
  private static final List<String> OPENED =
      List.of("java.util", "java.lang", "java.time", "java.nio", "sun.nio.ch");

  private final FlinkOptions options;
  private final FlinkRest rest;
  private final List<String> jobManagerCommand;
  private final List<ServerJvm> processes = new ArrayList<>();
  private ServerJvm jobManager;

  private FlinkCluster(FlinkOptions options, FlinkRest rest, List<String> jobManagerCommand) {
    this.options = options;
    this.rest = rest;
    this.jobManagerCommand = jobManagerCommand;
  }

  /** Starts the JobManager of a session cluster: jobs are submitted to it. */
  public static FlinkCluster start(FlinkOptions options) throws IOException, InterruptedException {
    return start(
        options,
        List.of(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "--configDir",
            options.home().toString(),
            "--executionMode",
            "cluster",
            "--host",
            "127.0.0.1"));
  }

  /**
   * Starts the JobManager of a cluster that is there for one job: it runs the job's main itself, as
   * containers and the Kubernetes operator have it.
   *
   * @param jar is put into {@code usrlib}
   */
  public static FlinkCluster startApplication(FlinkOptions options, Path jar, Submission submission)
      throws IOException, InterruptedException {
    Path library = Files.createDirectories(options.home().resolve("usrlib"));
    Files.createSymbolicLink(library.resolve(jar.getFileName()), jar.toAbsolutePath());
    // Beside this folder Flink looks for usrlib.
    Map<String, String> environment = new TreeMap<>(options.environment());
    environment.put("FLINK_LIB_DIR", options.home().toAbsolutePath().resolve("lib").toString());
    Files.createDirectories(options.home().resolve("lib"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
                "--configDir",
                options.home().toString(),
                "--job-classname",
                submission.mainClass()));
    if (submission.savepoint() != null) {
      command.addAll(List.of("--fromSavepoint", submission.savepoint()));
    }
    command.addAll(submission.arguments());
    return start(options.withEnvironment(environment), command);
  }

  private static FlinkCluster start(FlinkOptions options, List<String> jobManagerCommand)
      throws IOException, InterruptedException {
    List<Integer> ports = FreePorts.of(2);
    FlinkConfiguration.write(options, ports.get(0), ports.get(1));
    FlinkCluster cluster =
        new FlinkCluster(
            options,
            new FlinkRest(URI.create("http://127.0.0.1:" + ports.get(1))),
            jobManagerCommand);
    cluster.startJobManager();
    return cluster;
  }

  private void startJobManager() throws IOException, InterruptedException {
    jobManager = launch("jobmanager", "Rest endpoint listening at", "-Xmx512m", jobManagerCommand);
  }

  /** Starts a JobManager at the same address after the one before was killed. */
  public void restartJobManager() throws IOException, InterruptedException {
    startJobManager();
  }

  /** The JobManager. */
  public ServerJvm jobManager() {
    return jobManager;
  }

  /** How jobs are started, watched and stopped. */
  public FlinkRest rest() {
    return rest;
  }

  /** Starts a TaskManager and waits until the JobManager knows it. */
  public ServerJvm startTaskManager() throws IOException, InterruptedException {
    return launch(
        "taskmanager",
        "Successful registration at resource manager",
        "-Xmx896m",
        List.of(
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            options.home().toString()));
  }

  private ServerJvm launch(String name, String readyWhen, String heap, List<String> command)
      throws IOException, InterruptedException {
    List<String> jvm =
        new ArrayList<>(
            List.of(
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + options.home().resolve("log4j2.properties")));
    OPENED.forEach(opened -> jvm.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
    ServerJvm server =
        ServerJvm.start(
            options.folder(),
            options.home().resolve("%s-%d.log".formatted(name, processes.size())),
            readyWhen,
            options.environment(),
            jvm,
            command.toArray(String[]::new));
    processes.add(server);
    server.awaitReady(READY_SECONDS);
    return server;
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).close();
    }
  }
}
