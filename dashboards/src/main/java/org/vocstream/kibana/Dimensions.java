package org.vocstream.kibana;

import java.util.List;
import org.vocstream.pack.Names;
import org.vocstream.pack.PackLoader;
import org.vocstream.pack.Value;

/** What several panels group by. */
final class Dimensions {
  /** More brands than anybody compares. */
  private static final int BRANDS = 20;

  /** More indicators than a pack reports. */
  private static final int INDICATORS = 100;

  private static final String BASE_PACK = "commerce";

  private Dimensions() {}

  /** The brands, those with most mentions first. */
  static Dimension brand() {
    return values("brand", BRANDS);
  }

  /** The indicators that are reported. */
  static Dimension indicator() {
    return values("group", INDICATORS);
  }

  /** The most frequent values of a field. */
  static Dimension values(String field, int size) {
    return new Dimension.Values(field.replace('.', '_'), FieldLabels.of(field), field, size);
  }

  /** Days, from midnight in the time zone that Kibana shows. */
  static Dimension days(DataView view) {
    return new Dimension.Steps("day", new Names("日", "Day"), view.timeField(), "1d");
  }

  /** Weeks from Monday on. */
  static Dimension weeks(DataView view) {
    return new Dimension.Steps("week", new Names("周", "Week"), view.timeField(), "1w");
  }

  /** The touchpoints in the order of the journey. */
  static Dimension journey() {
    List<Dimension.Group> stops =
        new PackLoader()
            .load(BASE_PACK).touchpoints().stream()
                .map(t -> new Dimension.Group(t.label(), Kql.is("touchpoint", t.code())))
                .toList();
    return new Dimension.Groups("touchpoint", FieldLabels.of("touchpoint"), stops);
  }

  /** Benefits and costs to the customer. */
  static Dimension benefitAndCost() {
    return new Dimension.Groups(
        "value",
        FieldLabels.of("value"),
        List.of(
            new Dimension.Group(new Names("利益", "Benefits"), valuesOf("benefit")),
            new Dimension.Group(new Names("成本", "Costs"), valuesOf("cost"))));
  }

  private static String valuesOf(String side) {
    return Kql.is(
        "value", Value.codes().stream().filter(code -> code.startsWith(side + ".")).toList());
  }
}
