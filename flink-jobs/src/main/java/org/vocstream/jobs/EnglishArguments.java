package org.vocstream.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vocstream.english.CoreNlpUse;
import org.vocstream.english.EnglishOptions;
import org.vocstream.english.TreeLimits;

/**
 * {@link EnglishOptions} as named texts: as arguments of a job, as a generation keeps them, and as
 * they travel to where the job runs. Stateless.
 */
final class EnglishArguments {
  private static final String USE = "corenlp";
  private static final String SURE_FROM = "corenlp-sure-from";
  private static final String WORDS = "corenlp-words";
  private static final String SECONDS = "corenlp-seconds";

  private EnglishArguments() {}

  /** The options by name; only the use where no sentence is parsed, nothing where it is off. */
  static Map<String, String> of(EnglishOptions options) {
    Map<String, String> named = new TreeMap<>();
    if (options.use() != CoreNlpUse.OFF) {
      named.put(USE, options.use().code());
    }
    if (options.parses()) {
      named.put(SURE_FROM, Double.toString(options.sureFrom()));
      named.put(WORDS, Integer.toString(options.limits().sentenceWords()));
      named.put(SECONDS, Long.toString(options.limits().time().toSeconds()));
    }
    return named;
  }

  /**
   * The options of these names; CoreNLP is left out where nobody names it, so that a job does the
   * same wherever it runs.
   *
   * @throws IllegalArgumentException where one is wrong; the message says which and what to do
   */
  static EnglishOptions read(Map<String, String> named) {
    String use = named.getOrDefault(USE, CoreNlpUse.OFF.code());
    TreeLimits usual = TreeLimits.STANDARD;
    return new EnglishOptions(
        CoreNlpUse.of(use)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--corenlp "
                            + use
                            + " is unknown; one of "
                            + Arrays.stream(CoreNlpUse.values())
                                .map(CoreNlpUse::code)
                                .collect(Collectors.joining(", ")))),
        number(named, SURE_FROM, EnglishOptions.SURE_FROM),
        new TreeLimits(
            (int) number(named, WORDS, usual.sentenceWords()),
            usual.textWords(),
            Duration.ofSeconds((long) number(named, SECONDS, (double) usual.time().toSeconds()))));
  }

  private static double number(Map<String, String> named, String name, double otherwise) {
    String value = named.get(name);
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + name + " " + value + ": a number is needed", e);
    }
  }
}
