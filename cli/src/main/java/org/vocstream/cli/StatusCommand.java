package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import org.vocstream.elasticsearch.Generations;
import org.vocstream.elasticsearch.VocIndex;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what is up and what it holds. */
@Command(
    name = "status",
    description = {
      "Tells what is up and what it holds.",
      "Exit code 1 where nothing is up, or Elasticsearch does not answer."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  scripts/voc status")
final class StatusCommand implements Callable<Integer> {
  @Mixin ElasticsearchOptions elasticsearch;
  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    WorkDirectory work = WorkDirectory.ofUser();
    PrintWriter out = spec.commandLine().getOut();
    Optional<URI> uri =
        elasticsearch.uri == null
            ? StackFile.running(work).map(StackFile::elasticsearch)
            : Optional.of(elasticsearch.uri);
    if (uri.isEmpty()) {
      out.println("nothing is up; scripts/voc up starts it (work directory " + work.root() + ")");
      return CommandLine.ExitCode.SOFTWARE;
    }
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(uri.get(), Credentials.of(System.getenv()))) {
      out.printf("Elasticsearch %s at %s%n", connection.verify(), uri.get());
      Counts counts = new Counts(connection.client());
      Generations generations = new Generations(connection.client());
      for (VocIndex index : VocIndex.values()) {
        Optional<String> current = generations.current(index);
        out.printf(
            "  %-18s %s%n",
            index.alias(),
            current.isEmpty()
                ? "not made yet"
                : String.format("%,d documents, generation %s", counts.of(index), current.get()));
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--elasticsearch " + uri.get() + ": " + e.getMessage());
    } catch (IOException e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }
}
