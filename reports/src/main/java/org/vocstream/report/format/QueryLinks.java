package org.vocstream.report.format;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vocstream.report.Report;
import org.vocstream.report.Report.ReportQuery;

/** Small links from what a report says to the row of the query behind it. For one thread. */
final class QueryLinks {
  private final Markup out;
  private final Map<String, String> queries;
  private final Set<String> placed = new HashSet<>();

  QueryLinks(Markup out, Report report) {
    this.out = out;
    this.queries =
        report.queries().stream()
            .collect(Collectors.toMap(ReportQuery::id, ReportQuery::what, (first, next) -> first));
  }

  /** Writes a link to a query, titled with what it asks; an unknown id without a link. */
  void link(String id) {
    String what = queries.get(id);
    if (what != null) {
      String place = "#" + QueryChapter.anchor(id);
      out.text(" ").element("a", id, "class", "query", "href", place, "title", what);
    } else if (!id.isEmpty()) {
      out.text(" ").element("span", id, "class", "query");
    }
  }

  /** Whether links lead to the row that begins with this text; yes for the first such row only. */
  boolean leadTo(String first) {
    return queries.containsKey(first) && placed.add(first);
  }
}
