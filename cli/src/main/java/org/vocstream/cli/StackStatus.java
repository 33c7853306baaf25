package org.vocstream.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.IndexSummary;
import org.vocstream.elasticsearch.VocIndex;

/**
 * What is up, what it holds and what runs. Immutable.
 *
 * @param at when it was asked
 * @param page address of the page, or null where none is up
 * @param elasticsearch its address, or null where none is up
 * @param index what it holds, or null where none is up or it does not answer
 * @param problem why it does not answer, or null
 * @param jobs what runs, by who was asked
 */
record StackStatus(
    Instant at, URI page, URI elasticsearch, Index index, String problem, List<Flink> jobs) {

  /**
   * What an Elasticsearch holds. Immutable.
   *
   * @param version of the server
   * @param documents by kind; null where the index is not made yet
   * @param summary how fresh and clean it is; null where the indices are not made yet
   */
  record Index(String version, Map<VocIndex, Held> documents, IndexSummary summary) {}

  /**
   * The documents of one kind. Immutable.
   *
   * @param count how many
   * @param generation name of the index behind the alias
   */
  record Held(long count, String generation) {}

  /**
   * What one Flink tells. Immutable.
   *
   * @param address who was asked
   * @param process number of the process of this machine, or null for a cluster
   * @param jobs what runs there
   * @param problem why it does not answer, or null
   */
  record Flink(URI address, Long process, List<JobStatus> jobs, String problem) {
    static Flink ask(URI address, Long process) throws InterruptedException {
      try {
        return new Flink(address, process, JobStatus.all(new FlinkRest(address)), null);
      } catch (IOException e) {
        return new Flink(address, process, List.of(), e.getMessage());
      }
    }
  }

  /**
   * Asks everything.
   *
   * @param named a user's own Elasticsearch, or null
   * @param cluster Flink's REST interface, or null: the runs of this work directory
   * @throws IllegalArgumentException where the address of Elasticsearch is none
   */
  static StackStatus read(WorkDirectory work, URI named, URI cluster, Instant now)
      throws IOException, InterruptedException {
    Optional<StackFile> up = StackFile.running(work);
    List<RunFile> runs = RunFile.running(work);
    List<Flink> jobs = new ArrayList<>();
    if (cluster != null) {
      jobs.add(Flink.ask(cluster, null));
    } else {
      for (RunFile run : runs) {
        jobs.add(Flink.ask(run.flink(), run.process().pid()));
      }
    }
    URI elasticsearch =
        Optional.ofNullable(named)
            .or(() -> up.map(StackFile::elasticsearch))
            .or(() -> runs.stream().map(RunFile::elasticsearch).findFirst())
            .orElse(null);
    Index index = null;
    String problem = null;
    if (elasticsearch != null) {
      try {
        index = index(elasticsearch, now);
      } catch (IOException e) {
        problem = e.getMessage();
      }
    }
    return new StackStatus(
        now, up.map(StackFile::page).orElse(null), elasticsearch, index, problem, jobs);
  }

  private static Index index(URI elasticsearch, Instant now) throws IOException {
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(elasticsearch, Credentials.of(System.getenv()))) {
      String version = connection.verify();
      Counts counts = new Counts(connection.client());
      Generations generations = new Generations(connection.client());
      Map<VocIndex, Held> documents = new LinkedHashMap<>();
      for (VocIndex kind : VocIndex.values()) {
        Optional<String> current = generations.current(kind);
        documents.put(kind, current.isEmpty() ? null : new Held(counts.of(kind), current.get()));
      }
      boolean made =
          documents.get(VocIndex.FEEDBACK) != null && documents.get(VocIndex.DEAD_LETTERS) != null;
      return new Index(
          version, documents, made ? IndexSummary.read(connection.client(), now) : null);
    }
  }

  /** Whether there is nothing to tell of. */
  boolean isNothing() {
    return elasticsearch == null && jobs.isEmpty();
  }

  /** Whether all that was asked has answered. */
  boolean isWell() {
    return !isNothing() && problem == null && jobs.stream().allMatch(f -> f.problem() == null);
  }
}
