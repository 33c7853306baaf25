package org.vocstream.benchmarks;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vocstream.cli.Progress;
import org.vocstream.cli.UserError;
import org.vocstream.elasticsearch.Counts;
import org.vocstream.elasticsearch.FeedbackCells;
import org.vocstream.elasticsearch.FeedbackIndexer;
import org.vocstream.elasticsearch.Outcome;
import org.vocstream.elasticsearch.ScoreIndexer;
import org.vocstream.elasticsearch.Target;
import org.vocstream.elasticsearch.VocIndex;
import org.vocstream.pack.PackLoader;
import org.vocstream.scoring.ScoredFeedback;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;

/**
 * An index with made-up feedback, its mentions and daily cells, to measure with. For one thread.
 */
final class MadeUpIndex {
  /** The first day that has feedback. */
  static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

  private static final String PACK = "cosmetics";
  private static final int BATCH = 2_000;
  private static final long SEED = 20_261_001;

  private final ElasticsearchClient client;
  private final Progress progress;

  /** An index behind this client, which must be empty. */
  MadeUpIndex(ElasticsearchClient client, Progress progress) {
    this.client = client;
    this.progress = progress;
  }

  /**
   * Fills it.
   *
   * @param mentions how many at the least
   * @param days over how many days they are spread
   * @return what stands in it
   */
  Map<String, Long> fill(long mentions, int days) throws IOException {
    Clock clock = Clock.systemUTC();
    FeedbackIndexer feedback = new FeedbackIndexer(client, Target.current(), clock);
    ScoreIndexer scores = new ScoreIndexer(client, Target.current(), ZoneOffset.UTC, clock);
    MadeUpFeedback made = new MadeUpFeedback(new PackLoader().load(PACK), SEED);
    long written = 0;
    for (int day = 0; day < days; day++) {
      Map<CellKey, ScoreCell> cells = new HashMap<>();
      List<ScoredFeedback> batch = new ArrayList<>();
      long until = mentions * (day + 1) / days;
      while (written < until) {
        ScoredFeedback next = made.next(FIRST.plusDays(day));
        written += next.mentions().size();
        batch.add(next);
        for (ScoreCell cell : FeedbackCells.of(next, ZoneOffset.UTC).cells()) {
          cells.merge(cell.key(), cell, ScoreCell::plus);
        }
        if (batch.size() == BATCH) {
          require(feedback.index(batch));
          batch.clear();
          progress.show(String.format(Locale.ROOT, "indexed: %,d mentions", written));
        }
      }
      require(feedback.index(batch));
      List<ScoreCell> all = List.copyOf(cells.values());
      for (int from = 0; from < all.size(); from += BATCH) {
        require(scores.index(all.subList(from, Math.min(all.size(), from + BATCH))));
      }
    }
    progress.clear();
    Counts counts = new Counts(client);
    counts.refresh();
    Map<String, Long> filled = new LinkedHashMap<>();
    filled.put("mentions", counts.of(VocIndex.MENTIONS));
    filled.put("feedback", counts.of(VocIndex.FEEDBACK));
    filled.put("daily cells", counts.of(VocIndex.SCORES));
    return filled;
  }

  private static void require(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome.kind() == Outcome.Kind.RETRY || outcome.kind() == Outcome.Kind.REJECTED) {
        throw UserError.failed("a made-up document was not indexed: " + outcome);
      }
    }
  }
}
