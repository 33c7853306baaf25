package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.vocstream.statistics.CellKey;
import org.vocstream.statistics.ScoreCell;

/**
 * Reckons the daily cells anew from the feedback and mentions that stand in the index and compares
 * them with {@code voc-scores}. Holds all cells in memory, some 500 bytes each. A job that is
 * running writes a cell a second or two after its mentions: until then they differ. Safe for
 * several threads. Throws IOException where Elasticsearch cannot be reached, and
 * ElasticsearchException where it refuses.
 */
public final class CellCheck {
  private static final int BATCH = 1_000;
  private static final Query ALL = Query.of(q -> q.matchAll(m -> m));

  private final ElasticsearchClient client;
  private final Target target;
  private final ZoneId zone;

  /** A check of what stands behind the aliases; {@code zone} is the time zone of the days. */
  public CellCheck(ElasticsearchClient client, ZoneId zone) {
    this(client, Target.current(), zone);
  }

  /**
   * A check.
   *
   * @param target what stands behind the aliases, or another generation
   * @param zone time zone of the days
   */
  public CellCheck(ElasticsearchClient client, Target target, ZoneId zone) {
    this.client = client;
    this.target = target;
    this.zone = zone;
  }

  /**
   * A cell that is not what it should be.
   *
   * @param stored what stands in the index; without mentions where it is missing
   * @param recomputed what should stand there; without mentions where nothing should
   */
  public record Difference(ScoreCell stored, ScoreCell recomputed) {}

  /**
   * What was found.
   *
   * @param feedback number of feedback that the cells were reckoned from
   * @param cells number of cells that should stand in the index
   * @param differences all cells that are not what they should be
   */
  public record Findings(long feedback, long cells, List<Difference> differences) {}

  /**
   * Compares all cells.
   *
   * @param progress is told now and then how many parts of feedback were read
   */
  public Findings compare(LongConsumer progress) throws IOException {
    Map<CellKey, ScoreCell> cells = new HashMap<>();
    long parts = 0;
    long feedback;
    try (StandingCells standing = new StandingCells(client, target, zone)) {
      while (standing.hasNext()) {
        for (ScoreCell cell : standing.next().cells()) {
          cells.merge(cell.key(), cell, ScoreCell::plus);
        }
        if (++parts % BATCH == 0) {
          progress.accept(parts);
        }
      }
      feedback = standing.feedbackRead();
    }
    long expected = cells.size();
    List<Difference> differences = new ArrayList<>();
    try (IndexScan stored = new IndexScan(client, target.scores(), ALL, List.of(), List.of())) {
      while (stored.hasNext()) {
        ScoreCell cell = ScoreDocument.read(stored.next().source());
        ScoreCell recomputed = cells.remove(cell.key());
        if (!cell.equals(recomputed)) {
          differences.add(
              new Difference(cell, recomputed == null ? ScoreCell.empty(cell.key()) : recomputed));
        }
      }
    }
    cells.values().forEach(c -> differences.add(new Difference(ScoreCell.empty(c.key()), c)));
    return new Findings(feedback, expected, differences);
  }

  /**
   * Writes what should stand there in the place of what differs, and forgets which feedback came
   * too late.
   *
   * @return number of feedback that came too late and are counted now
   */
  public long repair(List<Difference> differences, Clock clock) throws IOException {
    write(differences, clock);
    List<Write> late = new ArrayList<>();
    try (IndexScan scan =
        new IndexScan(client, VocIndex.LATE.alias(), ALL, List.of("feedback"), List.of())) {
      while (scan.hasNext()) {
        Hit<ObjectNode> hit = scan.next();
        late.add(Write.delete(VocIndex.LATE.alias(), hit.id()));
      }
    }
    written(new BulkWriter(client, true).send(late));
    new Counts(client).refresh();
    return late.size();
  }

  /** Writes what should stand there in the place of what differs. */
  public void write(List<Difference> differences, Clock clock) throws IOException {
    ScoreIndexer indexer = new ScoreIndexer(client, target, zone, clock);
    for (int from = 0; from < differences.size(); from += BATCH) {
      List<Difference> batch =
          differences.subList(from, Math.min(differences.size(), from + BATCH));
      written(indexer.index(batch.stream().map(Difference::recomputed).toList()));
    }
  }

  private static void written(List<Outcome> outcomes) throws IOException {
    for (Outcome outcome : outcomes) {
      if (outcome.is(Outcome.Kind.RETRY) || outcome.is(Outcome.Kind.REJECTED)) {
        throw new IOException("a cell could not be written: " + outcome.reason());
      }
    }
  }
}
