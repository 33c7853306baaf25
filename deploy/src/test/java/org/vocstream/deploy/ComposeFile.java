package org.vocstream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The services of docker-compose.yml, as docker compose reads them with the example of .env filled
 * in.
 */
public final class ComposeFile {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$|\\$\\{([A-Z_]+)(?::([-?])([^}]*))?\\}");

  private static final Path ENVIRONMENT = DeployFiles.HOME.resolve("deploy/.env.example");

  private final JsonNode file;
  private final Map<String, String> environment = new TreeMap<>();

  /** Reads it. */
  public ComposeFile() {
    file = DeployFiles.documents(DeployFiles.COMPOSE).get(0);
    for (String line : DeployFiles.text(ENVIRONMENT).lines().toList()) {
      if (line.matches("[A-Z_]+=.*")) {
        String[] pair = line.split("=", 2);
        environment.put(pair[0], pair[1].isEmpty() ? "0123456789abcdef-filled-in" : pair[1]);
      }
    }
  }

  /** As it stands. */
  JsonNode file() {
    return file;
  }

  /** Names of the variables that .env.example explains. */
  Map<String, String> environment() {
    return environment;
  }

  /** The services by name. */
  public Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new TreeMap<>();
    file.get("services").properties().forEach(s -> services.put(s.getKey(), s.getValue()));
    return services;
  }

  /** The command of a service, filled in. */
  public List<String> command(String service) {
    return DeployFiles.texts(services().get(service).path("command")).stream()
        .map(this::filledIn)
        .toList();
  }

  /** The environment of a service, filled in. */
  public Map<String, String> environment(String service) {
    Map<String, String> variables = new TreeMap<>();
    services()
        .get(service)
        .path("environment")
        .properties()
        .forEach(v -> variables.put(v.getKey(), filledIn(v.getValue().asText())));
    return variables;
  }

  /**
   * A text with its variables replaced; throws where one is neither explained nor has a default.
   */
  String filledIn(String text) {
    Matcher variable = VARIABLE.matcher(text);
    return variable.replaceAll(
        found -> {
          String name = found.group(1);
          if (name == null) {
            return Matcher.quoteReplacement("$");
          }
          String value = environment.get(name);
          if (value == null && !"-".equals(found.group(2))) {
            throw new AssertionError(name + " does not stand in .env.example");
          }
          return Matcher.quoteReplacement(value == null ? found.group(3) : value);
        });
  }
}
