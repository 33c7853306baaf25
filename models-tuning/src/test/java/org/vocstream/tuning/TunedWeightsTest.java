package org.vocstream.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What fine-tuning writes. */
class TunedWeightsTest {
  @Test
  void aMatrixIsRoundedColumnByColumn() throws IOException {
    TunedWeights weights = new TunedWeights();
    weights.addRounded("m", new float[] {1.27f, -10, 0.02f, 5}, 2, 2);
    weights.add("bias", new float[] {3, 4}, 2);
    weights.tell("base", "none");

    byte[] file = weights.bytes();

    ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int start = 8 + (int) all.getLong(0);
    JsonNode header = new ObjectMapper().readTree(Arrays.copyOfRange(file, 8, start));
    assertThat(header.at("/__metadata__/base").asText()).isEqualTo("none");
    assertThat(header.at("/m_quantized/dtype").asText()).isEqualTo("I8");
    assertThat(header.at("/m_quantized/shape").toString()).isEqualTo("[2,2]");
    assertThat(Arrays.copyOfRange(file, start, start + 4)).containsExactly(127, -127, 2, 64);
    int scales = start + header.at("/m_scale/data_offsets/0").asInt();
    assertThat(all.getFloat(scales)).isEqualTo(0.01f);
    assertThat(all.getFloat(scales + 4)).isEqualTo(10 / 127f);
    int bias = start + header.at("/bias/data_offsets/0").asInt();
    assertThat(all.getFloat(bias + 4)).isEqualTo(4);
    assertThat(file).hasSize(bias + 8);
  }

  @Test
  void aColumnOfNoughtsStaysNought() {
    TunedWeights weights = new TunedWeights();
    weights.addRounded("m", new float[] {0, 1}, 1, 2);

    byte[] file = weights.bytes();

    assertThat(file[8 + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0)])
        .isZero();
  }
}
