package org.vocstream.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vocstream.kibana.KibanaExport;
import org.vocstream.kibana.KibanaInstallation;
import org.vocstream.kibana.KibanaOptions;
import org.vocstream.kibana.SavedObjects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the dashboards into a Kibana, and gets what was changed there. */
@Command(
    name = "kibana",
    description = "Puts the dashboards into a Kibana, and gets what was changed there.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = {
      "  scripts/voc kibana install --url https://kibana:5601 --space voc --brand 沐禾 --against 绮澜,澄野",
      "  scripts/voc kibana export --url https://kibana:5601 --space voc --output dashboards/kibana"
    })
final class KibanaCommand {
  @Spec CommandSpec spec;

  /** Where key and certificate are; that of this process but for tests. */
  Map<String, String> environment = System.getenv();

  /** Which Kibana. */
  static final class Address {
    @Option(
        names = "--url",
        paramLabel = "URL",
        required = true,
        description = {
          "Kibana 8.17 or later, such as https://host:5601. The encoded API key comes from the environment: VOC_KIBANA_API_KEY;",
          "VOC_KIBANA_CA_FILE names a CA certificate (PEM)."
        })
    URI url;

    @Option(
        names = "--space",
        paramLabel = "ID",
        defaultValue = KibanaOptions.DEFAULT_SPACE,
        description = "The space. Default: ${DEFAULT-VALUE}.")
    String space;

    private KibanaOptions options(Map<String, String> environment) {
      try {
        return KibanaOptions.of(url, space, environment);
      } catch (IllegalArgumentException e) {
        throw UserError.usage("--url, --space: " + e.getMessage());
      }
    }
  }

  @Command(
      name = "install",
      description = {
        "Puts data views and dashboards into a space, which is made where there is none. What is there already is kept as it is;",
        "run it again at any time. Exit code 1 where something could not be installed."
      },
      mixinStandardHelpOptions = true)
  int install(
      @Mixin Address address,
      @Option(
              names = "--overwrite",
              description =
                  "Replace what is there; changes made in Kibana are lost, so export them first.")
          boolean overwrite,
      @Option(
              names = "--from",
              paramLabel = "DIR",
              description = "Files to install, as export writes them, in place of those built in.")
          Path from,
      @Option(
              names = "--brand",
              paramLabel = "NAME",
              description = "Also a dashboard of the gaps of this brand to its competitors.")
          String brand,
      @Option(
              names = "--against",
              paramLabel = "NAME",
              split = ",",
              description = "The competitors of --brand, with commas between.")
          List<String> against)
      throws InterruptedException {
    KibanaOptions kibana = address.options(environment);
    SavedObjects objects = objects(from, brand, against == null ? List.of() : against);
    PrintWriter out = spec.commandLine().getOut();
    try {
      KibanaInstallation done = KibanaInstallation.of(objects, kibana, overwrite);
      out.printf("Kibana %s at %s, space %s%n", done.version(), kibana.uri(), kibana.space());
      if (done.madeSpace()) {
        out.println("  made the space " + kibana.space());
      }
      done.installed().forEach(name -> out.println("  installed  " + name));
      done.kept().forEach(name -> out.println("  kept       " + name));
      if (!done.kept().isEmpty()) {
        out.println("What was there is kept as it is; --overwrite replaces it.");
      }
      out.flush();
      if (!done.problems().isEmpty()) {
        throw UserError.failed("not all is installed:\n  " + String.join("\n  ", done.problems()));
      }
      return CommandLine.ExitCode.OK;
    } catch (IOException e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }

  private static SavedObjects objects(Path from, String brand, List<String> against) {
    if ((brand == null) != against.isEmpty()) {
      throw UserError.usage(
          "--brand and --against go together: whose gaps, and to whom; or leave both out");
    }
    if (against.stream().anyMatch(name -> name.isBlank() || name.strip().equals(brand.strip()))) {
      throw UserError.usage("--against names an empty brand, or the own one; name competitors");
    }
    try {
      SavedObjects objects = from == null ? SavedObjects.bundled() : SavedObjects.read(from);
      return brand == null
          ? objects
          : objects.withGaps(brand.strip(), against.stream().map(String::strip).toList());
    } catch (IOException e) {
      throw UserError.usage(
          "--from "
              + from
              + ": "
              + (Files.isDirectory(from) ? e.getMessage() : "there is no such folder"));
    }
  }

  @Command(
      name = "export",
      description = {
        "Writes the dashboards of a space into files, always in the same order and shape, so that a diff shows what people changed.",
        "Files of the same dashboards that are the same are left alone."
      },
      mixinStandardHelpOptions = true)
  int export(
      @Mixin Address address,
      @Option(
              names = "--output",
              paramLabel = "DIR",
              required = true,
              description = "Folder of the files, one per dashboard.")
          Path output,
      @Option(
              names = "--dashboard",
              paramLabel = "ID",
              split = ",",
              description = "Only these, with commas between. Default: those that install brings.")
          List<String> dashboards)
      throws InterruptedException {
    KibanaOptions kibana = address.options(environment);
    PrintWriter out = spec.commandLine().getOut();
    try {
      KibanaExport export =
          KibanaExport.of(
              dashboards == null ? SavedObjects.bundled().dashboards() : dashboards, kibana);
      List<String> written = export.write(output);
      for (String file : export.objects().files().keySet()) {
        out.println((written.contains(file) ? "  written    " : "  unchanged  ") + file);
      }
      out.flush();
      if (!export.missing().isEmpty()) {
        throw UserError.failed(
            "these are needed by the dashboards, but missing in Kibana: "
                + String.join(", ", export.missing()));
      }
      return CommandLine.ExitCode.OK;
    } catch (IOException e) {
      throw UserError.failed(e.getMessage(), e);
    }
  }
}
