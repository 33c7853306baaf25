package org.vocstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vocstream.deploy.DeployFiles.HOME;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flink writes into its log on a cluster is scrubbed as the log of the commands is. */
class FlinkLogTest {
  private static final Path OF_IMAGE = HOME.resolve("deploy/docker/log4j-console.properties");
  private static final Path OF_COMMANDS = HOME.resolve("cli/src/main/resources/log4j2.properties");

  @Test
  void thePatternIsThatOfTheCommands() throws IOException {
    assertThat(properties(OF_IMAGE).getProperty("property.scrubbed"))
        .isEqualTo(properties(OF_COMMANDS).getProperty("appender.file.layout.pattern"));
  }

  @Test
  void kubernetesHasTheFileOfTheImage() {
    assertThat(
            DeployFiles.documents(DeployFiles.KUBERNETES.resolve("scoring-job.yaml"))
                .get(0)
                .at("/spec/logConfiguration/log4j-console.properties")
                .asText())
        .isEqualTo(DeployFiles.text(OF_IMAGE));
  }

  /** Read by Log4j itself, every appender. */
  @Test
  void everyAppenderLeavesSecretsOut(@TempDir Path logs) {
    byte[] file =
        DeployFiles.text(OF_IMAGE)
            .replace("${sys:log.file}", logs.resolve("flink.log").toString())
            .getBytes(StandardCharsets.UTF_8);
    try (LoggerContext context = new LoggerContext("flink")) {
      Configuration configuration =
          new PropertiesConfigurationFactory().getConfiguration(context, source(file));
      configuration.initialize();
      Map<String, Appender> appenders = configuration.getAppenders();
      assertThat(appenders.keySet()).containsExactlyInAnyOrder("console", "file");
      Log4jLogEvent event =
          Log4jLogEvent.newBuilder()
              .setLoggerName("org.apache.flink.runtime.taskmanager.Task")
              .setLevel(Level.WARN)
              .setMessage(new SimpleMessage("sent ApiKey cGxhbnRlZA== for a.b@example.org"))
              .setThrown(new IllegalStateException("caller 13812345678 hung up"))
              .build();
      for (Appender appender : appenders.values()) {
        assertThat(appender.getLayout().toSerializable(event))
            .asString()
            .contains("WARN  Task - sent ***", "IllegalStateException: caller ***")
            .doesNotContain("cGxhbnRlZA", "example.org", "13812345678");
      }
    }
  }

  private static ConfigurationSource source(byte[] file) {
    try {
      return new ConfigurationSource(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return properties;
  }
}
