package org.vocstream.report.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vocstream.pack.PackException;
import org.vocstream.pack.YamlDocument;

/**
 * The reports of a {@code reports.yaml}. Immutable.
 *
 * @param plans in the order of the file
 */
public record ReportPlans(List<ReportPlan> plans) {
  /** Copies the list. */
  public ReportPlans {
    plans = List.copyOf(plans);
  }

  /**
   * Reads a file.
   *
   * @throws PackException with everything that is wrong in it, each with line and column
   * @throws IOException where it cannot be read
   */
  public static ReportPlans load(Path file) throws IOException {
    return ReportPlansReader.read(file.toString(), YamlDocument.bytes(file));
  }

  /** Names of the environment variables that the destinations need. */
  public Set<String> variables() {
    Set<String> names = new TreeSet<>();
    for (ReportPlan plan : plans) {
      for (Destination destination : plan.destinations()) {
        if (destination instanceof Destination.Webhook webhook) {
          names.addAll(webhook.headers().values());
        } else if (destination instanceof Destination.Mail mail && mail.user() != null) {
          names.addAll(Set.of(mail.user(), mail.password()));
        }
      }
    }
    return names;
  }
}
