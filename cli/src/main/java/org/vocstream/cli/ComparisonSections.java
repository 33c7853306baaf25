package org.vocstream.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vocstream.elasticsearch.ComparisonAnswer;
import org.vocstream.elasticsearch.PackOutline;
import org.vocstream.statistics.EmotionMap;
import org.vocstream.statistics.PerceivedValue;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Scope;
import org.vocstream.statistics.Share;
import org.vocstream.statistics.WinLoss;
import org.vocstream.statistics.comparison.BrandProfile;
import org.vocstream.statistics.comparison.ComparisonOptions;
import org.vocstream.statistics.comparison.ComparisonRow;
import org.vocstream.statistics.comparison.Section;
import org.vocstream.statistics.comparison.Subject;

/** The sections of a comparison beside those of indices and gaps. For one thread. */
final class ComparisonSections {
  private final ComparisonAnswer answer;
  private final PackOutline outline;
  private final ComparisonOptions options;
  private final Labels labels;
  private final PrintWriter out;

  ComparisonSections(ComparisonAnswer answer, PackOutline outline, Labels labels, PrintWriter out) {
    this.answer = answer;
    this.outline = outline;
    this.options = answer.request().options();
    this.labels = labels;
    this.out = out;
  }

  void print(Section section) {
    out.println();
    switch (section) {
      case IMPORTANCE -> importance();
      case VALUE -> value();
      case JOURNEY -> journey();
      case NPS -> loyalty();
      case HEADTOHEAD -> headToHead();
      case WAVES -> new WaveSection(answer, outline, labels, out).print();
      default -> throw new IllegalArgumentException(section + " is shown by ComparisonText");
    }
  }

  private BrandProfile profile(String brand) {
    return answer.comparison().profiles().get(brand);
  }

  private String name(Scope scope, String code) {
    return labels.of(outline.names(new Subject(scope, code)));
  }

  private String index(Optional<SatisfactionIndex> index) {
    return index.map(labels::index).orElse(labels.notEnough());
  }

  private void importance() {
    out.println(
        labels.said(
            "重要性与象限：提及＝观点占比；推导＝谈得好时整条反馈情感的上升（95% 区间）",
            "重要性与象限 Importance: stated, share of opinions; derived, rise of the sentiment of the whole (95%)"));
    List<String> headings =
        new ArrayList<>(
            List.of(
                labels.of("提及", "stated"),
                labels.of("推导", "derived"),
                labels.of("对本品影响", "impact")));
    options.competitors().forEach(c -> headings.add(labels.oneOf("对 ", "against ") + c));
    TextTable table = new TextTable("", headings);
    for (ComparisonRow row : answer.comparison().indicators()) {
      ComparisonRow.Weight weight = row.weight().orElseThrow();
      if (weight.importance().isPresent()) {
        List<String> cells = new ArrayList<>();
        cells.add(ComparisonText.percent(weight.importance().get().stated()));
        cells.add(
            weight
                .importance()
                .get()
                .derived()
                .map(
                    e ->
                        String.format(
                            Locale.ROOT, "%+.2f (%+.2f..%+.2f)", e.value(), e.low(), e.high()))
                .orElse("-"));
        cells.add(weight.impact().map(i -> Labels.points(i.value(), 1)).orElse("-"));
        options.competitors().forEach(c -> cells.add(labels.of(weight.quadrants().get(c))));
        table.row(name(Scope.GROUP, row.subject().code()), cells);
      }
    }
    table.print(out);
  }

  private void value() {
    out.println(
        labels.said(
            "感知价值：净值＝利益指数-(100-成本指数)",
            "感知价值 Perceived value: balance = benefit index - (100 - cost index)"));
    TextTable table =
        new TextTable(
            "",
            List.of(
                labels.of("利益", "benefits"),
                labels.of("成本", "costs"),
                labels.of("净值", "balance"),
                labels.of("本品差距", "gap of own brand")));
    for (String brand : options.brands()) {
      PerceivedValue value = profile(brand).value();
      table.row(
          brand,
          List.of(
              index(value.benefit()),
              index(value.cost()),
              labels.interval(value.balance()),
              brand.equals(options.brand())
                  ? ""
                  : ComparisonText.gap(labels, answer.comparison().balances().get(brand), "")));
    }
    table.print(out);
  }

