package org.vocstream.elasticsearch;

import java.util.Locale;

/**
 * The kinds of document, each under an alias of its own. Behind the alias stands the current
 * generation: {@code voc-feedback} is {@code voc-feedback-000001}, and a later one after rescoring.
 */
public enum VocIndex {
  /** One document per feedback. */
  FEEDBACK("voc-feedback"),
  /** One document per mention. */
  MENTIONS("voc-mentions"),
  /** One document per record that could not be taken in. */
  DEAD_LETTERS("voc-dead-letters"),
  /** One document per daily cell: the sums that index, interval and verdict are reckoned from. */
  SCORES("voc-scores"),
  /** One document per feedback that came too late for its daily cells. */
  LATE("voc-late"),
  /** One document per alert, with what people have done about it. */
  ALERTS("voc-alerts"),
  /** One document per mention and analyst who says that it is wrong. */
  CORRECTIONS("voc-corrections"),
  /** One document per report that was due: made, delivered, or why not. */
  REPORT_RUNS("voc-report-runs");

  private final String alias;

  VocIndex(String alias) {
    this.alias = alias;
  }

  /** The name under which readers and writers know it: {@code voc-feedback}. */
  public String alias() {
    return alias;
  }

  /** The name of a generation, from 1: {@code voc-feedback-000001}. */
  public String generation(int number) {
    return String.format(Locale.ROOT, "%s-%06d", alias, number);
  }
}
