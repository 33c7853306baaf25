package org.vocstream.cli;

import java.time.Duration;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.EnglishReader;
import org.vocstream.english.TreeLimits;
import picocli.CommandLine.Option;

/** How far English is read by Stanford CoreNLP: shared by the commands that score. */
final class EnglishReading {
  @Option(
      names = "--corenlp",
      paramLabel = "USE",
      description = {
        "How far English is read by Stanford CoreNLP, which scripts/voc corenlp builds (docs/english.md).",
        "off; words: words, lemmas and sentences; unsure: and the sentiment of what the linear model is not sure of, by parse trees; always: of every English text.",
        "Default: words where it is built, else off."
      })
  CoreNlpUse use;

  @Option(
      names = "--corenlp-sure-from",
      paramLabel = "P",
      defaultValue = "" + EnglishOptions.SURE_FROM,
      description =
          "With --corenlp unsure: from which probability of its label on the linear model is sure, 0 to 1. Default: ${DEFAULT-VALUE}.")
  double sureFrom;

  @Option(
      names = "--corenlp-words",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Longest sentence that is parsed, in words and signs; time grows with its cube. Default: ${DEFAULT-VALUE}.")
  int words;

  @Option(
      names = "--corenlp-seconds",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Longest time for the parse trees of one text, after which the linear model stands alone. Default: ${DEFAULT-VALUE}.")
  int seconds;

  /**
   * The options themselves.
   *
   * @throws IllegalArgumentException where they are wrong, or ask for what is not built
   */
  EnglishOptions load() {
    if (use != null && use != CoreNlpUse.OFF) {
      EnglishReader unused = EnglishReader.find();
    }
    return new EnglishOptions(
        use == null ? EnglishOptions.standard().use() : use,
        sureFrom,
        new TreeLimits(words, TreeLimits.STANDARD.textWords(), Duration.ofSeconds(seconds)));
  }
}
