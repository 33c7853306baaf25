package org.vocstream.cli;

import java.util.Locale;
import org.vocstream.pack.Names;
import org.vocstream.statistics.EmotionMap;
import org.vocstream.statistics.Quadrant;
import org.vocstream.statistics.SatisfactionIndex;
import org.vocstream.statistics.Verdict;

/** In which language a comparison is labelled. */
enum Labels {
  /** Chinese. */
  ZH,
  /** English. */
  EN,
  /** Names in both; verdicts in Chinese, which the footer explains. */
  BOTH;

  String of(String zh, String en) {
    return switch (this) {
      case ZH -> zh;
      case EN -> en;
      case BOTH -> zh + " " + en;
    };
  }

  String of(Names names) {
    return names.zh().equals(names.en()) ? names.zh() : of(names.zh(), names.en());
  }

  String of(Verdict verdict) {
    return oneOf(verdict.label(), verdict.english());
  }

  String of(Quadrant quadrant) {
    return oneOf(quadrant.label(), quadrant.english());
  }

  String of(EmotionMap.Mood mood) {
    return oneOf(mood.label(), mood.english());
  }

  /** Short: Chinese where both are asked for. */
  String oneOf(String zh, String en) {
    return this == EN ? en : zh;
  }

  /** An index with its interval and n, or that there is not enough: {@code 81 (74-87) n=120}. */
  String index(SatisfactionIndex index) {
    return String.format(
        Locale.ROOT, "%.0f (%.0f-%.0f) n=%,d", index.value(), index.low(), index.high(), index.n());
  }

  /** What stands where there is no number. */
  String notEnough(long n) {
    return of(Verdict.NOT_ENOUGH) + String.format(Locale.ROOT, " n=%,d", n);
  }
}
