package org.vocstream.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vocstream.report.Cell.Tone;
import org.vocstream.report.Chart;
import org.vocstream.report.Chart.Point;
import org.vocstream.report.Chart.Series;
import org.vocstream.report.Chart.Spot;
import org.vocstream.report.ReportLanguage;
import org.vocstream.report.Unit;

final class PicturesTest {
  @Test
  void aLongChartIsCutIntoPicturesThatFitOnAPage() {
    List<String> categories = IntStream.range(0, 90).mapToObj(i -> "指标" + i).toList();
    List<Optional<Point>> points =
        IntStream.range(0, 90).mapToObj(i -> Optional.of(new Point(i, i - 1, i + 1))).toList();
    Chart chart =
        new Chart.Intervals(
            "c",
            Unit.POINTS,
            categories,
            List.of(new Series("A", points), new Series("B", points)),
            OptionalDouble.empty(),
            "");

    List<Picture> pictures = Pictures.of(chart, ReportLanguage.ZH);

    // A4 has room for 1.4 times the width.
    assertThat(pictures).allMatch(picture -> picture.height() < 1.4 * picture.width());
    String all = String.join("", pictures.stream().map(p -> p.svg("c", "c")).toList());
    assertThat(categories).allMatch(category -> all.contains(">" + category + "<"));
  }

  @Test
  void saysWhereThereIsNotEnough() {
    Chart chart =
        new Chart.Bars(
            "c",
            Unit.SHARE,
            List.of("评论", "电话"),
            List.of(
                new Series("A", List.of(Optional.of(new Point(0.25, 0.2, 0.3)), Optional.empty())),
                new Series("B", List.of(Optional.empty(), Optional.empty()))),
            "");

    String svg = Pictures.of(chart, ReportLanguage.ZH).get(0).svg("c", "Bars & <more>");

    assertThat(svg).contains("25.0%").contains(">B 样本不足<").contains(">样本不足<");
    assertThat(svg).contains("aria-label=\"Bars &amp; &lt;more").doesNotContain("NaN");
  }

  @Test
  void namesEachSpotAndQuadrant() {
    List<Spot> spots = new ArrayList<>();
    for (int at = 0; at < 25; at++) {
      spots.add(new Spot("指标" + at, 0.1 + at % 5 * 0.001, 50 + at % 3, Tone.values()[at % 4]));
    }
    Chart chart =
        new Chart.Quadrants(
            "c",
            "重要性",
            "表现",
            Unit.SHARE,
            Unit.POINTS,
            0.1,
            51,
            spots,
            List.of("甲", "乙", "丙", "丁"),
            "");

    String svg = Pictures.of(chart, ReportLanguage.ZH).get(0).svg("c", "c");

    assertThat(spots).allMatch(spot -> svg.contains(">" + spot.name() + "<"));
    assertThat(svg).contains(">甲<", ">乙<", ">丙<", ">丁<", ">重要性<");
  }

  @Test
  void chartsWithoutAnyPointAreDrawnAsWell() {
    List<Chart> charts =
        List.of(
            new Chart.Intervals("c", Unit.POINTS, List.of(), List.of(), OptionalDouble.empty(), ""),
            new Chart.Bars("c", Unit.COUNT, List.of("x"), List.of(), ""),
            new Chart.Course("c", Unit.POINTS, List.of("x"), List.of(), ""),
            new Chart.Quadrants("c", "a", "u", Unit.PLAIN, Unit.PLAIN, 0, 0, List.of(), ""));
    for (Chart chart : charts) {
      assertThat(Pictures.of(chart, ReportLanguage.EN))
          .allSatisfy(picture -> assertThat(picture.svg("c", "c")).contains("<svg"));
    }
  }
}
