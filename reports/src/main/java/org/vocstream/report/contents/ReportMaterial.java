package org.vocstream.report.contents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.Sample;
import org.vocstream.elasticsearch.SurveyAnswer;
import org.vocstream.pack.Names;
import org.vocstream.pack.Pack;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.comparison.CompetitorComparison;
import org.vocstream.statistics.contact.ContactInsight;

/**
 * All answers that a report is written from. Immutable.
 *
 * @param question which report is wanted
 * @param answer the one comparison
 * @param pack names its subjects
 * @param findings of the comparison
 * @param alerts of the period
 * @param reasons calls and chats about the own brand, by reason
 * @param contacts calls and chats, by brand
 * @param reasonNames names of the reasons by code
 * @param sample the feedback behind it
 * @param genuine the whole without suspects; empty where the question leaves them out anyway
 * @param trend this period and those before
 * @param segments the gaps within segments; empty where there is only one
 * @param voices what is quoted
 * @param survey what was answered to the last questionnaire; empty where nobody was asked
 * @param scoredBy packs and models that scored the mentions, in order
 * @param made when the report is made
 */
record ReportMaterial(
    ReportQuestion question,
    ComparisonAnswer answer,
    Pack pack,
    Findings findings,
    List<AlertNote> alerts,
    ContactInsight reasons,
    ContactInsight contacts,
    Map<String, Names> reasonNames,
    Sample sample,
    Optional<CompetitorComparison> genuine,
    PeriodTrend trend,
    Optional<SegmentGaps> segments,
    List<Voice> voices,
    Optional<SurveyAnswer> survey,
    List<String> scoredBy,
    Instant made) {
  /** Copies the collections. */
  ReportMaterial {
    alerts = List.copyOf(alerts);
    reasonNames = Collections.unmodifiableMap(new TreeMap<>(reasonNames));
    voices = List.copyOf(voices);
    scoredBy = List.copyOf(scoredBy);
  }

  CompetitorComparison comparison() {
    return answer.comparison();
  }

  List<String> brands() {
    return answer.request().options().brands();
  }

  String own() {
    return brands().get(0);
  }

  List<String> competitors() {
    return brands().subList(1, brands().size());
  }

  Period period() {
    return answer.request().filter().period();
  }

  Period before() {
    return answer.request().before().orElseThrow();
  }

  ZoneId zone() {
    return answer.request().filter().zone();
  }
}
