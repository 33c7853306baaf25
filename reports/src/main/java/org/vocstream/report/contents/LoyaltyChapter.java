package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vocstream.report.Cell;
import org.vocstream.report.Report;
import org.vocstream.report.Unit;
import org.vocstream.statistics.NetPromoterScore;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.WinLoss;
import org.vocstream.statistics.comparison.BrandProfile;
import org.vocstream.statistics.comparison.Subject;

/** Whom customers put above whom, net promoter score, intentions of loyalty. Without state. */
final class LoyaltyChapter {
  private LoyaltyChapter() {}

  static Report.Chapter of(ReportMaterial material, Terms terms) {
    ChapterWriter chapter = new ChapterWriter("loyalty", terms.say("chapter.loyalty"));
    chapter.table(
        "headtohead",
        terms.say("loyalty.headtohead"),
        List.of(
            terms.say("column.pair"),
            terms.say("column.wins"),
            terms.say("column.losses"),
            terms.say("column.won")),
        pairs(material, terms),
        Asked.COMPARISON);
    chapter.table(
        "nps",
        terms.say("loyalty.nps"),
        List.of(terms.say("column.brand"), terms.say("column.nps"), terms.say("column.answers")),
        material.brands().stream().map(b -> promoters(b, material, terms)).toList(),
        Asked.COMPARISON);
    intentions(chapter, material, terms);
    return chapter.note(terms.say("loyalty.note")).chapter();
  }

  private static List<List<Cell>> pairs(ReportMaterial material, Terms terms) {
    WinLoss matrix = material.comparison().headToHead();
    List<List<Cell>> rows = new ArrayList<>();
    for (String other : material.competitors()) {
      rows.add(
          List.of(
              Cell.text(terms.say("loyalty.pair", "brand", material.own(), "other", other)),
              Cell.count(matrix.wins(material.own(), other)),
              Cell.count(matrix.wins(other, material.own())),
              matrix.share(material.own(), other).map(terms::share).orElseGet(terms::missing)));
    }
    return rows;
  }

  private static List<Cell> promoters(String brand, ReportMaterial material, Terms terms) {
    BrandProfile profile = material.comparison().profiles().get(brand);
    Optional<NetPromoterScore> score = profile.promoters();
    return List.of(
        Cell.text(brand),
        score
            .<Cell>map(s -> new Cell.Interval(s.value(), s.low(), s.high(), Unit.DIFFERENCE))
            .orElseGet(terms::missing),
        Cell.count(profile.answers()));
  }

  private static void intentions(ChapterWriter chapter, ReportMaterial material, Terms terms) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : material.comparison().options().outline().intentions()) {
      for (String brand : material.brands()) {
        material.comparison().profiles().get(brand).loyalty().stream()
            .filter(i -> i.code().equals(code))
            .forEach(
                i -> {
                  Share share = i.share();
                  rows.add(
                      List.of(
                          Cell.text(terms.name(new Subject(Scope.INDICATOR, code))),
                          Cell.text(brand),
                          terms.share(share),
                          Cell.count(share.n()),
                          Cell.count(i.sums().positive()),
                          Cell.count(i.sums().negative())));
                });
      }
    }
    chapter.table(
        "intentions",
        terms.say("loyalty.intentions"),
        List.of(
            terms.say("column.intention"),
            terms.say("column.brand"),
            terms.say("column.share"),
            terms.say("column.feedback"),
            terms.say("column.positive"),
            terms.say("column.negative.count")),
        rows,
        Asked.COMPARISON);
  }
}
