package org.vocstream.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vocstream.pack.PackFile.CueText;
import org.vocstream.text.Folding;

/** Reads one cue of a pack file and checks all that can be seen in it alone. */
final class CueReader {
  static final List<String> KEYS =
      List.of("terms", "except", "polarity", "examples", "counter_examples");

  private static final Map<String, Integer> POLARITIES = Map.of("1", 1, "0", 0, "-1", -1);

  /** Longer ones are sentences, which no customer writes twice. */
  static final int MAX_TERM = 64;

  private final Folding folding = new Folding();
  private final Findings findings;

  CueReader(Findings findings) {
    this.findings = findings;
  }

  CueText read(YamlSection section) {
    section.require("terms");
    needs(section, "examples", "write a sentence of a customer with the words marked: \"[发货]很快\"");
    needs(section, "counter_examples", "write a sentence in which the words mean something else");
    List<Written> terms = section.texts("terms");
    List<Written> except = section.texts("except");
    terms.forEach(this::checkFolded);
    except.forEach(this::checkFolded);
    except.forEach(e -> checkExcept(e, terms));
    List<Written> examples = section.texts("examples");
    List<Written> counters = section.texts("counter_examples");
    examples.forEach(this::checkExample);
    counters.forEach(this::checkCounterExample);
    return new CueText(
        section.at(), terms, except, polarity(section).orElse(null), examples, counters);
  }

  private void needs(YamlSection section, String key, String advice) {
    if (!section.has(key)) {
      findings.add(section.at(), "a cue lacks the key \"" + key + "\"; " + advice);
    }
  }

  private void checkFolded(Written term) {
    String folded = folding.fold(term.text()).text();
    if (!folded.equals(term.text())) {
      findings.add(
          term.at(),
          "the term \"" + term.text() + "\" is not in folded form; write \"" + folded + "\"");
    } else if (folded.length() > MAX_TERM) {
      findings.add(
          term.at(), "a term is longer than " + MAX_TERM + " characters; choose its core words");
    }
  }

  private void checkExcept(Written except, List<Written> terms) {
    boolean holdsTerm =
        terms.stream()
            .anyMatch(t -> except.text().contains(t.text()) && !except.text().equals(t.text()));
    if (!holdsTerm && !terms.isEmpty()) {
      findings.add(
          except.at(),
          "the except phrase \""
              + except.text()
              + "\" does not contain a term of this cue; write the longer phrase in which a term"
              + " means something else, or remove it");
    }
  }

  private void checkExample(Written example) {
    if (MarkedSentence.of(example.text()).map(MarkedSentence::marked).isEmpty()) {
      findings.add(
          example.at(),
          "the example \""
              + example.text()
              + "\" must mark one span; put [ and ] around the words, once");
    }
  }

  private void checkCounterExample(Written example) {
    if (MarkedSentence.of(example.text()).isEmpty()) {
      findings.add(
          example.at(),
          "the counter-example \""
              + example.text()
              + "\" must mark one span or none; put [ and ] around the words, once");
    }
  }

  private Optional<Integer> polarity(YamlSection section) {
    Optional<Written> written = section.text("polarity");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Integer polarity = POLARITIES.get(written.get().text());
    if (polarity == null) {
      findings.add(
          written.get().at(),
          "polarity is 1, 0 or -1, not \""
              + written.get().text()
              + "\"; leave it out where the words only name the indicator");
    }
    return Optional.ofNullable(polarity);
  }
}
