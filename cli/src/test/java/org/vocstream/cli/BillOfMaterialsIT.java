package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries that are handed out with the program, and on what terms. */
class BillOfMaterialsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Terms that ask for no more than a notice. */
  private static final Pattern PERMISSIVE =
      Pattern.compile(
          "Apache-2.0|Apache.*2.*|MIT.*|The MIT License.*|BSD.*|.*BSD.*|0BSD|CC0-1.0|Public Domain.*|EDL.*|Eclipse Distribution License.*|Unicode.*|ISC|Go License|Bouncy.*|UPL.*|Zlib");

  /** Terms with conditions that we keep, each for a reason that NOTICE tells. */
  private static final Pattern NAMED =
      Pattern.compile(
          "LGPL-2.1.*|GNU Lesser.*|EPL-.*|Eclipse Public License.*|Elastic-2.0|Elastic License.*|SSPL-1.0|Server Side.*|AGPL-3.0.*|GNU Affero.*|GPL-2.0-with-classpath-exception|GPL2 w/ CPE.*|MPL-2.0|CDDL.*");

  @ParameterizedTest
  @ValueSource(strings = {"cli", "elasticsearch/embedded"})
  void everyLibraryHasTermsThatWeMayKeep(String module) throws IOException {
    List<String> unclear = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    String notice = Files.readString(VocProcess.HOME.resolve("NOTICE")).toLowerCase(Locale.ROOT);
    for (JsonNode library : libraries(module)) {
      String name = library.path("group").asText() + ":" + library.path("name").asText();
      List<String> terms = terms(library);
      if (terms.stream().anyMatch(t -> PERMISSIVE.matcher(t).matches())) {
        continue;
      }
      if (terms.stream().noneMatch(t -> NAMED.matcher(t).matches())) {
        unclear.add(name + " " + terms);
      } else if (!notice.contains(library.path("name").asText().toLowerCase(Locale.ROOT))
          && !notice.contains(library.path("group").asText())) {
        unnamed.add(name + " " + terms);
      }
    }
    assertThat(unclear).as("terms that nobody has looked at").isEmpty();
    assertThat(unnamed).as("terms with conditions, to be named in NOTICE").isEmpty();
  }

  private static List<JsonNode> libraries(String module) throws IOException {
    Path file = VocProcess.HOME.resolve(module).resolve("target/bom.json");
    JsonNode bom = JSON.readTree(Files.readAllBytes(file));
    List<JsonNode> libraries = new ArrayList<>();
    for (JsonNode library : bom.path("components")) {
      if (!library.path("group").asText().equals("org.vocstream")) {
        libraries.add(library);
      }
    }
    assertThat(libraries).hasSizeGreaterThan(20);
    return libraries;
  }

  private static List<String> terms(JsonNode library) {
    List<String> terms = new ArrayList<>();
    for (JsonNode license : library.path("licenses")) {
      terms.add(license.path("expression").asText(""));
      terms.add(license.at("/license/id").asText(""));
      terms.add(license.at("/license/name").asText(""));
    }
    terms.removeIf(String::isEmpty);
    return terms;
  }
}
