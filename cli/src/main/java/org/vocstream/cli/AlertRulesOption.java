package org.vocstream.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vocstream.jobs.AlertRules;
import picocli.CommandLine.Option;

/** By which rules something is an alert: shared by the commands that need to know. */
final class AlertRulesOption {
  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Alert rules (docs/alerts.md). Default: those that come with the program.")
  Path file;

  AlertRules load() {
    if (file == null) {
      return AlertRules.bundled();
    }
    try {
      return AlertRules.read(file);
    } catch (NoSuchFileException e) {
      throw UserError.usage("--rules " + file + ": there is no such file; correct the path");
    } catch (IOException e) {
      throw UserError.failed("--rules " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
