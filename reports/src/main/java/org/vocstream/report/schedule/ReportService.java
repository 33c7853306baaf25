package org.vocstream.report.schedule;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vocstream.elasticsearch.QuestionException;
import org.vocstream.elasticsearch.ReportRun;
import org.vocstream.elasticsearch.ReportRuns;
import org.vocstream.statistics.Period;

/**
 * Makes the reports that are due and delivers them. What is due is told by the timetable and by the
 * history of runs alone, so it does not matter whether the service ran all the time: of what became
 * due while it did not, the latest is caught up, once. For each plan and period there is one report
 * (and its revisions, where somebody asks for one), however many services run. A delivery is tried
 * again after 1 minute, then after pauses each twice as long, for somewhat more than four hours; it
 * is at least once: a service that dies right after a delivery delivers once more. For one thread.
 */
public final class ReportService {
  private static final Logger LOG = LoggerFactory.getLogger(ReportService.class);

  /** Failures before a run is given up. */
  static final int TRIES = 9;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /** Longer than any run takes. */
  private static final Duration HELD = Duration.ofMinutes(30);

  private final List<ReportPlan> plans;
  private final ReportRuns runs;
  private final Making making;
  private final Courier courier;
  private final Spool spool;
  private final Clock clock;

  /**
   * A service.
   *
   * @param runs their history
   * @param setting what makes and carries the reports
   * @param clock tells what is due
   */
  public ReportService(ReportPlans plans, ReportRuns runs, Setting setting, Clock clock) {
    this.plans = plans.plans();
    this.runs = runs;
    this.making = new Making(setting.maker(), setting.renderers(), runs);
    this.courier = setting.courier();
    this.spool = new Spool(setting.spool());
    this.clock = clock;
  }

  /**
   * Begins a run for each report that is due and has none, then does what can be done now for each
   * run that is not finished.
   *
   * @return the runs that something was done for, as they stand now
   * @throws IOException where the history cannot be reached
   */
  public List<ReportRun> work() throws IOException, InterruptedException {
    for (ReportPlan plan : plans) {
      Optional<ZonedDateTime> due = plan.timetable().last(clock.instant());
      if (due.isPresent()) {
        Period period = plan.span().before(due.get().toLocalDate());
        // Another service, or this one before, may have begun it: then nothing is added.
        runs.add(fresh(plan, period, 1, due.get().toInstant()));
      }
    }
    List<ReportRun> done = new ArrayList<>();
    for (ReportRuns.Stored stored : runs.unfinished()) {
      Optional<ReportPlan> plan = plan(stored.run().id().plan());
      if (plan.isPresent() && isFree(stored.run())) {
        work(plan.get(), stored).ifPresent(done::add);
      }
    }
    return done;
  }

  /**
   * Begins a report for a period once more, as the next revision; {@link #work} makes it.
   *
   * @throws IOException where the history cannot be reached
   * @throws QuestionException where there is no such plan, or the report is not finished yet
   */
  public ReportRun.Id reissue(String code, Period period) throws IOException {
    ReportPlan plan =
        plan(code)
            .orElseThrow(
                () ->
                    QuestionException.wrong(
                        "reissue",
                        "there is no report "
                            + code
                            + "; the file has "
                            + String.join(", ", plans.stream().map(ReportPlan::code).toList())));
    int revision = 1;
    for (Optional<ReportRuns.Stored> earlier;
        (earlier = runs.find(new ReportRun.Id(code, period, revision))).isPresent();
        revision++) {
      if (!earlier.get().run().finished()) {
        throw QuestionException.nothing(
            "revision " + revision + " of " + code + " for " + period + " is not delivered yet");
      }
    }
    if (revision == 1) {
      throw QuestionException.nothing(
          "there is no report " + code + " for " + period + " yet, so there is nothing to revise");
    }
    ReportRun run = fresh(plan, period, revision, clock.instant());
    return runs.add(run)
        .map(stored -> stored.run().id())
        .orElseThrow(
            () -> QuestionException.nothing("somebody else has just begun revision of " + code));
  }

  /** When there is something to do next; empty where nothing ever will be. */
  public Optional<Instant> next() throws IOException {
    Instant now = clock.instant();
    Stream<Instant> due =
        plans.stream()
            .flatMap(plan -> plan.timetable().next(now).stream())
            .map(ZonedDateTime::toInstant);
    Stream<Instant> again =
        runs.unfinished().stream()
            .map(ReportRuns.Stored::run)
            .filter(run -> plan(run.id().plan()).isPresent())
            .map(run -> later(now, later(run.nextTryAt(), run.heldUntil())));
    return Stream.concat(due, again).min(Instant::compareTo);
  }

