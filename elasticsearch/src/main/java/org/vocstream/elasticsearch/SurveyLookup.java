package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vocstream.pack.Indicator;
import org.vocstream.pack.Names;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Pack;
import org.vocstream.pack.PackLoader;
import org.vocstream.statistics.Period;
import org.vocstream.statistics.survey.SurveyComparison;
import org.vocstream.statistics.survey.SurveySums;

/**
 * Answers questions about surveys by what stands in the index, which also tells what a question
 * leaves open: which questionnaire was answered last, how its indicators are called. Safe for
 * several threads.
 */
public final class SurveyLookup {
  /** Before this nothing was published that counts; see the envelope. */
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  private final SurveyQuery query;
  private final ScoreOverview overview;
  private final Clock clock;

  /**
   * Lookups in this cluster.
   *
   * @param clock tells today
   */
  public SurveyLookup(ElasticsearchClient client, Clock clock) {
    this.query = new SurveyQuery(client);
    this.overview = new ScoreOverview(client);
    this.clock = clock;
  }

  /**
   * What the answers say.
   *
   * @throws QuestionException where something in the question is wrong, or nobody answered
   * @throws IOException where Elasticsearch cannot be reached
   */
  public SurveyAnswer answer(SurveyQuestion question) throws IOException {
    question.check();
    List<String> brands = question.brands();
    requireKnown(brands);
    List<ZoneId> zones = overview.zones();
    ZoneId zone = zones.isEmpty() ? ZoneOffset.UTC : zones.get(0);
    Period period = ComparisonQuestion.days(question.period(), LocalDate.now(clock.withZone(zone)));
    ScoreFilter filter =
        new ScoreFilter(ComparisonQuestion.filter(question.values()).values(), period, zone);
    List<SurveyEdition> editions = query.editions(ScoreFilter.all(zone).with("brand", brands));
    SurveyEdition now = question.edition(editions);
    SurveyEdition before = question.before(now, editions);
    return answer(question, brands, filter, now, before);
  }

  /**
   * What was answered last on a brand before the end of a period, and what has changed since the
   * wave before it where there is one: for a report, which tells what is known and asks nothing.
   *
   * @param against its competitors; those on which nobody answered are left out
   * @param until the period; answers without a date are left out as well
   * @param zone of its days
   * @return empty where nobody answered
   * @throws IOException where Elasticsearch cannot be reached
   */
  public Optional<SurveyAnswer> latest(
      String brand, List<String> against, Period until, ZoneId zone) throws IOException {
    List<String> known = query.brands();
    if (!known.contains(brand)) {
      return Optional.empty();
    }
    List<String> competitors = against.stream().filter(known::contains).toList();
    Period before = new Period(EARLIEST, until.to(), 0);
    ScoreFilter filter = new ScoreFilter(Map.of(), before, zone);
    List<SurveyEdition> editions = query.editions(filter.with("brand", List.of(brand)));
    if (editions.isEmpty()) {
      return Optional.empty();
    }
    SurveyEdition now = editions.get(0);
    SurveyEdition earlier =
        editions.stream()
            .skip(1)
            .filter(edition -> edition.questionnaire().equals(now.questionnaire()))
            .findFirst()
            .orElse(null);
    SurveyQuestion question =
        new SurveyQuestion(
            brand,
            competitors,
            now.name(),
            earlier == null ? null : earlier.name(),
            before.toString(),
            Map.of(),
            List.of(),
            null);
    return Optional.of(answer(question, question.brands(), filter, now, earlier));
  }

  private SurveyAnswer answer(
      SurveyQuestion question,
      List<String> brands,
      ScoreFilter filter,
      SurveyEdition now,
      SurveyEdition before)
      throws IOException {
    SurveySums sums = query.sums(brands, filter, now, before);
    if (!sums.samples().containsKey(brands.get(0))) {
      throw QuestionException.nothing(
          "nobody answered " + now.name() + " on " + brands.get(0) + " in this selection");
    }
    Map<String, Names> names = names(question, brands);
    return new SurveyAnswer(
        now,
        Optional.ofNullable(before),
        Optional.ofNullable(filter.period()),
        filter.values(),
        SurveyComparison.of(
            sums,
            brands.get(0),
            brands.subList(1, brands.size()),
            only(question, sums.indicators(), names),
            before != null),
        names);
  }

  private void requireKnown(List<String> brands) throws IOException {
    List<String> known = query.brands();
    if (known.isEmpty()) {
      throw QuestionException.nothing(
          "the index holds no answers to a questionnaire; scripts/voc import-surveys reads them, and scripts/voc run takes them in");
    }
    for (String brand : brands) {
      if (!known.contains(brand)) {
        throw QuestionException.wrong(
            brand.equals(brands.get(0)) ? "brand" : "against",
            "nobody answered a questionnaire on the brand \""
                + brand
                + "\""
                + NearestName.advice(brand, known));
      }
    }
  }

  private Map<String, Names> names(SurveyQuestion question, List<String> brands)
      throws IOException {
    List<Pack> packs = new ArrayList<>();
    if (question.pack() != null) {
      packs.add(new PackLoader().find(question.pack()));
    } else {
      SortedSet<String> codes = new TreeSet<>();
      for (String scoredBy :
          query.scoredBy(ScoreFilter.all(ZoneOffset.UTC).with("brand", brands))) {
        codes.add(scoredBy.substring(0, Math.max(0, scoredBy.indexOf('@'))));
      }
      codes.retainAll(PackLoader.names());
      codes.forEach(code -> packs.add(new PackLoader().load(code)));
    }
    Map<String, Names> names = new TreeMap<>();
    for (Pack pack : packs) {
      for (Indicator indicator : pack.indicators()) {
        names.putIfAbsent(indicator.code(), indicator.label());
      }
    }
    return names;
  }

  private static SortedSet<String> only(
      SurveyQuestion question, SortedSet<String> asked, Map<String, Names> names) {
    SortedSet<String> only = new TreeSet<>();
    Map<String, String> codes = new TreeMap<>();
    for (String code : asked) {
      codes.put(code, code);
      Names named = names.get(code);
      if (named != null) {
        codes.put(named.zh(), code);
        codes.put(named.en(), code);
      }
    }
    for (String name : question.indicators()) {
      String code = codes.get(name.strip());
      if (code == null) {
        throw QuestionException.wrong(
            "indicators",
            name
                + " is no indicator that was asked for"
                + NearestName.advice(name.strip(), codes.keySet()));
      }
      only.add(code);
    }
    return only;
  }
}
