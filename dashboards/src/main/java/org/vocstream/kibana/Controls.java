package org.vocstream.kibana;

import java.util.List;

/** The fields by which people choose what they look at, above a dashboard. */
final class Controls {
  /** Of opinions, feedback and daily cells alike. */
  static final List<String> OF_VOICES =
      List.of("brand", "channel", "product", "segment", "lang", "suspect");

  private Controls() {}

  /** What a control is called. */
  static String title(String field) {
    return field.equals("brand")
        ? "品牌与竞品 Brands and competitors"
        : FieldLabels.text(FieldLabels.of(field));
  }
}
