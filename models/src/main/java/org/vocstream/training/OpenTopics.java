package org.vocstream.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vocstream.pack.Indicator;

/**
 * Which indicators of a pack a labelled text leaves open, so that it teaches nothing of them: those
 * that its set never marks; where the set marks groups alone, the others of a group that the text
 * speaks of; and all where the set marks complaints alone and the text is none. Immutable.
 */
final class OpenTopics {
  private final AspectData data;
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Set<String>> marked = new HashMap<>();

  /**
   * What the sets of a pack leave open.
   *
   * @param corpus tells what each set marks
   */
  OpenTopics(PackTopics topics, Corpus corpus) {
    this.data = topics.data();
    for (Indicator indicator : topics.learned()) {
      groups.put(data.name(indicator), indicator.group());
    }
    for (String set : data.taught()) {
      Set<String> names = new HashSet<>();
      for (LabelledText text : corpus.training(List.of(set))) {
        for (String category : text.aspects().keySet()) {
          data.indicator(topics.pack(), category).map(data::name).ifPresent(names::add);
        }
      }
      marked.put(set, names);
    }
  }

  /**
   * The indicators that a text leaves open.
   *
   * @param text its categories called as the trained model calls indicators
   */
  Set<String> of(LabelledText text) {
    if (text.set().equals(LabelledFile.SET)) {
      return Set.of();
    }
    if (!data.tellsOfTopics(text)) {
      return Set.copyOf(groups.keySet());
    }
    Set<String> ofSet = marked.getOrDefault(text.set(), Set.of());
    Set<String> spoken =
        text.aspects().keySet().stream()
            .filter(groups::containsKey)
            .map(groups::get)
            .collect(Collectors.toSet());
    return groups.keySet().stream()
        .filter(name -> !text.aspects().containsKey(name))
        .filter(
            name ->
                DataSets.FINE.contains(text.set())
                    ? !ofSet.contains(name)
                    : ofSet.stream().map(groups::get).noneMatch(groups.get(name)::equals)
                        || spoken.contains(groups.get(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
