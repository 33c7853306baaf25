package org.vocstream.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The formulas of docs/scaling.md for one rate.
 *
 * @param figures figures of that page by name
 * @param rate feedback a second in the busiest hour
 * @param window days of {@code --suspect-window}
 * @param kept days that Elasticsearch keeps feedback
 * @param slotsEach slots of a task manager
 */
record Sizing(Map<String, Double> figures, int rate, int window, int kept, int slotsEach) {
  private static final double SECONDS = 86_400;
  private static final int OUT_OF_ORDER_DAYS = 2;
  private static final double HOURS_A_MONTH = 730;
  private static final int LEAST_MAX_PARALLELISM = 128;

  /** The rates of the table. */
  static List<Sizing> all(Map<String, Double> figures) {
    return List.of(
        new Sizing(figures, 10, 30, 730, 1),
        new Sizing(figures, 1_000, 3, 365, 2),
        new Sizing(figures, 100_000, 1, 30, 8));
  }

  /** The lines of the table: what, and how much. */
  Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("feedback a day", count(perDay()));
    lines.put("cores of the job", String.format(Locale.ROOT, "%,.2f", jobCores()));
    lines.put("**slots**, in task managers", slots() + " in " + taskManagers());
    lines.put("memory of a task manager", size((1 + figure("slot_gb") * slotsEach) * 1e6));
    lines.put("partitions of the busiest topic", count(powerOfTwo(slots())));
    lines.put(
        "`pipeline.max-parallelism`",
        count(Math.max(LEAST_MAX_PARALLELISM, powerOfTwo(4 * slots()))));
    lines.put("`--suspect-window`", window + (window == 1 ? " day" : " days"));
    lines.put("**state**", size(state()));
    lines.put("state on each task manager", size(state() / taskManagers()));
    lines.put("new state per checkpoint of a minute", size(rate * 60 * figure("state_kb")));
    lines.put("storage for checkpoints", size(1.5 * state()));
    lines.put(
        "disk of Kafka",
        size(perDay() * figure("message_kb") * figure("kafka_days") * figure("kafka_copies")));
    lines.put("network from Kafka, each second", size(rate * figure("message_kb")));
    lines.put("network to Elasticsearch, each second", size(rate * figure("json_kb")));
    lines.put("documents a day", count(perDay() * figure("documents")));
    lines.put("cores of Elasticsearch", count(Math.ceil(2 * indexCores())));
    lines.put("disk of Elasticsearch a day", size(indexPerDay()));
    lines.put("kept for", kept + " days");
    lines.put("**disk of Elasticsearch**", size(indexPerDay() * kept));
    lines.put("primary shards", count(shards()));
    lines.put(
        "**core-hours a month**", count((slots() + Math.ceil(2 * indexCores())) * HOURS_A_MONTH));
    lines.put(
        "**GB-months**",
        count(
            (2.5 * state()
                    + indexPerDay() * kept
                    + perDay()
                        * figure("message_kb")
                        * figure("kafka_days")
                        * figure("kafka_copies"))
                / 1e6));
    return lines;
  }

  private double perDay() {
    return rate * figure("mean") * SECONDS;
  }

  private double jobCores() {
    return rate * figure("job_ms") / 1000 / figure("busy");
  }

  private int taskManagers() {
    return (int) Math.max(2, Math.ceil(jobCores() / slotsEach));
  }

  private int slots() {
    return taskManagers() * slotsEach;
  }

  private double state() {
    return perDay() * (window + OUT_OF_ORDER_DAYS) * figure("state_kb");
  }

  private double indexCores() {
    return rate * figure("index_ms") * figure("copies") / 1000 / figure("busy");
  }

  private double indexPerDay() {
    return perDay() * figure("index_kb") * figure("copies");
  }

  private double shards() {
    return Math.ceil(indexPerDay() / figure("copies") * kept / 1e6 / figure("shard_gb"));
  }

  private double figure(String name) {
    Double value = figures.get(name);
    if (value == null) {
      throw new AssertionError("docs/scaling.md has no figure " + name);
    }
    return value;
  }

  private static double powerOfTwo(int atLeast) {
    return Math.max(1, Integer.highestOneBit(2 * atLeast - 1));
  }

  private static String count(double number) {
    return number < 1e6
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, "%,.1f million", number / 1e6);
  }

  private static String size(double kilobytes) {
    return kilobytes < 1e3
        ? String.format(Locale.ROOT, "%.1f kB", kilobytes)
        : kilobytes < 1e6
            ? String.format(Locale.ROOT, "%.1f MB", kilobytes / 1e3)
            : kilobytes < 1e9
                ? String.format(Locale.ROOT, "%.1f GB", kilobytes / 1e6)
                : String.format(Locale.ROOT, "%,.1f TB", kilobytes / 1e9);
  }
}
