package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vocstream.elasticsearch.CellQuery;
import org.vocstream.elasticsearch.MentionFilter;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.SatisfactionIndex;

/**
 * Brand × indicator: satisfaction index with its 95% interval and n, from what stands in the index.
 */
final class ComparisonTable {
  private static final int NAME_WIDTH = 28;
  private static final int CELL_WIDTH = 24;

  private final Pack pack;
  private final ElasticsearchClient client;

  ComparisonTable(Pack pack, ElasticsearchClient client) {
    this.pack = pack;
    this.client = client;
  }

  void print(PrintWriter out) throws IOException {
    Map<String, Map<String, ClusterSums>> byGroup = new TreeMap<>();
    SortedSet<String> brands = new TreeSet<>();
    new CellQuery(client)
        .cells(
            MentionFilter.all(),
            CellQuery.Cluster.FEEDBACK,
            cell -> {
              brands.add(cell.brand());
              byGroup
                  .computeIfAbsent(cell.group(), g -> new TreeMap<>())
                  .merge(
                      cell.brand(),
                      ClusterSums.of(cell.positive(), cell.neutral(), cell.negative()),
                      ClusterSums::plus);
            });
    out.println();
    out.println(
        "Satisfaction index, 0 to 100 (95% interval, clustered by feedback), n mentions; 样本不足: not enough data");
    StringBuilder header = new StringBuilder(WideText.padRight("", NAME_WIDTH));
    brands.forEach(brand -> header.append(WideText.padLeft(brand, CELL_WIDTH)));
    out.println(header);
    for (Indicator group : pack.groups()) {
      StringBuilder row =
          new StringBuilder(
              WideText.padRight(group.label().zh() + " " + group.label().en(), NAME_WIDTH));
      Map<String, ClusterSums> cells = byGroup.getOrDefault(group.code(), Map.of());
      brands.forEach(
          brand ->
              row.append(
                  WideText.padLeft(cell(cells.getOrDefault(brand, ClusterSums.NONE)), CELL_WIDTH)));
      out.println(row.toString().stripTrailing());
    }
    out.flush();
  }

  private static String cell(ClusterSums sums) {
    if (!SatisfactionIndex.enough(sums)) {
      return String.format("样本不足 n=%d", sums.n());
    }
    SatisfactionIndex index = SatisfactionIndex.of(sums);
    return String.format(
        "%.0f (%.0f-%.0f) n=%d", index.value(), index.low(), index.high(), index.n());
  }
}
