package org.vocstream.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;

/**
 * The indicators of a pack that its data teach. Immutable.
 *
 * @param pack the pack
 * @param data how the sets call its indicators
 * @param learned those that are measured, in the order of the pack
 * @param cues of the pack
 */
record PackTopics(Pack pack, AspectData data, List<Indicator> learned, CueMatcher cues) {
  /** Those that the training rows of a corpus mark. */
  static PackTopics of(Pack pack, AspectData data, Corpus corpus) {
    Set<String> marked = new HashSet<>();
    corpus.training(data.measured()).forEach(t -> marked.addAll(t.aspects().keySet()));
    return new PackTopics(pack, data, data.learned(pack, marked), new CueMatcher(pack));
  }

  /** As the trained model of the pack calls them, in the order of the pack. */
  List<String> names() {
    return learned.stream().map(data::name).toList();
  }

  /** {@link AspectData#renamed}. */
  LabelledText renamed(LabelledText text, Reading reading) {
    return data.renamed(text, pack, learned, cues, reading);
  }

  /** What texts of the sets leave open. */
  OpenTopics open(Corpus corpus) {
    return new OpenTopics(this, corpus);
  }
}
