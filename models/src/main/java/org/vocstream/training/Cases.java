package org.vocstream.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.FeedbackScorer;
import org.vocstream.scoring.ModelFolder;
import org.vocstream.scoring.ScoringOptions;
import org.vocstream.text.BundledYaml;

/**
 * The hand-written cases of {@code models/cases}: negation, degree, contrast, comparison, emoji,
 * slang, traditional Chinese and English. They are read from the class path and need no labelled
 * data. Immutable.
 */
public final class Cases {
  private static final String FOLDER = "/cases/";

  private final List<Case> cases;
  private final Set<String> brands;

  /**
   * How one kind of cases does.
   *
   * @param kind what they try: {@code negation}
   * @param total how many there are
   * @param failing codes of those that fail, and what does not hold
   */
  public record Share(String kind, int total, Map<String, List<String>> failing) {
    /** How many pass. */
    public int passed() {
      return total - failing.size();
    }
  }

  private Cases(List<Case> cases, Set<String> brands) {
    this.cases = cases;
    this.brands = brands;
  }

  /**
   * The cases that come with the program.
   *
   * @throws IllegalArgumentException where two have the same code or one is not well formed
   */
  public static Cases bundled() {
    Map<String, Case> cases = new LinkedHashMap<>();
    Set<String> brands = new TreeSet<>();
    for (String name : text("bundled.txt").lines().toList()) {
      Map<?, ?> file = BundledYaml.parse(name, text(name + ".yaml"));
      if (file.get("brands") instanceof List<?> named) {
        named.forEach(b -> brands.add(String.valueOf(b)));
      }
      for (Object written : (List<?>) file.get("cases")) {
        Case read = Case.of(String.valueOf(file.get("kind")), (Map<?, ?>) written);
        if (cases.put(read.code(), read) != null) {
          throw new IllegalArgumentException("the case " + read.code() + " stands twice");
        }
      }
    }
    return new Cases(List.copyOf(cases.values()), brands);
  }

  private static String text(String name) {
    try (InputStream in = Cases.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            FOLDER + name + " is not on the class path: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }

  /** How many cases there are. */
  public int size() {
    return cases.size();
  }

  /**
   * Scores every case; one share per kind, in the order of the files.
   *
   * @param models the models that score
   */
  public List<Share> run(ModelFolder models) {
    Map<String, FeedbackScorer> scorers = new TreeMap<>();
    Map<String, Integer> totals = new LinkedHashMap<>();
    Map<String, Map<String, List<String>>> failing = new LinkedHashMap<>();
    for (Case one : cases) {
      FeedbackScorer scorer =
          scorers.computeIfAbsent(
              one.pack(),
              p -> FeedbackScorer.of(new PackLoader().load(p), brands, ScoringOptions.of(models)));
      totals.merge(one.kind(), 1, Integer::sum);
      Map<String, List<String>> ofKind =
          failing.computeIfAbsent(one.kind(), k -> new LinkedHashMap<>());
      List<String> faults = one.faults(scorer.score(one.feedback()));
      if (!faults.isEmpty()) {
        ofKind.put(one.code(), faults);
      }
    }
    List<Share> shares = new ArrayList<>();
    totals.forEach((kind, total) -> shares.add(new Share(kind, total, failing.get(kind))));
    return shares;
  }
}
