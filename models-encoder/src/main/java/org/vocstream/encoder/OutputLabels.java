package org.vocstream.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the outputs of a classifier mean: polarities 1, 0 and -1. Stateless. */
final class OutputLabels {
  private static final Pattern STARS = Pattern.compile("([1-5]) ?stars?");

  private OutputLabels() {}

  /**
   * The polarities of all outputs, in their order.
   *
   * @param named {@code id2label} of a config.json: {@code {"0": "negative", "1": "positive"}}
   * @param file for messages
   * @throws IllegalArgumentException where there are none, or one is not understood
   */
  static List<Integer> all(JsonNode named, Path file) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      labels.add(of(named.path(String.valueOf(i)).asText(), file));
    }
    if (!labels.contains(-1) || !labels.contains(1)) {
      throw new IllegalArgumentException(
          file
              + ": \"id2label\" must name the outputs of a sentiment classifier, such as"
              + " {\"0\": \"negative\", \"1\": \"neutral\", \"2\": \"positive\"}");
    }
    return List.copyOf(labels);
  }

  private static int of(String name, Path file) {
    String folded = name.toLowerCase(Locale.ROOT).strip();
    Matcher stars = STARS.matcher(folded);
    if (stars.matches()) {
      int n = Integer.parseInt(stars.group(1));
      return Integer.compare(n, 3);
    }
    return switch (folded) {
      case "negative", "neg", "-1", "负面", "消极" -> -1;
      case "neutral", "neu", "0", "中性" -> 0;
      case "positive", "pos", "1", "正面", "积极" -> 1;
      default ->
          throw new IllegalArgumentException(
              file
                  + ": output \""
                  + name
                  + "\" in \"id2label\" is not understood; name it negative, neutral, positive, or 1"
                  + " star to 5 stars");
    };
  }
}
