package org.vocstream.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vocstream.pack.PackFile.CueText;

/** The cues of one indicator or contact reason while pack files are merged. Not thread-safe. */
final class CueList {
  /** A cue of the merged pack and how it was written. */
  record PlacedCue(Cue cue, CueText text) {}

  private final String code;
  private final String owner;
  private final List<PlacedCue> cues = new ArrayList<>();
  private final Map<String, Place> terms = new HashMap<>();

  /**
   * No cues yet.
   *
   * @param code code of what they tell of
   * @param owner name of the pack that has it first
   */
  CueList(String code, String owner) {
    this.code = code;
    this.owner = owner;
  }

  List<PlacedCue> placed() {
    return cues;
  }

  List<Cue> cues() {
    return cues.stream().map(PlacedCue::cue).toList();
  }

  /** Adds what the file of {@code pack} has; a term that stands already becomes a finding. */
  void add(String pack, List<CueText> texts, Findings findings) {
    String stem = owner.equals(pack) ? "" : pack + ".";
    int number = 0;
    for (CueText text : texts) {
      number++;
      for (Written term : text.terms()) {
        Place first = terms.putIfAbsent(term.text(), term.at());
        if (first != null) {
          findings.add(
              term.at(),
              "the term \""
                  + term.text()
                  + "\" stands twice in "
                  + code
                  + " (first at "
                  + first.seenFrom(term.at())
                  + "); remove one");
        }
      }
      cues.add(new PlacedCue(cue(code + "#" + stem + number, text), text));
    }
  }

  private static Cue cue(String id, CueText text) {
    return new Cue(
        id,
        texts(text.terms()),
        texts(text.except()),
        text.polarity(),
        texts(text.examples()),
        texts(text.counterExamples()));
  }

  private static List<String> texts(List<Written> written) {
    return written.stream().map(Written::text).toList();
  }
}
