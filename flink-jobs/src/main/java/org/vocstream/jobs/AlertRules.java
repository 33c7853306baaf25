package org.vocstream.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.vocstream.pack.PackException;
import org.vocstream.pack.YamlDocument;
import org.vocstream.statistics.alert.AlertRule;
import org.vocstream.statistics.alert.AlertSeries;

/**
 * A file of alert rules (docs/alerts.md). Immutable.
 *
 * @param id name and version, {@code default@1.0.0}
 * @param quiet when nothing is delivered
 * @param freshDays alerts whose last day is longer ago are written but not delivered
 * @param rules the rules, at least one, each with a code of its own
 * @param destinations where alerts are delivered beside the index
 */
public record AlertRules(
    String id,
    QuietHours quiet,
    int freshDays,
    List<AlertRule> rules,
    List<AlertDestination> destinations)
    implements Serializable {
  private static final String BUNDLED = "alerts.yaml";

  /** Keeps copies. */
  public AlertRules {
    rules = List.copyOf(rules);
    destinations = List.copyOf(destinations);
  }

  /** The rules that come with the program: a crisis of an indicator, delivered nowhere. */
  public static AlertRules bundled() {
    try (InputStream in = AlertRules.class.getResourceAsStream(BUNDLED)) {
      return AlertRulesReader.read(BUNDLED, ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + BUNDLED + " cannot be read", e);
    }
  }

  /**
   * The rules in a file.
   *
   * @throws PackException where it is at fault; the message tells everything, with lines
   * @throws IOException where it cannot be read
   */
  public static AlertRules read(Path file) throws IOException {
    return AlertRulesReader.read(file.toString(), YamlDocument.bytes(file));
  }

  /** The rules that watch this series. */
  List<AlertRule> watching(AlertSeries series) {
    return rules.stream().filter(rule -> rule.watches(series)).toList();
  }
}
