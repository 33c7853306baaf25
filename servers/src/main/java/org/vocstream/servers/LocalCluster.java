package org.vocstream.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.ElasticsearchUnavailable;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.Schema;
import org.vocstream.elasticsearch.ServerOptions;
import org.vocstream.elasticsearch.VocIndex;

/**
 * What a job needs around it, as real processes on this machine: a broker, an Elasticsearch with
 * our schema, and, where it is asked for, a Flink cluster. All of them end with this process at the
 * latest. For one thread.
 */
public final class LocalCluster implements AutoCloseable {
  /**
   * What every process of Flink has in its environment: the secret under which jobs make
   * pseudonyms, a key that this Elasticsearch does not ask for, and a password for settings of
   * Kafka. Nobody may see their values.
   */
  public static final Map<String, String> SECRETS =
      Map.of(
          "VOC_HASH_KEY", "a key that only tests know",
          "VOC_ES_API_KEY", "cGxhbnRlZC1hcGkta2V5OnBsYW50ZWQ=",
          "VOC_KAFKA_PASSWORD", "a-password-that-only-tests-know");

  private final Path project;
  private final Path home;
  private final KafkaBroker broker;
  private final ServerOptions elasticsearchOptions;
  private EmbeddedElasticsearch elasticsearch;
  private final ElasticsearchConnection connection;
  private final List<FlinkCluster> flinks = new ArrayList<>();
  private ZooKeeper zooKeeper;

  private LocalCluster(
      Path project,
      Path home,
      KafkaBroker broker,
      EmbeddedElasticsearch elasticsearch,
      ServerOptions options)
      throws ElasticsearchUnavailable {
    this.project = project;
    this.home = home;
    this.broker = broker;
    this.elasticsearch = elasticsearch;
    this.elasticsearchOptions = options.withPort(elasticsearch.uri().getPort());
    this.connection = ElasticsearchConnection.open(elasticsearch.uri(), Credentials.none());
  }

  /**
   * Starts broker and Elasticsearch.
   *
   * @param project the folder of the project, in which the servers have been built
   * @param home an empty folder: data and logs of all
   */
  public static LocalCluster start(Path project, Path home)
      throws IOException, InterruptedException {
    KafkaBroker broker =
        KafkaBroker.start(project.resolve("servers/kafka/target/server"), home.resolve("kafka"));
    LocalCluster cluster = null;
    try {
      ServerOptions options =
          ServerOptions.of(
                  project.resolve("elasticsearch/embedded/target/server"),
                  home.resolve("elasticsearch"))
              .withPort(0);
      cluster =
          new LocalCluster(
              project, home, broker, EmbeddedElasticsearch.start(options, step -> {}), options);
      new Schema(cluster.connection.client()).ensure();
      return cluster;
    } finally {
      if (cluster == null) {
        broker.close();
      }
    }
  }

  /** Starts a Flink session cluster without a TaskManager. */
  public FlinkCluster startFlink() throws IOException, InterruptedException {
    return startFlink(Map.of());
  }

  /** The same with settings of Flink's configuration, beside and before ours. */
  public FlinkCluster startFlink(Map<String, String> settings)
      throws IOException, InterruptedException {
    return closedWithThis(FlinkCluster.start(flinkOptions().with(settings)));
  }

  /**
   * The same with checkpoints and savepoints in an object store, and every process able to read
   * from it.
   */
  public FlinkCluster startFlink(ObjectStore store) throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(SECRETS);
    environment.putAll(store.environment());
    return closedWithThis(
        FlinkCluster.start(
            flinkOptions()
                .withEnvironment(environment)
                .with(store.settings())
                .with(
                    Map.of(
                        "execution.checkpointing.dir", ObjectStore.uri("checkpoints"),
                        "execution.checkpointing.savepoint-dir", ObjectStore.uri("savepoints")))));
  }

  /** The same with a ZooKeeper, so that jobs outlive their JobManager. */
  public FlinkCluster startHighlyAvailableFlink() throws IOException, InterruptedException {
    zooKeeper = ZooKeeper.start(flinkOptions().folder(), home.resolve("zookeeper"));
    URI storage = home.resolve("high-availability").toAbsolutePath().toUri();
    return closedWithThis(
        FlinkCluster.start(flinkOptions().with(zooKeeper.highAvailability(storage))));
  }

  /** Starts a Flink cluster for one job, whose main the JobManager runs. */
  public FlinkCluster startApplication(Path jar, Submission submission)
      throws IOException, InterruptedException {
    return closedWithThis(FlinkCluster.startApplication(flinkOptions(), jar, submission));
  }

  private FlinkCluster closedWithThis(FlinkCluster flink) {
    flinks.add(flink);
    return flink;
  }

  private FlinkOptions flinkOptions() {
    return FlinkOptions.of(
            project.resolve("servers/flink/target/server"), home.resolve("flink-" + flinks.size()))
        .withEnvironment(SECRETS);
  }

  /** The broker. */
  public KafkaBroker broker() {
    return broker;
  }

  /** Makes a topic with so many partitions. */
  public void createTopic(String name, int partitions) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin
          .createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic " + name + " could not be made", e.getCause());
    }
  }

  /** Where Elasticsearch is; the same before and after it was restarted. */
  public URI elasticsearch() {
    return elasticsearch.uri();
  }

  /** The process id of Elasticsearch. */
  public long elasticsearchPid() {
    return elasticsearch.pid();
  }

  /** A connection to Elasticsearch, closed with this. */
  public ElasticsearchConnection connection() {
    return connection;
  }

  /** Number of documents of a kind, all that was written until now. */
  public long count(VocIndex kind) throws IOException {
    Counts counts = new Counts(connection.client());
    counts.refresh();
    return counts.of(kind);
  }

  /** Number of documents of a kind in a generation, all that was written until now. */
  public long count(Generation generation, VocIndex kind) throws IOException {
    Counts counts = new Counts(connection.client());
    counts.refresh(generation);
    return counts.of(generation, kind, null);
  }

  /** Ends Elasticsearch at once, as {@code kill -9} does. */
  public void killElasticsearch() {
    ProcessHandle process = ProcessHandle.of(elasticsearch.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    elasticsearch.close();
  }

  /**
   * Starts it again with its data.
   *
   * @throws IllegalStateException where another process has taken its port in between
   */
  public void restartElasticsearch() throws IOException, InterruptedException {
    elasticsearch = EmbeddedElasticsearch.start(elasticsearchOptions, step -> {});
    if (elasticsearch.uri().getPort() != elasticsearchOptions.port()) {
      throw new IllegalStateException("port " + elasticsearchOptions.port() + " is taken");
    }
  }

  @Override
  public void close() throws IOException {
    flinks.forEach(FlinkCluster::close);
    if (zooKeeper != null) {
      zooKeeper.close();
    }
    connection.close();
    elasticsearch.close();
    broker.close();
  }
}
