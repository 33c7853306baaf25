package org.vocstream.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.segment.HanLpSegmenter;
import org.vocstream.segment.SegmentedText;
import org.vocstream.text.PreparedText;
import org.vocstream.text.Span;
import org.vocstream.text.TextPreparer;

class SurroundingsTest {
  private static final FeatureRecipe WORDS = new FeatureRecipe(1, 0, 1);
  private static final int FOOD = 1;

  @Test
  void aWordBelongsToTheTopicThatIsNearest() {
    String text = "the soup was cold but our waiter was kind";
    String other = "the soup was cold but our waiter was rude";

    // What is said of the waiter tells nothing of the soup but that it is said of something else.
    Set<Integer> soup = seenFrom(text, "soup", "waiter");
    soup.removeAll(seenFrom(other, "soup", "waiter"));
    Set<Integer> waiter = seenFrom(text, "waiter", "soup");
    waiter.removeAll(seenFrom(other, "waiter", "soup"));

    assertThat(soup).hasSize(2);
    assertThat(waiter.size()).isGreaterThan(8);
  }

  @Test
  void aConjunctionPartsMoreThanWordsDo() {
    String text = "soup that we all had was salty and tea";
    String other = "soup that we all had was sweet and tea";

    // "salty" stands nearer to the tea in words, but before the conjunction.
    Set<Integer> tea = seenFrom(text, "tea", "soup");
    tea.removeAll(seenFrom(other, "tea", "soup"));
    Set<Integer> soup = seenFrom(text, "soup", "tea");
    soup.removeAll(seenFrom(other, "soup", "tea"));

    assertThat(soup.size()).isGreaterThan(tea.size());
  }

  @Test
  void aTopicThatIsNotNamedHasWhatIsNotSaidOfOthers() {
    Set<Integer> unnamed = features("a lovely evening , our waiter was kind", List.of(), "waiter");
    unnamed.removeAll(features("a boring evening , our waiter was kind", List.of(), "waiter"));

    assertThat(unnamed.size()).isGreaterThan(3);
  }

  private static Set<Integer> seenFrom(String text, String own, String other) {
    int at = text.indexOf(own);
    return features(text, List.of(new Span(at, at + own.length())), other);
  }

  private static Set<Integer> features(String text, List<Span> own, String other) {
    PreparedText prepared = new TextPreparer().prepare(text);
    DocumentFeatures read =
        new DocumentFeatures(
            new SegmentedText(prepared, new HanLpSegmenter().segment(prepared.folded())));
    List<Clause> clauses = Clause.of(read);
    int at = text.indexOf(other);
    Set<Integer> features = new HashSet<>();
    Arrays.stream(
            Surroundings.features(
                WORDS,
                read,
                clauses,
                new Part(0, clauses.size()),
                own,
                List.of(new Span(at, at + other.length())),
                FOOD))
        .forEach(features::add);
    return features;
  }
}
