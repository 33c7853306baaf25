package org.vocstream.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vocstream.feedback.Channel;
import org.vocstream.text.Language;

/**
 * Analysts' corrections and own labelled texts that join the training data. Each counts as {@value
 * #WEIGHT} rows, for it is about the texts that shall be scored; where the data have the same text,
 * the correction stands in its place. Immutable.
 */
final class Corrections {
  /** Rows of the data that one correction counts as. */
  static final int WEIGHT = 10;

  private final Path file;
  private final List<LabelledText> chinese = new ArrayList<>();
  private final List<LabelledText> english = new ArrayList<>();

  private Corrections(Path file, List<LabelledText> rows) {
    this.file = file;
    Reading reading = Training.reading();
    for (LabelledText row : rows) {
      boolean isEnglish = reading.read(row.text()).text().language() == Language.EN;
      (isEnglish ? english : chinese).add(row);
    }
  }

  /**
   * The corrections of a file.
   *
   * @param file labelled JSON lines or corrected scoring output; null for none
   * @throws IllegalArgumentException where a line cannot be used
   */
  static Corrections of(Path file) {
    return new Corrections(
        file, file == null ? List.of() : LabelledFile.read(file, Channel.REVIEW).rows());
  }

  /** The file, or null. */
  Path file() {
    return file;
  }

  /** Each correction in a language as often as it counts. */
  List<LabelledText> counted(boolean isEnglish) {
    List<LabelledText> counted = new ArrayList<>();
    for (int i = 0; i < WEIGHT; i++) {
      counted.addAll(isEnglish ? english : chinese);
    }
    return counted;
  }

  /** What tells the corrected texts from others: {@link Corpus#key}. */
  Set<String> keys() {
    return Stream.of(chinese, english)
        .flatMap(List::stream)
        .map(row -> Corpus.key(row.text()))
        .collect(Collectors.toSet());
  }
}
