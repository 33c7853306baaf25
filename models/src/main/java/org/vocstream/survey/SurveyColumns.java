package org.vocstream.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vocstream.pack.Findings;
import org.vocstream.pack.NearestName;
import org.vocstream.pack.Written;

/** Where the columns of a questionnaire stand in one table. For one thread. */
final class SurveyColumns {
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> unused = new ArrayList<>();

  /**
   * The columns of this table.
   *
   * @throws org.vocstream.pack.PackException where it lacks a column of the questionnaire, or has
   *     it twice; the nearest that it has is named
   */
  SurveyColumns(Questionnaire questionnaire, AnswerTable table) {
    Map<String, Integer> header = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int i = 0; i < table.header().size(); i++) {
      if (header.putIfAbsent(key(table.header().get(i)), i) != null) {
        twice.add(key(table.header().get(i)));
      }
    }
    Findings findings = new Findings();
    for (Written column : used(questionnaire)) {
      String key = key(column.text());
      if (!header.containsKey(key)) {
        findings.add(
            column.at(),
            table.name()
                + " has no column \""
                + column.text()
                + "\""
                + NearestName.advice(
                    column.text(), table.header().stream().map(String::strip).toList()));
      } else if (twice.contains(key)) {
        findings.add(
            column.at(),
            table.name()
                + " has two columns \""
                + column.text()
                + "\"; give one of them another name");
      }
      places.put(key, header.get(key));
    }
    findings.throwIfAny();
    table.header().stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !places.containsKey(key(name)))
        .forEach(unused::add);
  }

  private static List<Written> used(Questionnaire questionnaire) {
    List<Written> used = new ArrayList<>(questionnaire.columns().values());
    used.addAll(questionnaire.texts());
    for (Question question : questionnaire.questions()) {
      if (question.performance() != null) {
        used.add(question.performance());
      }
      if (question.expectation() != null) {
        used.add(question.expectation());
      }
    }
    return used;
  }

  /** What stands in a column of a row, stripped; empty for no column. */
  String cell(AnswerTable.Row row, Written column) {
    return column == null ? "" : row.cells().get(places.get(key(column.text()))).strip();
  }

  /** All cells that the questionnaire uses, in order of their place. */
  List<String> used(AnswerTable.Row row) {
    return new TreeSet<>(places.values()).stream().map(i -> row.cells().get(i).strip()).toList();
  }

  /** Columns that the questionnaire does not name, in order. */
  List<String> unused() {
    return unused;
  }

  /** Headers are compared without regard to white space, width and case. */
  static String key(String column) {
    return AnswerScale.folded(column);
  }
}
