package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log of the commands keeps of secrets and personal data in messages of others. */
class LogTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "header Authorization: ApiKey cGxhbnRlZA==",
        "sent Basic cGxhbnRlZA==, refused",
        "sent Bearer planted.token-1_x to it",
        "cannot connect to https://ann:planted@es.example:9200/",
        "sasl.jaas.config = PlainLoginModule required username=\"voc\" password=\"planted\";",
        "{\"password\": \"planted\", \"a\": 1}",
        "api_key=planted is wrong",
        "failed to parse field [rating] in document with id 'a/1'. Preview of field's value: 'planted 文字'",
        "550 no mailbox planted.person@example.org",
        "caller 13812345678 hung up: cGxhbnRlZA== is fine",
        "card 6222 0212 3456 7890 128 planned"
      })
  void secretsAndPersonalDataAreLeftOut(String message) throws IOException {
    for (String line :
        new String[] {
          written(message, null),
          written("failed", new IllegalStateException("x", new IOException(message)))
        }) {
      assertThat(line)
          .doesNotContain("planted", "13812345678", "6222 0212")
          .contains("***")
          .contains(message.substring(0, 3));
      if (!message.contains("is fine")) {
        assertThat(line).doesNotContain("cGxhbnRlZA");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no Elasticsearch answers at http://127.0.0.1:9200 (Connection refused)",
        "VOC_ES_API_KEY is not set: set it",
        "feed.jsonl:12345 took 1234567890 ns from 2026-10-05T09:00:00Z to 2026-10-06T09:00:00Z",
        "order 2026-0930 of 沐禾"
      })
  void whatHelpsIsKept(String message) throws IOException {
    assertThat(written(message, null)).contains(message);
  }

  private static String written(String message, Throwable thrown) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = LogTest.class.getResourceAsStream("/log4j2.properties")) {
      properties.load(in);
    }
    PatternLayout layout =
        PatternLayout.newBuilder()
            .withConfiguration(new DefaultConfiguration())
            .withPattern(properties.getProperty("appender.file.layout.pattern"))
            .withAlwaysWriteExceptions(
                Boolean.parseBoolean(
                    properties.getProperty("appender.file.layout.alwaysWriteExceptions", "true")))
            .build();
    return layout.toSerializable(
        Log4jLogEvent.newBuilder()
            .setLoggerName("org.vocstream.cli.Voc")
            .setLevel(Level.WARN)
            .setMessage(new SimpleMessage(message))
            .setThrown(thrown)
            .build());
  }
}