  private void journey() {
    out.println(
        labels.of(
            "情感地图",
            "Emotion map: index per touchpoint, high or low against the brand's own index"));
    TextTable table = new TextTable("", options.brands());
    List<String> journey = options.outline().touchpoints();
    for (int i = 0; i < journey.size(); i++) {
      List<String> cells = new ArrayList<>();
      for (String brand : options.brands()) {
        int place = i;
        Optional<EmotionMap.Stop> stop =
            profile(brand).journey().map(map -> map.stops().get(place));
        cells.add(
            stop.map(
                    s ->
                        index(s.index()) + (s.index().isPresent() ? " " + labels.of(s.mood()) : ""))
                .orElse(index(Optional.empty())));
      }
      table.row(name(Scope.TOUCHPOINT, journey.get(i)), cells);
    }
    table.print(out);
  }

  private void loyalty() {
    out.println(labels.of("净推荐值与忠诚", "Net promoter score (-100 to 100) and loyalty"));
    TextTable table = new TextTable("", options.brands());
    table.row(
        "NPS",
        options.brands().stream()
            .map(
                brand ->
                    profile(brand)
                        .promoters()
                        .map(
                            n ->
                                String.format(
                                    Locale.ROOT,
                                    "%+.0f (%+.0f..%+.0f) n=%,d",
                                    n.value(),
                                    n.low(),
                                    n.high(),
                                    n.n()))
                        .orElse(labels.notEnough(profile(brand).answers())))
            .toList());
    for (String code : options.outline().intentions()) {
      table.row(
          name(Scope.INDICATOR, code),
          options.brands().stream().map(brand -> intention(brand, code)).toList());
    }
    table.print(out);
    out.println(
        "  "
            + labels.said(
                "忠诚：占谈及忠诚的反馈的比例（95% 区间），+ 正面 - 负面观点数。",
                "Loyalty: share of the feedback that speaks of loyalty (95% interval), + positive - negative opinions."));
  }

  private String intention(String brand, String code) {
    return profile(brand).loyalty().stream()
        .filter(i -> i.code().equals(code))
        .map(
            i ->
                i.share().enough()
                    ? String.format(
                        Locale.ROOT,
                        "%s n=%,d +%,d -%,d",
                        share(i.share()),
                        i.share().n(),
                        i.sums().positive(),
                        i.sums().negative())
                    : labels.notEnough(i.share().n()))
        .findFirst()
        .orElse("-");
  }

  private static String share(Share share) {
    return String.format(
        Locale.ROOT,
        "%.0f%% (%.0f-%.0f)",
        100 * share.value(),
        100 * share.low(),
        100 * share.high());
  }

  private void headToHead() {
    out.println(labels.of("直接比较", "Head to head: feedback that puts one brand above the other"));
    TextTable table =
        new TextTable(
            "",
            List.of(
                labels.of("胜", "wins"), labels.of("负", "losses"), labels.of("胜率", "share won")));
    WinLoss matrix = answer.comparison().headToHead();
    for (String competitor : options.competitors()) {
      long wins = matrix.wins(options.brand(), competitor);
      long losses = matrix.wins(competitor, options.brand());
      table.row(
          options.brand() + " - " + competitor,
          List.of(
              String.valueOf(wins),
              String.valueOf(losses),
              matrix
                  .share(options.brand(), competitor)
                  .filter(Share::enough)
                  .map(s -> share(s) + " n=" + s.n())
                  .orElse(labels.notEnough(wins + losses))));
    }
    table.print(out);
  }
}
