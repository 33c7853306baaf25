package org.vocstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.linear.FeatureRecipe;
import org.vocstream.opinion.Clause;
import org.vocstream.opinion.ClauseCues;
import org.vocstream.opinion.Part;
import org.vocstream.pack.CueMatcher;
import org.vocstream.pack.PackLoader;
import org.vocstream.segment.SegmentedText;

/** What the models see of a text: its parts and its cues. */
class ClauseReadingTest {
  private static final FeatureRecipe RECIPE = new FeatureRecipe(1, 3, 2);
  private static final Reading READING = Training.reading();
  private static final CueMatcher MATCHER = new CueMatcher(new PackLoader().load("cosmetics"));

  @Test
  void everyClauseOfALongTextIsReadInOnePart() {
    SegmentedText text = READING.read("物流很快，包装完好。".repeat(40));
    List<Clause> clauses = Clause.of(text);
    List<Part> parts = Part.of(clauses, Part.LENGTH);

    assertThat(parts).hasSizeGreaterThan(5);
    assertThat(parts.get(0).from()).isZero();
    assertThat(parts.get(parts.size() - 1).to()).isEqualTo(clauses.size());
    for (int p = 1; p < parts.size(); p++) {
      assertThat(parts.get(p).from()).isEqualTo(parts.get(p - 1).to());
    }
    assertThat(Part.of(List.of(), Part.LENGTH)).isEmpty();
  }

  @Test
  void aShortTextIsOnePartWithTheFeaturesOfTheWhole() {
    DocumentFeatures text = new DocumentFeatures(READING.read("物流很快，包装完好。"));
    List<Clause> clauses = Clause.of(text.text());

    assertThat(Part.of(clauses, Part.LENGTH)).containsExactly(new Part(0, clauses.size()));
    assertThat(new Part(0, clauses.size()).features(text, RECIPE, clauses))
        .isEqualTo(text.of(RECIPE));
    assertThat(new Part(0, 1).features(text, RECIPE, clauses)).hasSizeLessThan(30);
  }

  @Test
  void aNegationTurnsTheOpinionOfACue() {
    SegmentedText text = READING.read("不会闷痘，用着闷痘，快递");
    List<Clause> clauses = Clause.of(text);
    ClauseCues cues = ClauseCues.of(MATCHER, new DocumentFeatures(text), clauses);

    assertThat(cues.in(1)).extracting(ClauseCues.Met::told).contains(-1);
    assertThat(cues.first(1, 3, "experience")).hasValue(1);
    assertThat(cues.first(0, 2, "delivery")).isEmpty();
    assertThat(cues.first(0, 3, "delivery")).hasValue(2);
    assertThat(cues.in(2)).extracting(ClauseCues.Met::told).as("only named").containsOnlyNulls();
    assertThat(cues.inClause(2)).isNotEqualTo(cues.inClause(1));
  }
}
