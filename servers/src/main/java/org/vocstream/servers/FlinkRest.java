package org.vocstream.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Starts, watches and stops jobs of a Flink cluster through its REST interface. Every method throws
 * IOException where the cluster does not answer or refuses, with its answer. Safe for several
 * threads.
 */
public final class FlinkRest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Set<String> AT_WORK = Set.of("RUNNING", "FINISHED");
  private static final int REFUSED = 300;
  private static final int NO_SUCH_JOB = 404;

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /** That of the cluster whose web page is at this address. */
  public FlinkRest(URI address) {
    this.address = address;
  }

  /** Where the cluster's web page is. */
  public URI address() {
    return address;
  }

  /**
   * Starts a job.
   *
   * @return its id
   * @throws IOException also where its main throws, with what it says
   */
  public String submit(Path jar, Submission submission) throws IOException, InterruptedException {
    String file = upload(jar);
    ObjectNode body = json.createObjectNode();
    submission.arguments().forEach(body.putArray("programArgsList")::add);
    if (submission.mainClass() != null) {
      body.put("entryClass", submission.mainClass());
    }
    if (submission.savepoint() != null) {
      body.put("savepointPath", submission.savepoint());
    }
    return post("/jars/" + file + "/run", body).path("jobid").asText();
  }

  private String upload(Path jar) throws IOException, InterruptedException {
    String boundary = "voc-job-jar";
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
            .formatted(boundary, jar.getFileName());
    String name =
        send(HttpRequest.newBuilder(address.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(jar),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))))
            .path("filename")
            .asText();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The state of a job: {@code RUNNING}, {@code FINISHED}, ...; {@code UNKNOWN} where it is not.
   */
  public String state(String job) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(HttpRequest.newBuilder(address.resolve("/jobs/" + job)));
    return answer.statusCode() == NO_SUCH_JOB
        ? "UNKNOWN"
        : read(answer).path("state").asText("UNKNOWN");
  }

  /**
   * Waits until every task of a job runs or has ended.
   *
   * @throws IllegalStateException where the job fails, with why, or does not run in five minutes
   */
  public void awaitRunning(String job) throws InterruptedException {
    Until.holds(
        "the tasks of job " + job + " run",
        LIMIT,
        () -> {
          JsonNode about = get("/jobs/" + job);
          refuseEnd(job, about.path("state").asText(), Set.of("FAILED", "CANCELED", "FINISHED"));
          return about.path("state").asText().equals("RUNNING")
              && StreamSupport.stream(about.path("vertices").spliterator(), false)
                  .allMatch(vertex -> AT_WORK.contains(vertex.path("status").asText()));
        });
  }

  /**
   * Waits until a job has ended well.
   *
   * @throws IllegalStateException where it fails, with why, or goes on for longer
   */
  public void awaitFinished(String job, Duration limit) throws InterruptedException {
    Until.holds(
        "job " + job + " ends",
        limit,
        () -> {
          String state = state(job);
          refuseEnd(job, state, Set.of("FAILED", "CANCELED"));
          return state.equals("FINISHED");
        });
  }

  private void refuseEnd(String job, String state, Set<String> ends)
      throws IOException, InterruptedException {
    if (ends.contains(state)) {
      String why =
          get("/jobs/" + job + "/exceptions")
              .at("/exceptionHistory/entries/0/stacktrace")
              .asText()
              .lines()
              .filter(line -> !line.startsWith("\t"))
              .collect(Collectors.joining("\n"));
      throw new IllegalStateException("job %s is %s: %s".formatted(job, state, why));
    }
  }

  /** What the cluster tells of the checkpoints of a job. */
  public Checkpoints checkpoints(String job) throws IOException, InterruptedException {
    JsonNode all = get("/jobs/" + job + "/checkpoints");
    JsonNode last = all.path("latest");
    return new Checkpoints(
        all.path("counts").path("completed").asLong(),
        last.path("completed").path("state_size").asLong(),
        last.path("restored").path("restore_timestamp").asLong());
  }

  /**
   * Checkpoints of a job since its JobManager began.
   *
   * @param completed number of those that are complete
   * @param stateBytes size of the state in the last one
   * @param restoredAt when the job last went back to one, in milliseconds of the clock; 0 for never
   */
  public record Checkpoints(long completed, long stateBytes, long restoredAt) {}

  /** Waits for one more checkpoint to be complete. */
  public void awaitCheckpoint(String job) throws IOException, InterruptedException {
    long before = checkpoints(job).completed();
    Until.holds(
        "another checkpoint of job " + job, LIMIT, () -> checkpoints(job).completed() > before);
  }

  /**
   * Waits until a job has gone back to a checkpoint and its tasks run again.
   *
   * @param since in milliseconds of the clock: not earlier than this
   */
  public void awaitRestored(String job, long since) throws InterruptedException {
    Until.holds(
        "job " + job + " goes back to a checkpoint",
        LIMIT,
        () -> checkpoints(job).restoredAt() >= since);
    awaitRunning(job);
  }

  /**
   * Stops a job with a savepoint and waits for its end.
   *
   * @return where the savepoint is
   * @throws IOException with Flink's answer where the savepoint fails
   */
  public String stopWithSavepoint(String job) throws IOException, InterruptedException {
    awaitRunning(job);
    ObjectNode body = json.createObjectNode().put("drain", false);
    String trigger = post("/jobs/" + job + "/stop", body).path("request-id").asText();
    String path = "/jobs/" + job + "/savepoints/" + trigger;
    Until.holds(
        "the savepoint of job " + job,
        LIMIT,
        () -> get(path).path("status").path("id").asText().equals("COMPLETED"));
    JsonNode result = get(path).path("operation");
    if (!result.has("location")) {
      throw new IOException("no savepoint of job " + job + ": " + result);
    }
    awaitFinished(job, LIMIT);
    return result.path("location").asText();
  }

  /** What a job has counted under this name; 0 where nothing of that name. */
  public long accumulator(String job, String name) throws IOException, InterruptedException {
    JsonNode all = get("/jobs/" + job + "/accumulators").path("user-task-accumulators");
    for (JsonNode one : all) {
      if (one.path("name").asText().equals(name)) {
        return Long.parseLong(one.path("value").asText());
      }
    }
    return 0;
  }

  /** Number of slots that no job has taken. */
  public int freeSlots() throws IOException, InterruptedException {
    return get("/overview").path("slots-available").asInt();
  }

  /** Any other answer of Flink's REST interface, as {@code /jobs/overview}. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return read(ask(request));
  }

  private HttpResponse<String> ask(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= REFUSED) {
      throw new IOException(
          answer.request().uri() + " says " + answer.statusCode() + ": " + answer.body());
    }
    return json.readTree(answer.body());
  }
}
