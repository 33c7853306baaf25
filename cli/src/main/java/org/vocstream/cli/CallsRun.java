package org.vocstream.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vocstream.elasticsearch.CallInsightDocument;
import org.vocstream.elasticsearch.CallInsightQuery;
import org.vocstream.elasticsearch.ContactEntry;
import org.vocstream.elasticsearch.ScoreFilter;
import org.vocstream.elasticsearch.ScoreOverview;
import org.vocstream.pack.ContactReason;
import org.vocstream.pack.Names;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.contact.ContactInsight;
import org.vocstream.statistics.contact.ContactRow;

/** One look at contacts from options to print: looks up what the options leave open. */
final class CallsRun {
  private final CallsOptions options;
  private final Clock clock;

  /**
   * A look at contacts.
   *
   * @param clock tells today
   */
  CallsRun(CallsOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /** Looks and prints. */
  void print(ElasticsearchClient client, PrintWriter out) throws IOException {
    List<ZoneId> zones = new ScoreOverview(client).zones();
    ZoneId zone = zones.isEmpty() ? ZoneOffset.UTC : zones.get(0);
    Period period = options.period(LocalDate.now(clock.withZone(zone)));
    Optional<Period> before = options.before(period);
    ScoreFilter filter = options.filter(period, zone);
    CallInsightQuery query = new CallInsightQuery(client);
    ContactInsight insight = query.insight(filter, options.by, before);
    if (insight.n() == 0) {
      throw UserError.failed(
          "the index holds no call or chat"
              + (filter.values().values().stream().allMatch(List::isEmpty) && period == null
                  ? ""
                  : " of this selection")
              + "; scripts/voc run takes them in, and what was scored by an earlier version tells its reasons after scripts/voc rescore");
    }
    Map<String, Names> names = names(client);
    if (options.list != null) {
      list(query, filter, insight, names, out);
    } else if (options.json) {
      print(CallInsightDocument.of(insight, filter, options.by, before, names), out);
    } else {
      new CallsText(insight, options, period, before, names, out).print();
    }
  }

  /** Prints the brands with most contacts, one line each. */
  static void summary(ElasticsearchClient client, int brands, PrintWriter out) throws IOException {
    ContactInsight insight =
        new CallInsightQuery(client)
            .insight(ScoreFilter.all(ZoneOffset.UTC), CallInsightQuery.By.BRAND, Optional.empty());
    out.printf(Locale.ROOT, "来电来访 Calls and chats n=%,d%n", insight.n());
    insight.rows().stream()
        .filter(row -> !row.key().isEmpty())
        .limit(brands)
        .forEach(row -> out.println(CallsText.line(row, Labels.BOTH)));
  }

  private void list(
      CallInsightQuery query,
      ScoreFilter filter,
      ContactInsight insight,
      Map<String, Names> names,
      PrintWriter out)
      throws IOException {
    String key = key(insight, names);
    List<ContactEntry> entries = query.list(filter.with(options.by.field(), List.of(key)));
    if (options.json) {
      print(CallInsightDocument.of(entries), out);
    } else {
      CallsText.print(entries, names, options.labels, out);
    }
  }

  /** The row that was asked for, by its code or name. */
  private String key(ContactInsight insight, Map<String, Names> names) {
    List<String> known = new ArrayList<>();
    for (ContactRow row : insight.rows()) {
      Names name = names.get(row.key());
      boolean named =
          name != null && (name.zh().equals(options.list) || name.en().equals(options.list));
      if (!row.key().isEmpty() && (row.key().equals(options.list) || named)) {
        return row.key();
      }
      known.add(row.key());
    }
    known.remove("");
    throw UserError.usage(
        "--list "
            + options.list
            + ": no contact has this "
            + options.by.name().toLowerCase(Locale.ROOT)
            + NearestName.advice(options.list, known));
  }

  private Map<String, Names> names(ElasticsearchClient client) throws IOException {
    List<Pack> packs = new ArrayList<>();
    if (options.pack != null) {
      packs.add(new PackLoader().find(options.pack));
    } else {
      TreeSet<String> codes = new TreeSet<>();
      for (String scoredBy : new CallInsightQuery(client).scoredBy()) {
        codes.add(scoredBy.substring(0, Math.max(0, scoredBy.indexOf('@'))));
      }
      codes.retainAll(PackLoader.names());
      codes.forEach(code -> packs.add(new PackLoader().load(code)));
    }
    Map<String, Names> names = new TreeMap<>();
    for (Pack pack : packs) {
      for (ContactReason reason : pack.contactReasons()) {
        names.putIfAbsent(reason.code(), reason.label());
      }
    }
    return names;
  }

  private static void print(JsonNode json, PrintWriter out) throws IOException {
    out.println(
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json));
    out.flush();
  }
}
