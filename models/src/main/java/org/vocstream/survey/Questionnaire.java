package org.vocstream.survey;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vocstream.pack.Names;
import org.vocstream.pack.Written;

/**
 * What the columns of a table of answers mean (docs/surveys.md). Immutable.
 *
 * @param file it was read from, for messages
 * @param id of the questionnaire
 * @param title for people
 * @param wave the round in which all rows were asked, or null where a column names it or there is
 *     none
 * @param brand that all rows are about, or null where a column names it
 * @param zone of times without one
 * @param dateFormat of times that are not ISO 8601, or null
 * @param missing what stands for no answer, folded
 * @param columns other columns by what they hold: id, wave, brand, product, segment, customer,
 *     date, nps
 * @param texts columns with open answers
 * @param questions on indicators, in order
 */
public record Questionnaire(
    String file,
    String id,
    Names title,
    String wave,
    String brand,
    ZoneId zone,
    DateTimeFormatter dateFormat,
    Set<String> missing,
    Map<String, Written> columns,
    List<Written> texts,
    List<Question> questions) {
  /** Keeps copies. */
  public Questionnaire {
    missing = Set.copyOf(missing);
    columns = Map.copyOf(columns);
    texts = List.copyOf(texts);
    questions = List.copyOf(questions);
  }

  /**
   * Reads a questionnaire.
   *
   * @throws org.vocstream.pack.PackException where it cannot be used; the message tells all that is
   *     wrong with line and column
   */
  public static Questionnaire read(Path file) {
    return QuestionnaireFile.read(file);
  }

  /** Id and wave, as a name for a file: {@code csat-2026Q3}. */
  public String name() {
    return wave == null ? id : id + "-" + wave.replaceAll("[^\\p{L}\\p{N}._-]", "_");
  }
}
