package org.vocstream.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vocstream.report.ReportLanguage;
import org.vocstream.text.BundledYaml;

/**
 * The titles and sentences of a report in one language, from {@code report/wording.yaml}: templates
 * with places for names and numbers. Immutable.
 */
final class Wording {
  /** Where the templates stand. */
  static final String FILE = "/report/wording.yaml";

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final ReportLanguage language;
  private final String version;
  private final Map<String, String> templates = new TreeMap<>();

  private Wording(ReportLanguage language) {
    this.language = language;
    Map<?, ?> file = BundledYaml.read(FILE);
    this.version = String.valueOf(file.get("version"));
    ((Map<?, ?>) file.get("wording"))
        .forEach(
            (key, wordings) ->
                templates.put((String) key, (String) ((Map<?, ?>) wordings).get(language.code())));
  }

  /** The wording in this language. */
  static Wording in(ReportLanguage language) {
    return new Wording(language);
  }

  /**
   * The text of a template.
   *
   * @param key its name
   * @param values names and values of its places in turn
   * @throws IllegalArgumentException where there is no such template, or its places are others
   */
  String of(String key, Object... values) {
    String template = templates.get(key);
    if (template == null) {
      throw new IllegalArgumentException(FILE + " has no wording " + key);
    }
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < values.length; i += 2) {
      given.put((String) values[i], String.valueOf(values[i + 1]));
    }
    Matcher places = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    List<String> filled = new ArrayList<>();
    while (places.find()) {
      String value = given.get(places.group(1));
      if (value == null) {
        throw new IllegalArgumentException(key + ": nothing is given for " + places.group());
      }
      filled.add(places.group(1));
      // What is put in may itself look like a place: it is text.
      places.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    if (!filled.containsAll(given.keySet())) {
      throw new IllegalArgumentException(key + " has no place for all of " + given.keySet());
    }
    return places.appendTail(text).toString();
  }

  /** Several names in a row. */
  String list(List<String> names) {
    return String.join(language.of("、", ", "), names);
  }

  /** The language. */
  ReportLanguage language() {
    return language;
  }

  /** Version of the file. */
  String version() {
    return version;
  }
}
