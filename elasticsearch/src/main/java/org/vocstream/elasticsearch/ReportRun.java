package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vocstream.statistics.Period;

/**
 * What has become of a report that was due. Immutable.
 *
 * @param id which one
 * @param brand the own brand in it
 * @param state how far it is
 * @param dueAt when it was due, or asked for
 * @param madeAt up to when what stood in the index is in it; null before it is made
 * @param nextTryAt not before then is tried what has failed; null where nothing has
 * @param heldUntil until then somebody works on it; null where nobody does
 * @param attempts how often something of it has failed
 * @param error what failed last, or null
 * @param files as they were made
 * @param deliveries one for each destination
 * @param summary its key findings, a sentence each
 * @param figures every number in it as it is written, under a name that is the same in each
 *     revision
 */
public record ReportRun(
    Id id,
    String brand,
    State state,
    Instant dueAt,
    Instant madeAt,
    Instant nextTryAt,
    Instant heldUntil,
    int attempts,
    String error,
    List<MadeFile> files,
    List<Delivered> deliveries,
    List<String> summary,
    List<Figure> figures) {

  /** Copies the lists. */
  public ReportRun {
    files = List.copyOf(files);
    deliveries = List.copyOf(deliveries);
    summary = List.copyOf(summary);
    figures = List.copyOf(figures);
  }

  /**
   * Which report.
   *
   * @param plan code of the plan
   * @param period it is about
   * @param revision from 1
   */
  public record Id(String plan, Period period, int revision) {
    /** As one word: {@code weekly|2026-10-19..2026-10-25|1}. */
    @Override
    public String toString() {
      return plan + "|" + period + "|" + revision;
    }
  }

  /** How far a report is. */
  public enum State {
    /** It is yet to be made. */
    DUE,
    /** It is made, and yet to be delivered. */
    MADE,
    /** It is everywhere where it goes. */
    DELIVERED,
    /** It could not be made or delivered, and nobody tries any more. */
    FAILED;

    /** The name in documents: {@code delivered}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    }
  }

  /**
   * A file of the report.
   *
   * @param name of the file
   * @param sha256 digest in hex
   * @param bytes its length
   */
  public record MadeFile(String name, String sha256, long bytes) {}

  /**
   * A destination.
   *
   * @param destination its name, without addresses of people
   * @param at when it was delivered; null where it is not
   * @param error why not, the last time; null where nothing failed
   */
  public record Delivered(String destination, Instant at, String error) {}

  /**
   * A number of the report.
   *
   * @param language of the report that it stands in
   * @param name what it is of
   * @param value as it is written
   */
  public record Figure(String language, String name, String value) {}

  /** True where nothing is left to do. */
  public boolean finished() {
    return state == State.DELIVERED || state == State.FAILED;
  }

  ObjectNode document() {
    ObjectNode json =
        new Fields()
            .put("plan", id.plan())
            .put("brand", brand)
            .put("period", id.period().written())
            .put("from", id.period().from().toString())
            .put("to", id.period().to().minusDays(1).toString())
            .put("revision", id.revision())
            .put("state", state.code())
            .put("due_at", dueAt)
            .put("made_at", madeAt)
            .put("next_try_at", nextTryAt)
            .put("held_until", heldUntil)
            .put("attempts", attempts)
            .put("error", error)
            .json();
    ArrayNode made = json.putArray("files");
    files.forEach(
        f ->
            made.addObject()
                .put("name", f.name())
                .put("sha256", f.sha256())
                .put("bytes", f.bytes()));
    ArrayNode destinations = json.putArray("deliveries");
    deliveries.forEach(
        d ->
            destinations.add(
                new Fields()
                    .put("destination", d.destination())
                    .put("at", d.at())
                    .put("error", d.error())
                    .json()));
    ArrayNode sentences = json.putArray("summary");
    summary.forEach(sentences::add);
    // An object without a field for each number: there are too many for a mapping.
    ArrayNode all = json.putObject("figures").putArray("all");
    figures.forEach(f -> all.addArray().add(f.language()).add(f.name()).add(f.value()));
    return json;
  }

  static ReportRun of(JsonNode json) {
    List<MadeFile> files = new ArrayList<>();
    for (JsonNode f : json.path("files")) {
      files.add(
          new MadeFile(
              f.path("name").asText(), f.path("sha256").asText(), f.path("bytes").asLong()));
    }
    List<Delivered> deliveries = new ArrayList<>();
    for (JsonNode d : json.path("deliveries")) {
      deliveries.add(
          new Delivered(
              d.path("destination").asText(), instant(d, "at"), d.path("error").asText(null)));
    }
    List<String> summary = new ArrayList<>();
    json.path("summary").forEach(s -> summary.add(s.asText()));
    List<Figure> figures = new ArrayList<>();
    for (JsonNode f : json.path("figures").path("all")) {
      figures.add(new Figure(f.path(0).asText(), f.path(1).asText(), f.path(2).asText()));
    }
    return new ReportRun(
        new Id(
            json.path("plan").asText(),
            Period.parse(json.path("period").asText()),
            json.path("revision").asInt()),
        json.path("brand").asText(null),
        State.of(json.path("state").asText()),
        instant(json, "due_at"),
        instant(json, "made_at"),
        instant(json, "next_try_at"),
        instant(json, "held_until"),
        json.path("attempts").asInt(),
        json.path("error").asText(null),
        files,
        deliveries,
        summary,
        figures);
  }

  private static Instant instant(JsonNode json, String field) {
    return Optional.ofNullable(json.path(field).asText(null)).map(Instant::parse).orElse(null);
  }

  /** A report that is due now. */
  public static ReportRun due(Id id, String brand, Instant dueAt, List<String> destinations) {
    return new ReportRun(
        id,
        brand,
        State.DUE,
        dueAt,
        null,
        null,
        null,
        0,
        null,
        List.of(),
        destinations.stream().map(d -> new Delivered(d, null, null)).toList(),
        List.of(),
        List.of());
  }

  /** The same, held by somebody until then. */
  public ReportRun held(Instant until) {
    return new ReportRun(
        id,
        brand,
        state,
        dueAt,
        madeAt,
        nextTryAt,
        until,
        attempts,
        error,
        files,
        deliveries,
        summary,
        figures);
  }

  /** The same, made. */
  public ReportRun made(
      Instant at, List<MadeFile> files, List<String> summary, List<Figure> figures) {
    return new ReportRun(
        id,
        brand,
        State.MADE,
        dueAt,
        at,
        null,
        heldUntil,
        attempts,
        null,
        files,
        deliveries,
        summary,
        figures);
  }

  /** The same with this outcome of one delivery; delivered where all are. */
  public ReportRun delivered(Delivered outcome) {
    List<Delivered> all =
        deliveries.stream()
            .map(d -> d.destination().equals(outcome.destination()) ? outcome : d)
            .toList();
    boolean done = all.stream().allMatch(d -> d.at() != null);
    return new ReportRun(
        id,
        brand,
        done ? State.DELIVERED : state,
        dueAt,
        madeAt,
        done ? null : nextTryAt,
        done ? null : heldUntil,
        attempts,
        done ? null : error,
        files,
        all,
        summary,
        figures);
  }

  /**
   * The same after something has failed, held by nobody.
   *
   * @param again when it is tried again; null to give it up
   */
  public ReportRun failed(String why, Instant again) {
    return new ReportRun(
        id,
        brand,
        again == null ? State.FAILED : state,
        dueAt,
        madeAt,
        again,
        null,
        attempts + 1,
        why,
        files,
        deliveries,
        summary,
        figures);
  }
}
