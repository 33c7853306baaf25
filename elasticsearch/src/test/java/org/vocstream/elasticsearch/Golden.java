package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares JSON with a reviewed file in {@code src/test/resources/golden}. Run with {@code
 * -Dgolden.update=true} to write the files anew, then look at the difference.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The same JSON with the fields of each object in order of name. */
  static JsonNode sorted(String json) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    return mapper.readTree(mapper.writeValueAsString(mapper.readValue(json, Object.class)));
  }

  static void check(String name, JsonNode actual) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    String text =
        JsonMapper.builder()
                .build()
                .writer(
                    new DefaultPrettyPrinter()
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter))
                .writeValueAsString(actual)
            + "\n";
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(text).as(name).isEqualTo(Files.readString(file));
  }
}
