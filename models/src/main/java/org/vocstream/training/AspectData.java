package org.vocstream.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.Mention;
import org.vocstream.opinion.Topics;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.text.Language;

/**
 * The sets that teach the indicators of a pack, and how they call them. Immutable.
 *
 * @param language of their texts
 * @param sets all that teach
 * @param measured those of them on whose held-out texts the pack is measured
 * @param codes code of the indicator that a category means; empty where categories are the Chinese
 *     labels of groups
 * @param complaintsOnly whether categories are marked in negative texts alone
 */
record AspectData(
    Language language,
    List<String> sets,
    List<String> measured,
    Map<String, String> codes,
    boolean complaintsOnly) {

  /** Sets whose categories are the Chinese labels of groups; the first is measured on. */
  static AspectData chinese(String... sets) {
    return new AspectData(Language.ZH, List.of(sets), List.of(sets[0]), Map.of(), false);
  }

  /** The sets with opinions: dialogues only tell what is none. */
  List<String> taught() {
    return sets.stream().filter(set -> !set.equals(DataSets.DIALOGUES)).toList();
  }

  /**
   * Whether a text tells of which topics it speaks, be it of none: a text that does not complain
   * may speak of any where complaints alone are marked, but for one that judges nothing.
   */
  boolean tellsOfTopics(LabelledText text) {
    return !complaintsOnly || !text.aspects().isEmpty() || Integer.valueOf(0).equals(text.label());
  }

  /** As a trained model calls an indicator. */
  String name(Indicator indicator) {
    return codes.isEmpty() ? indicator.label().zh() : indicator.code();
  }

  /** The indicators of a pack that categories mean, in the order of the pack. */
  List<Indicator> learned(Pack pack, Set<String> categories) {
    return pack.indicators().stream()
        .filter(
            i ->
                codes.isEmpty()
                    ? i.isGroup() && categories.contains(i.label().zh())
                    : categories.stream().anyMatch(c -> i.code().equals(codes.get(c))))
        .toList();
  }

  /** The indicator that a category means. */
  Optional<Indicator> indicator(Pack pack, String category) {
    return pack.indicators().stream()
        .filter(
            i ->
                codes.isEmpty()
                    ? i.isGroup() && i.label().zh().equals(category)
                    : i.code().equals(codes.get(category)))
        .findFirst();
  }

  /**
   * By the code of an indicator, how a set with these categories calls it; what it does not call by
   * itself is found under its group.
   */
  Map<String, String> categories(Pack pack, Set<String> marked) {
    Map<String, String> categories = new HashMap<>();
    marked.forEach(c -> indicator(pack, c).ifPresent(i -> categories.put(i.code(), c)));
    return categories;
  }

  /** How a set calls what a mention is about, or empty where it does not know it. */
  static Optional<String> category(Map<String, String> categories, Mention mention) {
    return Optional.ofNullable(
        categories.getOrDefault(mention.indicator(), categories.get(mention.group())));
  }

  /**
   * A text with its categories called as a trained model calls indicators. A set that marks only
   * the group, where the model knows finer ones, means those of which the text has cues.
   */
  LabelledText renamed(
      LabelledText text, Pack pack, List<Indicator> learned, CueMatcher cues, Reading reading) {
    if (codes.isEmpty() || text.set().equals(LabelledFile.SET)) {
      return text;
    }
    Topics topics = new Topics(learned.stream().map(Indicator::code).toList());
    Map<String, Integer> aspects = new LinkedHashMap<>();
    text.aspects()
        .forEach(
            (category, polarity) ->
                indicator(pack, category)
                    .ifPresent(
                        i ->
                            meant(text, i, learned, topics, cues, reading)
                                .forEach(name -> aspects.putIfAbsent(name, polarity))));
    List<LabelledText.Opinion> opinions =
        text.opinions().stream()
            .map(
                o ->
                    new LabelledText.Opinion(
                        o.term(),
                        o.words(),
                        o.category() == null
                            ? null
                            : indicator(pack, o.category()).map(this::name).orElse(null),
                        o.polarity()))
            .toList();
    return new LabelledText(
        text.set(),
        text.id(),
        text.channel(),
        text.text(),
        text.label(),
        aspects,
        opinions,
        text.heldOut());
  }

  private Set<String> meant(
      LabelledText text,
      Indicator marked,
      List<Indicator> learned,
      Topics topics,
      CueMatcher cues,
      Reading reading) {
    Set<String> names = new LinkedHashSet<>();
    boolean finer =
        marked.isGroup()
            && learned.stream().anyMatch(i -> !i.isGroup() && i.group().equals(marked.code()));
    // A set that has the finer ones by themselves means the group where it says the group.
    if (finer && !DataSets.FINE.contains(text.set())) {
      cues.find(new DocumentFeatures(reading.read(text.text()))).stream()
          .filter(m -> m.indicator().group().equals(marked.code()))
          .forEach(m -> names.add(topics.of(m.indicator())));
    }
    if (names.isEmpty()) {
      names.add(name(marked));
    }
    return names;
  }
}
