package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;

/** Makes roles and API keys in a cluster with security. Safe for several threads. */
public final class AccessKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ElasticsearchClient client;

  /**
   * Keys of this cluster.
   *
   * @param client connected as somebody who may make roles and keys (manage_security)
   */
  public AccessKeys(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * Makes the role, or brings it to this version, and a key that has it alone.
   *
   * @param days until the key ends
   * @return the encoded key, which nobody can ask for again
   * @throws ElasticsearchUnavailable where the cluster refuses; the message says what to do
   * @throws IOException where it cannot be reached
   */
  public String create(AccessRole role, int days) throws IOException {
    try {
      String json = role.json().toString();
      client.security().putRole(r -> r.name(role.roleName()).withJson(new StringReader(json)));
      String request = request(role, days).toString();
      return client.security().createApiKey(k -> k.withJson(new StringReader(request))).encoded();
    } catch (ElasticsearchException e) {
      throw new ElasticsearchUnavailable(trouble(e), e);
    }
  }

  /** The body of the request for a key. */
  public static ObjectNode request(AccessRole role, int days) {
    ObjectNode request = JSON.createObjectNode();
    request.put("name", role.roleName()).put("expiration", days + "d");
    request.putObject("role_descriptors").set(role.roleName(), role.json());
    request.putObject("metadata").put("application", "voc-stream");
    return request;
  }

  private static String trouble(ElasticsearchException e) {
    String words = RequestFailure.words(e.error());
    if (e.status() == 401 || e.status() == 403) {
      return "no role and no key could be made (%d, %s): set %s and %s of a user with the cluster privilege manage_security; a key cannot make keys that may do anything"
          .formatted(e.status(), words, Credentials.USER, Credentials.PASSWORD);
    }
    return "no role and no key could be made (%d, %s): does this cluster have security?"
        .formatted(e.status(), words);
  }
}
