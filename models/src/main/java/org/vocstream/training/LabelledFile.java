package org.vocstream.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vocstream.feedback.Channel;

/**
 * A file of one's own labelled texts or of corrected scoring output, one JSON object per line. Each
 * has {@code text} and says what is true of it: {@code label} or {@code sentiment.label}, {@code
 * aspects} or {@code mentions}. Nothing is passed over: a line that cannot be used makes the whole
 * file unusable, and the message names every such line.
 *
 * @param file the file
 * @param rows its texts in order
 */
record LabelledFile(Path file, List<LabelledText> rows) {
  /** Name of the set that its texts belong to. */
  static final String SET = "corrections";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PROBLEMS_SHOWN = 20;

  /**
   * Reads a file.
   *
   * @param channel of texts that do not name their own
   * @throws IllegalArgumentException where there is none, it is empty, or lines cannot be used
   */
  static LabelledFile read(Path file, Channel channel) {
    List<LabelledText> rows =
        lines(
            file,
            row -> {
              Judged judged = Judged.of(row);
              if (!row.path("text").isTextual() || row.path("text").asText().isBlank()) {
                throw new IllegalArgumentException("has no text");
              }
              if (judged.label() == null && judged.aspects().isEmpty()) {
                throw new IllegalArgumentException(
                    "says nothing of its text; it needs label, aspects or mentions");
              }
              return text(row, judged, channel);
            });
    return new LabelledFile(file, rows);
  }

  /**
   * The lines of a file, each read by {@code reader}, which throws where one cannot be used.
   *
   * @throws IllegalArgumentException with file, line and reason of all that cannot
   */
  static <T> List<T> lines(Path file, Function<JsonNode, T> reader) {
    List<T> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          JsonNode row = JSON.readTree(line);
          if (!row.isObject()) {
            throw new IllegalArgumentException("is no JSON object");
          }
          rows.add(reader.apply(row));
        } catch (JsonProcessingException e) {
          problems.add(file + ":" + number + " is no JSON object");
        } catch (IllegalArgumentException e) {
          problems.add(file + ":" + number + " " + e.getMessage());
        }
      }
    }
    if (!problems.isEmpty()) {
      int shown = Math.min(PROBLEMS_SHOWN, problems.size());
      throw new IllegalArgumentException(
          "%d of %d lines cannot be used, so nothing was done; put them right:%n  %s%s"
              .formatted(
                  problems.size(),
                  number,
                  String.join("\n  ", problems.subList(0, shown)),
                  shown < problems.size() ? "\n  ..." : ""));
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty");
    }
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " as UTF-8 text", e);
    }
  }

  private static LabelledText text(JsonNode row, Judged judged, Channel channel) {
    Map<String, Integer> aspects = new LinkedHashMap<>();
    judged.aspects().forEach(a -> aspects.putIfAbsent(a.names().get(0), a.polarity()));
    List<LabelledText.Opinion> opinions =
        judged.opinions().stream()
            .filter(o -> o.words() != null || o.term() != null)
            .map(o -> new LabelledText.Opinion(o.term(), o.words(), o.names().get(0), o.polarity()))
            .toList();
    return new LabelledText(
        SET,
        judged.id(),
        Channel.of(row.path("channel").asText()).orElse(channel),
        row.path("text").asText(),
        judged.label(),
        aspects,
        opinions,
        false);
  }
}
