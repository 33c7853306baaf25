package org.vocstream.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vocstream.text.Folding;
import org.vocstream.text.Span;

/**
 * One sentence that proves a cue.
 *
 * @param cue id of the cue
 * @param at where the sentence is written
 * @param sentence the sentence, folded
 * @param matches true where the cue must match exactly the marked span, false where nowhere
 * @param search finds the cue, and all that may take words from it
 */
record CueProof(
    String cue, Place at, MarkedSentence sentence, boolean matches, CueSearch<?> search) {

  static CueProof of(
      String cue, Written written, boolean matches, Folding folding, CueSearch<?> search) {
    MarkedSentence sentence =
        MarkedSentence.of(written.text()).orElseThrow(IllegalStateException::new);
    return new CueProof(cue, written.at(), sentence.folded(folding), matches, search);
  }

  /** What is wrong, or empty where the sentence holds. */
  Optional<PackFinding> finding() {
    List<CueSearch.Hit<?>> all = List.copyOf(search.findIn(sentence.text()));
    List<Span> own = new ArrayList<>();
    all.stream().filter(m -> m.cue().id().equals(cue)).forEach(m -> own.add(m.span()));
    if (!matches) {
      return own.isEmpty()
          ? Optional.empty()
          : Optional.of(
              at.finding(
                  "the counter-example of "
                      + cue
                      + " matches: "
                      + MarkedSentence.mark(sentence.text(), own.get(0))
                      + "; add an except phrase, or correct the sentence"));
    }
    return own.equals(List.of(sentence.marked()))
        ? Optional.empty()
        : Optional.of(
            at.finding(
                "the example of "
                    + cue
                    + " does not hold: expected "
                    + MarkedSentence.mark(sentence.text(), sentence.marked())
                    + ", found "
                    + found(all)
                    + "; correct the mark, or the terms"));
  }

  private String found(List<CueSearch.Hit<?>> all) {
    return all.isEmpty()
        ? "nothing"
        : all.stream()
            .map(m -> MarkedSentence.mark(sentence.text(), m.span()) + " by " + m.cue().id())
            .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return at.file() + ":" + at.line() + " " + cue + " " + sentence.text();
  }
}
