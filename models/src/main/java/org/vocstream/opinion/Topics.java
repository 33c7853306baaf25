package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.text.Span;

/**
 * What opinions of a pack are told apart by: its groups, and those finer indicators that a trained
 * model knows by themselves. Immutable.
 */
public final class Topics {
  private final Set<String> learned;

  /** Topics where a model knows the indicators of these codes. */
  public Topics(Collection<String> learned) {
    this.learned = Set.copyOf(learned);
  }

  /**
   * The indicator that a trained model calls by a name: a group by its Chinese label, any other by
   * its code.
   *
   * @throws IllegalArgumentException where the pack has neither
   */
  public static Indicator named(Pack pack, String name) {
    return pack.indicators().stream()
        .filter(i -> i.isGroup() && i.label().zh().equals(name))
        .findFirst()
        .or(() -> pack.indicators().stream().filter(i -> i.code().equals(name)).findFirst())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the trained model "
                        + pack.aspectModel()
                        + " finds "
                        + name
                        + ", but pack "
                        + pack.id()
                        + " has no indicator of that code, and none that is reported by itself has"
                        + " that zh label"));
  }

  /** Code of the topic under which an indicator counts. */
  public String of(Indicator indicator) {
    return learned.contains(indicator.code()) ? indicator.code() : indicator.group();
  }

  /**
   * Where the cues of a part of a text stand: those of a topic, or of all the others.
   *
   * @param own true for those of the topic
   */
  public List<Span> spans(ClauseCues cues, Part part, String topic, boolean own) {
    List<Span> spans = new ArrayList<>();
    for (int i = part.from(); i < part.to(); i++) {
      for (ClauseCues.Met met : cues.written(i)) {
        if (of(met.match().indicator()).equals(topic) == own) {
          spans.add(met.match().span());
        }
      }
    }
    return spans;
  }
}
