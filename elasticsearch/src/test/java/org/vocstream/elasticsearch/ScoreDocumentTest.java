package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.ScoreCell;

class ScoreDocumentTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void theCellOfABrandHasThisDocument() throws IOException {
    Golden.check("score-document.json", ScoreDocument.of(brandCell(), ZONE, Story.CLOCK));
  }

  @Test
  void everyCellIsReadAsItWasWritten() {
    List<ScoredFeedback> feedback =
        List.of(Story.call(), Story.review("r1", "A", 1, -1, 0), Story.review("r2", "B|C", 1));
    assertThat(feedback)
        .flatExtracting(scored -> FeedbackCells.of(scored, ZONE).cells())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            cell ->
                assertThat(ScoreDocument.read(ScoreDocument.of(cell, ZONE, Story.CLOCK)))
                    .isEqualTo(cell));
  }

  private static ScoreCell brandCell() {
    return FeedbackCells.of(Story.call(), ZONE).cells().stream()
        .filter(cell -> cell.key().scope() == Scope.BRAND)
        .findFirst()
        .orElseThrow();
  }
}