  private static Instant later(Instant a, Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private Optional<ReportPlan> plan(String code) {
    return plans.stream().filter(p -> p.code().equals(code)).findFirst();
  }

  private static ReportRun fresh(ReportPlan plan, Period period, int revision, Instant due) {
    return ReportRun.due(
        new ReportRun.Id(plan.code(), period, revision),
        plan.brand(),
        due,
        plan.destinations().stream().map(Destination::name).toList());
  }

  private boolean isFree(ReportRun run) {
    Instant now = clock.instant();
    return (run.nextTryAt() == null || !run.nextTryAt().isAfter(now))
        && (run.heldUntil() == null || !run.heldUntil().isAfter(now));
  }

  /** Empty where another service was quicker. */
  private Optional<ReportRun> work(ReportPlan plan, ReportRuns.Stored found)
      throws IOException, InterruptedException {
    Optional<ReportRuns.Stored> held =
        runs.change(found, found.run().held(clock.instant().plus(HELD)));
    if (held.isEmpty()) {
      return Optional.empty();
    }
    ReportRuns.Stored now = held.get();
    SortedMap<String, byte[]> files;
    try {
      Optional<SortedMap<String, byte[]>> kept =
          now.run().state() == ReportRun.State.MADE ? spool.files(now.run()) : Optional.empty();
      if (kept.isPresent()) {
        files = kept.get();
      } else {
        Making.Made made = making.make(plan, now.run(), clock.instant());
        if (isElsewhere(now.run(), made.run())) {
          return fail(
              now,
              "the files are lost, some were delivered, and the index says something else by now:"
                  + " reissue the report",
              false);
        }
        spool.keep(now.run().id(), made.files());
        files = made.files();
        Optional<ReportRuns.Stored> noted = runs.change(now, made.run());
        if (noted.isEmpty()) {
          return Optional.empty();
        }
        now = noted.get();
      }
    } catch (QuestionException e) {
      // Asking once more brings the same answer.
      return fail(now, e.getMessage(), false);
    } catch (IOException e) {
      return fail(now, "it cannot be made: " + e.getMessage(), true);
    }
    return deliver(plan, now, files);
  }

  /** True where something else than these files was delivered already. */
  private static boolean isElsewhere(ReportRun before, ReportRun made) {
    return before.deliveries().stream().anyMatch(d -> d.at() != null)
        && !before.files().equals(made.files());
  }

  private Optional<ReportRun> deliver(
      ReportPlan plan, ReportRuns.Stored made, SortedMap<String, byte[]> files)
      throws IOException, InterruptedException {
    ReportRuns.Stored now = made;
    Parcel parcel = new Parcel(now.run().id(), now.run().brand(), now.run().summary(), files);
    List<String> failures = new ArrayList<>();
    for (ReportRun.Delivered delivery : made.run().deliveries()) {
      if (delivery.at() != null) {
        continue;
      }
      String name = delivery.destination();
      ReportRun.Delivered outcome;
      try {
        Destination to =
            plan.destinations().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(name + " is no longer in the plan"));
        courier.deliver(parcel, to);
        outcome = new ReportRun.Delivered(name, clock.instant(), null);
      } catch (IOException e) {
        failures.add(e.getMessage());
        LOG.debug("{} could not be delivered", parcel.id(), e);
        outcome = new ReportRun.Delivered(name, null, e.getMessage());
      }
      Optional<ReportRuns.Stored> noted = runs.change(now, now.run().delivered(outcome));
      if (noted.isEmpty()) {
        return Optional.empty();
      }
      now = noted.get();
    }
    if (!failures.isEmpty()) {
      return fail(now, String.join("; ", failures), true);
    }
    spool.drop(now.run());
    LOG.info("{} is delivered", now.run().id());
    return Optional.of(now.run());
  }

  private Optional<ReportRun> fail(ReportRuns.Stored run, String why, boolean again)
      throws IOException {
    int attempts = run.run().attempts();
    Instant next =
        again && attempts + 1 < TRIES
            ? clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << attempts))
            : null;
    LOG.warn(
        "{}: {}; {}", run.run().id(), why, next == null ? "given up" : "tried again at " + next);
    return runs.change(run, run.run().failed(why, next)).map(ReportRuns.Stored::run);
  }
}
