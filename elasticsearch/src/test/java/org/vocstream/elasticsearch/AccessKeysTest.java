package org.vocstream.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a server that answers as the security of a cluster does. */
class AccessKeysTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void aRoleAndAKeyThatHasItAloneAreMade(AccessRole role) throws Exception {
    try (StubCluster cluster = new StubCluster(AccessKeysTest::made);
        ElasticsearchConnection connection = open(cluster)) {
      assertThat(new AccessKeys(connection.client()).create(role, 30)).isEqualTo("bmV3OmtleQ==");
      assertThat(cluster.authorizations()).containsOnly("Basic YWRtaW46cA==");
      assertThat(cluster.bodies()).hasSize(2);
      assertThat(JSON.readTree(cluster.bodies().get(0))).isEqualTo(role.json());
      JsonNode key = JSON.readTree(cluster.bodies().get(1));
      assertThat(key.path("expiration").asText()).isEqualTo("30d");
      assertThat(key.path("role_descriptors").properties())
          .singleElement()
          .satisfies(
              descriptor -> {
                assertThat(descriptor.getKey()).isEqualTo(role.roleName());
                assertThat(descriptor.getValue()).isEqualTo(role.json());
              });
    }
  }

  @Test
  void whoMayNotIsToldWhatIsNeeded() throws Exception {
    String refusal =
        """
        {"error": {"type": "security_exception", "reason": "action is unauthorized"}, "status": 403}
        """;
    try (StubCluster cluster = new StubCluster(body -> new StubCluster.Answer(403, refusal, true));
        ElasticsearchConnection connection = open(cluster)) {
      assertThatThrownBy(() -> new AccessKeys(connection.client()).create(AccessRole.JOB, 1))
          .isInstanceOf(ElasticsearchUnavailable.class)
          .hasMessageStartingWith("no role and no key could be made (403")
          .hasMessageContaining("VOC_ES_USER and VOC_ES_PASSWORD")
          .hasMessageContaining("manage_security");
      assertThat(cluster.bodies()).hasSize(1);
    }
  }

  private static StubCluster.Answer made(String body) {
    return new StubCluster.Answer(
        200,
        body.contains("role_descriptors")
            ? "{\"id\":\"new\",\"name\":\"n\",\"api_key\":\"key\",\"encoded\":\"bmV3OmtleQ==\"}"
            : "{\"role\":{\"created\":true}}",
        true);
  }

  private static ElasticsearchConnection open(StubCluster cluster) throws ElasticsearchUnavailable {
    return ElasticsearchConnection.open(
        cluster.uri(), Credentials.of(Map.of("VOC_ES_USER", "admin", "VOC_ES_PASSWORD", "p")));
  }
}
