package org.vocstream.statistics.comparison;

import java.util.Locale;

/** A part of a comparison that can be asked for; only what is asked counts as shown together. */
public enum Section {
  /** The brands as a whole: all mentions, and the sentiment of whole feedback. */
  OVERALL,
  /** Each reported indicator. */
  INDICATORS,
  /** Each touchpoint. */
  TOUCHPOINTS,
  /** What matters, and what to do about it. */
  IMPORTANCE,
  /** Benefits against costs. */
  VALUE,
  /** How customers feel along the journey. */
  JOURNEY,
  /** Net promoter score and intentions of loyalty. */
  NPS,
  /** Who wins where customers compare brands themselves. */
  HEADTOHEAD,
  /** The change since an earlier period. */
  WAVES;

  /** The name in options: {@code indicators}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
