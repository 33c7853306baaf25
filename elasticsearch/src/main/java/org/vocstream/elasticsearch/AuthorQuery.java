package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.statistics.Contribution;
import org.vocstream.statistics.Opinion;
import org.vocstream.statistics.ScoreCell;
import org.vocstream.statistics.comparison.Stratum;
import org.vocstream.statistics.comparison.Subject;

/**
 * The sums of brands with one cluster for each author, from every mention and every feedback: all
 * that an author wrote in the period is taken like one feedback. Safe for several threads.
 */
final class AuthorQuery {
  private final ElasticsearchClient client;
  private final int page;

  AuthorQuery(ElasticsearchClient client, int page) {
    this.client = client;
    this.page = page;
  }

  /** Adds the sums of what the filter lets through. */
  void add(ScoreFilter filter, Map<String, SumsBuilder> brands) throws IOException {
    MentionFilter found = filter.byInstant().with("brand", brands.keySet().toArray(new String[0]));
    addMentions(found, brands);
    addFeedback(found, brands);
  }

  private void addMentions(MentionFilter filter, Map<String, SumsBuilder> brands)
      throws IOException {
    Author author = new Author(brands);
    new PagedBuckets(
            VocIndex.MENTIONS,
            PagedBuckets.fields(
                "brand",
                "cluster",
                "channel",
                "lang",
                "group",
                "indicator",
                "touchpoint",
                "value",
                "polarity"),
            List.of(),
            page)
        .each(client, filter.query(), author::add);
    author.finish();
  }

  private void addFeedback(MentionFilter filter, Map<String, SumsBuilder> brands)
      throws IOException {
    ClusterBuilder clusters =
        new ClusterBuilder(
            (brand, stratum, sums) -> {
              if (stratum == null) {
                brands.get(brand).addTotal(Subject.FEEDBACK, sums);
              } else {
                brands.get(brand).addStratum(Subject.FEEDBACK, stratum, sums);
              }
            });
    List<PagedBuckets.Field> fields =
        List.of(
            new PagedBuckets.Field("brand", false),
            new PagedBuckets.Field("author", true),
            new PagedBuckets.Field("channel", false),
            new PagedBuckets.Field("lang", false),
            new PagedBuckets.Field("sentiment.label", false));
    new PagedBuckets(VocIndex.FEEDBACK, fields, List.of(), page)
        .each(
            client,
            filter.query(),
            b ->
                clusters.add(
                    b.text("brand"),
                    b.text("author"),
                    new Stratum(b.text("channel"), b.text("lang")),
                    (int) b.number("sentiment.label"),
                    b.count()));
    clusters.finish();
  }

  /** The mentions of one author on one brand as they come. */
  private static final class Author {
    private final Map<String, SumsBuilder> brands;
    private final Map<Stratum, List<Opinion>> opinions = new TreeMap<>();
    private String brand;
    private String cluster;

    Author(Map<String, SumsBuilder> brands) {
      this.brands = brands;
    }

    void add(PagedBuckets.Bucket bucket) {
      if (!bucket.text("cluster").equals(cluster) || !bucket.text("brand").equals(brand)) {
        finish();
        brand = bucket.text("brand");
        cluster = bucket.text("cluster");
      }
      Opinion opinion =
          new Opinion(
              brand,
              bucket.text("indicator"),
              bucket.text("group"),
              bucket.text("touchpoint"),
              bucket.text("value"),
              (int) bucket.number("polarity"));
      opinions
          .computeIfAbsent(
              new Stratum(bucket.text("channel"), bucket.text("lang")), s -> new ArrayList<>())
          .addAll(Collections.nCopies((int) bucket.count(), opinion));
    }

    void finish() {
      if (opinions.isEmpty()) {
        return;
      }
      SumsBuilder sums = brands.get(brand);
      List<Opinion> all = new ArrayList<>();
      opinions.forEach(
          (stratum, own) -> {
            all.addAll(own);
            cells(own).forEach(c -> sums.addStratum(subject(c), stratum, c.sums()));
          });
      for (ScoreCell cell : cells(all)) {
        sums.addTotal(subject(cell), cell.sums());
        sums.add(cell.benefitCost());
      }
      opinions.clear();
    }

    /** The cells as of one feedback; where it stands does not matter here. */
    private static List<ScoreCell> cells(List<Opinion> mentions) {
      return Contribution.ofMentions(
          new Contribution.Place(null, null, null, null, null, null, false, null), mentions);
    }

    private static Subject subject(ScoreCell cell) {
      return new Subject(cell.key().scope(), cell.key().code());
    }
  }
}
