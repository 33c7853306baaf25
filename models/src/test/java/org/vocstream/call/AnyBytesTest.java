package org.vocstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.vocstream.feedback.Channel;
import org.vocstream.feedback.Customers;
import org.vocstream.feedback.Envelope;
import org.vocstream.feedback.EnvelopeOptions;
import org.vocstream.feedback.Intake;
import org.vocstream.feedback.KeyedHash;
import org.vocstream.feedback.RawRecord;
import org.vocstream.text.PiiMask;

/** Any bytes give a transcript that the system takes in, or a reason; never a failure. */
class AnyBytesTest {
  private static final TranscriptImport IMPORT =
      new TranscriptImport(new RoleClassifier(), new PiiMask()::mask);
  private static final Envelope ENVELOPE =
      new Envelope(
          EnvelopeOptions.defaults(),
          new PiiMask()::mask,
          new KeyedHash(new byte[KeyedHash.KEY_BYTES]),
          Customers.none(),
          new RoleClassifier());

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a.vtt", "a.srt", "a.json", "a.txt", "a");
  }

  @Provide
  Arbitrary<byte[]> files() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "WEBVTT\n\n",
            "00:00:01.000 --> 00:00:02.500\n",
            "-00:01.000 --> 00:00.500\n",
            "<v 客户>",
            "[SPEAKER_00]: ",
            "客服：",
            "客户: ",
            "您好\n",
            "我要投诉\n",
            "- ",
            "\n",
            "\n\n",
            "1\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"segments\":",
            "\"results\":",
            "\"words\":",
            "\"recognizedPhrases\":",
            "\"lattice\":",
            "\"text\":\"喂\"",
            "\"start\":",
            "\"end\":",
            "-1e308",
            "1e400",
            "NaN",
            "null",
            "\"speaker\":",
            "\"speaker\":{}",
            "9223372036854775807",
            "\"json_1best\":\"{\"",
            "\"timestamp\":[[0,1]]",
            "[00:00:01]",
            "[0:1.0,0:2.0,1]",
            "99:99:99",
            "😀",
            "\u0000",
            "\ud83d",
            "\"",
            "\\",
            "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"喂\"}]}");
    Arbitrary<String> units = Arbitraries.chars().map(String::valueOf);
    Arbitrary<byte[]> texts =
        Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(1, units))
            .list()
            .ofMaxSize(40)
            .map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    Arbitrary<byte[]> cut = texts.map(b -> Arrays.copyOf(b, b.length * 2 / 3));
    return Arbitraries.frequencyOf(Tuple.of(4, texts), Tuple.of(1, bytes), Tuple.of(1, cut));
  }

  @Property(tries = 3000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void aTranscriptOrAReason(@ForAll("names") String name, @ForAll("files") byte[] file) {
    try {
      ObjectNode call = IMPORT.read(name, file, "id", Channel.CALL);
      assertThat(call.path("turns")).isNotEmpty();
      Intake intake = ENVELOPE.read(new RawRecord(name, call.toString(), 0, null));
      assertThat(intake.accepted()).as("%s", intake.deadLetter()).isTrue();
    } catch (TranscriptException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
    }
  }

  @Property(tries = 2000, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
  void anEnvelopeOrADeadLetter(@ForAll("turns") List<String> turns) {
    String line = "{\"id\":\"c\",\"channel\":\"call\",\"turns\":[" + String.join(",", turns) + "]}";
    Intake intake = ENVELOPE.read(new RawRecord("f:1", line, 0, null));
    if (intake.accepted()) {
      assertThat(intake.feedback().turns()).hasSameSizeAs(turns);
    } else {
      assertThat(intake.deadLetter().reason()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<List<String>> turns() {
    return Arbitraries.of(
            "{\"speaker\":\"customer\",\"text\":\"喂\"}",
            "{\"speaker\":\"坐席\",\"text\":\"\",\"start_ms\":5,\"end_ms\":1}",
            "{\"text\":\"我要投诉\"}",
            "{\"text\":\"how can I help you\",\"start_ms\":1}",
            "{\"speaker\":null,\"text\":\"嗯\"}",
            "{\"speaker\":\"SPEAKER_00\",\"text\":\"喂\"}",
            "{\"speaker\":\"agent\",\"text\":\"好\",\"start_ms\":-1}",
            "{\"speaker\":7,\"text\":null}",
            "{}",
            "null",
            "3")
        .list()
        .ofMaxSize(6);
  }
}
