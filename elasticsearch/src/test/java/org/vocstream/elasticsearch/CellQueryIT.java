package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four reviews of two brands; mentions are of delivery and price in turn. */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellQueryIT {
  private final ElasticsearchClient client;

  CellQueryIT(ElasticsearchClient client) {
    this.client = client;
  }

  @BeforeAll
  void indexFourReviews() throws IOException {
    new FeedbackIndexer(client, Target.current(), Story.CLOCK)
        .index(
            List.of(
                Story.by("ann", 0, Story.review("r1", "A", 1, -1, 1)),
                Story.by("ann", 1, Story.review("r2", "A", -1, 0)),
                Story.review("r3", "A", 0),
                Story.by("bob", 2, Story.review("r4", "B", -1, 1, 1)),
                Story.review("r5", null, 1)));
    new Counts(client).refresh();
  }

  @Test
  void eachFeedbackIsOneClusterOfACell() throws IOException {
    assertThat(cells(10_000, MentionFilter.all(), CellQuery.Cluster.FEEDBACK))
        .containsExactly(
            new ClusterCell("A", "delivery", "default/r1", 2, 0, 0),
            new ClusterCell("A", "delivery", "default/r2", 0, 0, 1),
            new ClusterCell("A", "delivery", "default/r3", 0, 1, 0),
            new ClusterCell("A", "price", "default/r1", 0, 0, 1),
            new ClusterCell("A", "price", "default/r2", 0, 1, 0),
            new ClusterCell("B", "delivery", "default/r4", 1, 0, 1),
            new ClusterCell("B", "price", "default/r4", 1, 0, 0));
  }

  @Test
  void anAuthorBundlesHisFeedback() throws IOException {
    assertThat(
            cells(
                10_000,
                MentionFilter.all().with("brand", "A").with("group", "delivery"),
                CellQuery.Cluster.AUTHOR))
        .containsExactly(
            new ClusterCell("A", "delivery", "author:ann", 2, 0, 1),
            new ClusterCell("A", "delivery", "default/r3", 0, 1, 0));
  }

  @Test
  void pagesOfAnySizeGiveTheSameCells() throws IOException {
    List<ClusterCell> whole = cells(10_000, MentionFilter.all(), CellQuery.Cluster.FEEDBACK);
    for (int page = 1; page <= 4; page++) {
      assertThat(cells(page, MentionFilter.all(), CellQuery.Cluster.FEEDBACK)).isEqualTo(whole);
    }
  }

  @Test
  void aPeriodIsHalfOpen() throws IOException {
    MentionFilter secondDay =
        MentionFilter.all()
            .between(Story.T0.plus(Duration.ofDays(1)), Story.T0.plus(Duration.ofDays(2)));
    assertThat(cells(10_000, secondDay, CellQuery.Cluster.FEEDBACK))
        .extracting(ClusterCell::cluster)
        .containsOnly("default/r2");
  }

  @Test
  void nothingFoundIsNoCell() throws IOException {
    assertThat(cells(10, MentionFilter.all().with("brand", "C"), CellQuery.Cluster.FEEDBACK))
        .isEmpty();
  }

  private List<ClusterCell> cells(int page, MentionFilter filter, CellQuery.Cluster cluster)
      throws IOException {
    List<ClusterCell> cells = new ArrayList<>();
    new CellQuery(client, page).cells(filter, cluster, cells::add);
    return cells;
  }
}
