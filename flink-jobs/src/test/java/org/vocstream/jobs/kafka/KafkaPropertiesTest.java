package org.vocstream.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPropertiesTest {
  @TempDir Path directory;

  @Test
  void everySettingReachesTheClientsThatKnowIt() throws IOException {
    KafkaConnection connection =
        options(
            "kafka.security.protocol=SASL_SSL",
            "sasl.jaas.config=login required password=\"s3cret\";",
            "kafka.max.poll.records=7",
            "linger.ms=20",
            "my.login.plugin=on");
    Properties consumer = connection.consumer();
    assertThat(consumer)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.jaas.config", "login required password=\"s3cret\";")
        .containsEntry("max.poll.records", "7")
        .containsEntry("my.login.plugin", "on")
        .containsEntry("bootstrap.servers", "broker:9093")
        .containsEntry("isolation.level", "read_committed")
        .doesNotContainKey("linger.ms");
    assertThat(connection.producer())
        .containsEntry("linger.ms", "20")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "true")
        .doesNotContainKey("max.poll.records");
    assertThat(connection.admin()).containsEntry("security.protocol", "SASL_SSL");
  }

  @Test
  void noTextFormShowsASecret() throws IOException {
    assertThat(options("sasl.jaas.config=login required password=\"s3cret\";").toString())
        .contains("sasl.jaas.config")
        .doesNotContain("s3cret");
  }

  @Test
  void whatIsOursToSetOrMistypedIsNamed() {
    assertThatThrownBy(() -> options("group.id=mine"))
        .hasMessageEndingWith("leave group.id out; give --group");
    assertThatThrownBy(() -> options("kafka.enable.auto.commit=true"))
        .hasMessageEndingWith("offsets are committed with the checkpoints of the job");
    assertThatThrownBy(() -> options("security.protokol=s3cret"))
        .hasMessageEndingWith(
            "unknown property security.protokol; did you mean \"security.protocol\"?");
  }

  private KafkaConnection options(String... lines) throws IOException {
    Path file = Files.write(directory.resolve("kafka.properties"), List.of(lines));
    return new KafkaConnection(
        "broker:9093", FeedbackTopics.parse(FeedbackTopics.STANDARD), KafkaProperties.read(file));
  }
}
