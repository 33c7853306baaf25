package org.vocstream.report.schedule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.report.ReportFormat;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.contents.ReportQuestion;
import org.vocstream.statistics.Period;

/**
 * A report that comes again and again. Immutable.
 *
 * @param code its name, for the history of runs
 * @param timetable when it is due
 * @param span which period it is about
 * @param brand the own brand
 * @param against its competitors
 * @param waveAgainst the period to tell the change since: "previous", or one like 2026-W40
 * @param values allowed values of channel, product, segment, lang, suspect
 * @param pack that names the indicators, or null for the one that scored
 * @param languages it is written in
 * @param formats it is written in
 * @param destinations where it goes
 */
public record ReportPlan(
    String code,
    Timetable timetable,
    Span span,
    String brand,
    List<String> against,
    String waveAgainst,
    Map<String, List<String>> values,
    String pack,
    List<ReportLanguage> languages,
    Set<ReportFormat> formats,
    List<Destination> destinations) {
  /** Copies the collections. */
  public ReportPlan {
    against = List.copyOf(against);
    values = Map.copyOf(values);
    languages = List.copyOf(languages);
    formats = Set.copyOf(formats);
    destinations = List.copyOf(destinations);
  }

  /** The question that its report answers for this period. */
  public ReportQuestion question(Period period, ReportLanguage language) {
    return new ReportQuestion(
        brand, against, period.written(), waveAgainst, language, pack, List.of(), values);
  }
}
