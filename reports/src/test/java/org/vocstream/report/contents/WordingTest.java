package org.vocstream.report.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vocstream.report.ReportLanguage;
import org.vocstream.text.BundledYaml;

/** The templates of reports: all of them used, and the same in both languages. */
class WordingTest {
  private static final Map<?, ?> WORDINGS =
      (Map<?, ?>) BundledYaml.read(Wording.FILE).get("wording");

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    WORDINGS.forEach(
        (key, wordings) -> {
          Map<?, ?> of = (Map<?, ?>) wordings;
          assertThat(of.keySet()).as("%s", key).isEqualTo(Set.of("zh", "en"));
          assertThat(places(of.get("zh"))).as("%s", key).isEqualTo(places(of.get("en")));
        });
  }

  @Test
  void everyTemplateIsUsedAndEveryOneUsedIsThere() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/vocstream/report/contents"))) {
      for (Path file : files.sorted().toList()) {
        sources.append(Files.readString(file));
      }
    }
    Set<String> unused = new TreeSet<>();
    WORDINGS.keySet().forEach(key -> unused.add((String) key));
    unused.removeIf(key -> sources.indexOf("\"" + key + "\"") >= 0);
    assertThat(unused).isEmpty();
    List<String> asked =
        Pattern.compile("\\bsay\\(\\s*\"([a-z.]+)\"")
            .matcher(sources)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(asked).hasSizeGreaterThan(100).allMatch(WORDINGS::containsKey);
  }

  @Test
  void whatIsFilledInIsText() {
    Wording words = Wording.in(ReportLanguage.EN);
    assertThat(words.of("rank.first", "brand", "{brand} $1 \\"))
        .isEqualTo("{brand} $1 \\ is significantly above all other brands.");
  }

  @Test
  void aPlaceThatIsMissingOrTooManyIsAnError() {
    Wording words = Wording.in(ReportLanguage.ZH);
    assertThatThrownBy(() -> words.of("rank.first")).hasMessageContaining("{brand}");
    assertThatThrownBy(() -> words.of("rank.note", "brand", "A")).hasMessageContaining("brand");
    assertThatThrownBy(() -> words.of("rank.second")).hasMessageContaining("rank.second");
  }

  private static Set<String> places(Object template) {
    return Pattern.compile("\\{[a-z]+}")
        .matcher((String) template)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
