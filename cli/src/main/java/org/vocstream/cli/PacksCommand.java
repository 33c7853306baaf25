package org.vocstream.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackCheck;
import org.vocstream.pack.PackException;
import org.vocstream.pack.PackFinding;
import org.vocstream.pack.PackLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows and checks indicator packs. */
@Command(
    name = "packs",
    description = {
      "Lists, shows and checks indicator packs, and suggests what they lack",
      "(docs/packs.md tells how to write one)."
    },
    mixinStandardHelpOptions = true,
    subcommands = SuggestCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = {"  scripts/voc packs show cosmetics", "  scripts/voc packs check my-pack.yaml"})
final class PacksCommand {
  @Spec CommandSpec spec;

  @Command(
      name = "list",
      description = "Lists the bundled packs.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  scripts/voc packs list")
  int list() {
    PackLoader loader = new PackLoader();
    PrintWriter out = spec.commandLine().getOut();
    for (String name : PackLoader.names()) {
      Pack pack = loader.load(name);
      long cues = pack.indicators().stream().mapToLong(i -> i.cues().size()).sum();
      out.printf(
          "%-20s %s / %s: %d reported indicators, %d in all, %d cues, %d contact reasons%s%n",
          pack.id(),
          pack.label().zh(),
          pack.label().en(),
          pack.groups().size(),
          pack.indicators().size(),
          cues,
          pack.contactReasons().size(),
          pack.lineage().isEmpty() ? "" : ", extends " + String.join(", ", pack.lineage()));
    }
    return 0;
  }

  @Command(
      name = "show",
      description = {
        "Shows the tree of a pack: indicators under the one they are reported as,",
        "then the contact reasons."
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  scripts/voc packs show cosmetics")
  int show(
      @Parameters(paramLabel = "PACK", description = "A bundled pack or a pack file.")
          String name) {
    Pack pack = new PackLoader().find(name);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s  %s / %s%n", pack.id(), pack.label().zh(), pack.label().en());
    for (Indicator group : pack.groups()) {
      print(out, "", group);
      pack.indicators().stream()
          .filter(i -> i.group().equals(group.code()) && !i.isGroup())
          .forEach(i -> print(out, "  ", i));
    }
    if (!pack.contactReasons().isEmpty()) {
      out.println("contact reasons");
      pack.contactReasons()
          .forEach(
              r ->
                  out.printf(
                      "  %s  %s / %s  %d cues%n",
                      r.code(), r.label().zh(), r.label().en(), r.cues().size()));
    }
    return 0;
  }

  private static void print(PrintWriter out, String indent, Indicator indicator) {
    out.printf(
        "%s%s  %s / %s  [%s, %s]  %d cues%n",
        indent,
        indicator.code(),
        indicator.label().zh(),
        indicator.label().en(),
        indicator.touchpoint(),
        indicator.value().code(),
        indicator.cues().size());
  }

  @Command(
      name = "check",
      description = {
        "Checks packs: form, codes, and that every example and counter-example of a cue holds.",
        "Exit code 1 where anything is wrong."
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  scripts/voc packs check cosmetics my-pack.yaml")
  int check(
      @Parameters(paramLabel = "PACK", arity = "1..*", description = "Bundled packs or pack files.")
          List<String> names) {
    PackLoader loader = new PackLoader();
    PackCheck check = new PackCheck(loader);
    List<PackFinding> findings = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    for (String name : names) {
      List<PackFinding> found = findings(check, name);
      out.printf("%s: %s%n", name, found.isEmpty() ? "in order" : found.size() + " findings");
      findings.addAll(found);
    }
    findings.forEach(f -> spec.commandLine().getErr().println(f));
    return findings.isEmpty() ? 0 : CommandLine.ExitCode.SOFTWARE;
  }

  private static List<PackFinding> findings(PackCheck check, String name) {
    try {
      return PackLoader.isFile(name) ? check.check(Path.of(name)) : check.check(name);
    } catch (PackException e) {
      return e.findings();
    }
  }
}
