package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  @Test
  void anEmptyEnvironmentHasNone() {
    assertThat(Credentials.of(Map.of("VOC_ES_API_KEY", " "))).isEqualTo(Credentials.none());
  }

  @Test
  void secretsAreNeverPrinted() {
    assertThat(Credentials.of(Map.of("VOC_ES_API_KEY", "s3cret")))
        .hasToString("Credentials[API key]");
    assertThat(Credentials.of(Map.of("VOC_ES_USER", "ann", "VOC_ES_PASSWORD", "s3cret")))
        .hasToString("Credentials[user and password]");
  }

  @Test
  void halfAPairNamesTheMissingHalf() {
    assertThatThrownBy(() -> Credentials.of(Map.of("VOC_ES_USER", "ann")))
        .hasMessageStartingWith("VOC_ES_PASSWORD is missing");
    assertThatThrownBy(() -> Credentials.of(Map.of("VOC_ES_PASSWORD", "x")))
        .hasMessageStartingWith("VOC_ES_USER is missing");
  }

  @Test
  void twoKindsAreOneTooMany() {
    assertThatThrownBy(
            () ->
                Credentials.of(
                    Map.of("VOC_ES_API_KEY", "k", "VOC_ES_USER", "a", "VOC_ES_PASSWORD", "p")))
        .hasMessage("set VOC_ES_API_KEY or VOC_ES_USER, not both");
  }
}
