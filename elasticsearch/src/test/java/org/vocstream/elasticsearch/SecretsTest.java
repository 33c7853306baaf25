package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void aFileHoldsWhatTheVariableWould() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "a-key\n");
    Map<String, String> environment = Map.of("VOC_ES_API_KEY_FILE", file.toString());
    assertThat(Secrets.find(environment, "VOC_ES_API_KEY")).contains("a-key");
    assertThat(Credentials.of(environment).apiKey()).isEqualTo("a-key");
  }

  @Test
  void aChangedFileIsReadAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "old");
    Map<String, String> environment = Map.of("TOKEN_FILE", file.toString());
    assertThat(Secrets.find(environment, "TOKEN")).contains("old");
    Files.writeString(file, "new");
    assertThat(Secrets.find(environment, "TOKEN")).contains("new");
  }

  @Test
  void bothFormsAreOneTooMany() {
    assertThatThrownBy(
            () -> Secrets.find(Map.of("TOKEN", "s3cret", "TOKEN_FILE", "/a/file"), "TOKEN"))
        .hasMessage("set TOKEN or TOKEN_FILE, not both");
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithItsVariable() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    Path large = Files.writeString(folder.resolve("large"), "x".repeat(70_000));
    assertThatThrownBy(() -> find(folder.resolve("missing")))
        .hasMessageContaining("TOKEN_FILE names " + folder.resolve("missing"))
        .hasMessageContaining("check the path and its rights");
    assertThatThrownBy(() -> find(empty)).hasMessageContaining("which is empty");
    assertThatThrownBy(() -> find(large)).hasMessageContaining("larger than 65536 bytes");
    assertThatThrownBy(() -> find(Path.of("/dev/zero"))).hasMessageContaining("larger than");
  }

  @Test
  void aValueThatIsNoHeaderIsNotTold() {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://alerts.example"));
    Map<String, String> environment = Map.of("TOKEN", "planted\nsecret");
    assertThatThrownBy(
            () -> Secrets.addHeaders(request, Map.of("Authorization", "TOKEN"), environment))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Authorization with the value of TOKEN is no header")
        .hasNoCause()
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://es.example:9200", "http://10.0.0.1:9200", "http://127.0.0.1.example:9200"})
  void aKeyDoesNotGoUnprotectedToAnotherMachine(String address) throws IOException {
    URI uri = URI.create(address);
    Map<String, String> key = Map.of("VOC_ES_API_KEY", "s3cret");
    assertThatThrownBy(() -> ElasticsearchConnection.open(uri, Credentials.of(key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use https, or set VOC_ES_PLAIN_HTTP=true")
        .hasMessageNotContaining("s3cret");
    Map<String, String> allowed = Map.of("VOC_ES_API_KEY", "s3cret", "VOC_ES_PLAIN_HTTP", "true");
    ElasticsearchConnection.open(uri, Credentials.of(allowed)).close();
    ElasticsearchConnection.open(uri, Credentials.none()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9200",
        "http://127.0.0.1:9200",
        "http://[::1]:9200",
        "https://es.example"
      })
  void aKeyGoesToThisMachineAndOverTls(String address) throws IOException {
    Credentials key = Credentials.of(Map.of("VOC_ES_API_KEY", "s3cret"));
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(URI.create(address), key)) {
      assertThat(connection.uri()).hasToString(address);
    }
  }

  private static void find(Path file) {
    Secrets.find(Map.of("TOKEN_FILE", file.toString()), "TOKEN");
  }
}
