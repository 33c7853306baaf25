package org.vocstream.cli;

import java.util.Locale;
import org.vocstream.pack.Names;
import org.vocstream.statistics.EmotionMap;
import org.vocstream.statistics.Gap;
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

  /** A sentence: Chinese only where all is Chinese. */
  String said(String zh, String en) {
    return this == ZH ? zh : en;
  }

  /** Points above or below 0 with so many decimals, and never -0. */
  static String points(double points, int decimals) {
    double unit = Math.pow(10, decimals);
    return String.format(Locale.ROOT, "%+." + decimals + "f", 0 + Math.round(points * unit) / unit);
  }

  /** An index with its interval and n, or that there is not enough: {@code 81 (74-87) n=120}. */
  String index(SatisfactionIndex index) {
    return String.format(
        Locale.ROOT, "%.0f (%.0f-%.0f) n=%,d", index.value(), index.low(), index.high(), index.n());
  }

  /** What stands where there is no number. */
  String notEnough() {
    return of(Verdict.NOT_ENOUGH);
  }

  /** The same with the n that there is. */
  String notEnough(long n) {
    return notEnough() + String.format(Locale.ROOT, " n=%,d", n);
  }

  /** A difference with its interval: {@code +12.3 (+2..+21)}. */
  String interval(Gap gap) {
    return gap.enough()
        ? points(gap.value(), 1) + " (" + points(gap.low(), 0) + ".." + points(gap.high(), 0) + ")"
        : notEnough();
  }
}
