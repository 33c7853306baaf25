package org.vocstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What Kubernetes would say of a manifest. Its own kinds are held to the types that its client is
 * generated with from its OpenAPI document, unknown fields refused; FlinkDeployment to the schema
 * that the Flink operator installs.
 */
final class KubernetesSchema {
  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", V1ConfigMap.class),
          Map.entry("v1/Namespace", V1Namespace.class),
          Map.entry("v1/PersistentVolumeClaim", V1PersistentVolumeClaim.class),
          Map.entry("v1/Secret", V1Secret.class),
          Map.entry("v1/Service", V1Service.class),
          Map.entry("v1/ServiceAccount", V1ServiceAccount.class),
          Map.entry("apps/v1/Deployment", V1Deployment.class),
          Map.entry("batch/v1/CronJob", V1CronJob.class),
          Map.entry("batch/v1/Job", V1Job.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class),
          Map.entry("rbac.authorization.k8s.io/v1/Role", V1Role.class),
          Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", V1RoleBinding.class));

  private static final String FLINK = "flink.apache.org/v1beta1/FlinkDeployment";
  private static final String FLINK_DEFINITION =
      "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  /** Added to the operator's schema: what its later releases know. */
  private static final List<String> LATER_FLINK = List.of("v2_0", "v2_1", "v2_2");

  private final JsonSchema flink;

  KubernetesSchema() throws IOException {
    flink =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(flinkDefinition());
  }

  private static JsonNode flinkDefinition() throws IOException {
    try (InputStream in = KubernetesSchema.class.getResourceAsStream(FLINK_DEFINITION)) {
      JsonNode definition =
          new ObjectMapper()
              .valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
      JsonNode schema = definition.at("/spec/versions/0/schema/openAPIV3Schema");
      ((ObjectNode) schema.get("properties")).putObject("apiVersion");
      ((ObjectNode) schema.get("properties")).putObject("kind");
      ((ObjectNode) schema.get("properties")).putObject("metadata");
      ArrayNode versions = (ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum");
      LATER_FLINK.forEach(versions::add);
      close(schema);
      return schema;
    }
  }

  /** The API server drops fields that it does not know, and says nothing. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(KubernetesSchema::close);
  }

  /** What is wrong with a manifest; empty where nothing is. */
  List<String> problems(JsonNode manifest) {
    String kind = manifest.path("apiVersion").asText() + "/" + manifest.path("kind").asText();
    if (kind.equals(FLINK)) {
      return flink.validate(manifest).stream().map(ValidationMessage::getMessage).toList();
    }
    Class<?> type = TYPES.get(kind);
    return type == null ? List.of("unknown kind " + kind) : problems(type, manifest.toString());
  }

  private static List<String> problems(Class<?> type, String manifest) {
    List<String> problems = new ArrayList<>();
    try {
      type.getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(manifest));
    } catch (InvocationTargetException e) {
      problems.add(String.valueOf(e.getCause().getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    try {
      var unused = JSON.getGson().fromJson(manifest, type);
    } catch (JsonParseException | IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }
}
