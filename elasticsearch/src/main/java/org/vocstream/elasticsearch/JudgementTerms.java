package org.vocstream.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vocstream.statistics.Judgements;

/**
 * The sums of {@link Judgements} as terms, {@code xy:delivery=-3}: of how many cells hold a term
 * Elasticsearch counts without opening one of them, and value times count adds up to the sum over
 * the cells, exactly. As numbers in fields of their own they would need a field for each pair of
 * indicators. Without state.
 */
final class JudgementTerms {
  /** The field. */
  static final String FIELD = "judgement_sums";

  private static final char BETWEEN = '=';

  private JudgementTerms() {}

  /** A term for each sum, in order of name. */
  static List<String> of(Judgements judgements) {
    return new TreeMap<>(judgements.sums())
        .entrySet().stream().map(sum -> sum.getKey() + BETWEEN + sum.getValue()).toList();
  }

  /** Reads the terms of a document back; none where it has no such field. */
  static Judgements read(JsonNode terms) {
    Map<String, Long> sums = new TreeMap<>();
    terms.forEach(term -> sums.put(name(term.asText()), value(term.asText())));
    return new Judgements(sums);
  }

  /** Of which sum a term is. */
  static String name(String term) {
    return term.substring(0, term.lastIndexOf(BETWEEN));
  }

  /** How much it is. */
  static long value(String term) {
    return Long.parseLong(term.substring(term.lastIndexOf(BETWEEN) + 1));
  }
}
