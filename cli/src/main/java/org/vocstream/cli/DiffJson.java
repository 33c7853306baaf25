package org.vocstream.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vocstream.elasticsearch.Generation;
import org.vocstream.elasticsearch.RescoreDiff;
import org.vocstream.elasticsearch.RescoreDiff.CellChange;
import org.vocstream.elasticsearch.RescoreDiff.Example;
import org.vocstream.elasticsearch.StoredMention;
import org.vocstream.pack.Names;
import org.vocstream.statistics.ClusterSums;
import org.vocstream.statistics.SatisfactionIndex;

/** What a rescoring changes, as one JSON object; docs/rescoring.md tells its fields. */
final class DiffJson {
  private DiffJson() {}

  static ObjectNode of(Generation before, Generation after, RescoreDiff diff) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("before", before.number())
            .put("after", after.number())
            .put("feedback", diff.feedback())
            .put("only_before", diff.onlyBefore())
            .put("only_after", diff.onlyAfter());
    counts(json.putObject("sentiment_flips"), diff.sentimentFlips());
    ArrayNode indicators = json.putArray("indicators");
    diff.indicators()
        .forEach(
            (code, change) -> {
              ObjectNode one = indicators.addObject().put("indicator", code);
              label(one, change.label());
              one.put("same", change.same())
                  .put("gone", change.onlyBefore())
                  .put("new", change.onlyAfter());
              counts(one.putObject("flips"), change.flips());
              ArrayNode examples = one.putArray("examples");
              change.examples().forEach(example -> example(examples.addObject(), example));
            });
    ArrayNode cells = json.putArray("cells");
    diff.cells().forEach(cell -> cell(cells.addObject(), cell));
    return json;
  }

  private static void example(ObjectNode json, Example example) {
    json.put("kind", example.kind()).put("feedback", example.feedback());
    mention(json, "before", example.before());
    mention(json, "after", example.after());
  }

  private static void mention(ObjectNode json, String name, StoredMention mention) {
    if (mention != null) {
      json.putObject(name)
          .put("polarity", mention.polarity())
          .put("start", mention.start())
          .put("end", mention.end())
          .put("evidence", mention.evidence())
          .put("scored_by", mention.scoredBy());
    }
  }

  private static void cell(ObjectNode json, CellChange cell) {
    json.put("brand", cell.brand()).put("group", cell.group());
    label(json, cell.label());
    sums(json.putObject("before"), cell.before());
    sums(json.putObject("after"), cell.after());
    if (cell.enough()) {
      json.put("change", rounded(cell.change()));
    }
  }

  private static void sums(ObjectNode json, ClusterSums sums) {
    json.put("n", sums.n());
    if (SatisfactionIndex.enough(sums)) {
      json.put("index", rounded(sums.mean()));
    }
  }

  private static void label(ObjectNode json, Names label) {
    json.putObject("label").put("zh", label.zh()).put("en", label.en());
  }

  private static void counts(ObjectNode json, Map<String, Long> counts) {
    counts.forEach(json::put);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
