package org.vocstream.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The file of heads. */
class TunedHeadsTest {
  @Test
  void tellsTypeShapeAndPlaceOfEachArray() throws IOException {
    TunedHeads heads = new TunedHeads();
    heads.add("weight", new float[] {1, 2, 3, 4}, 2, 2);
    heads.add("bias", new float[] {5, 6}, 2);
    heads.tell("base", "none");

    byte[] file = heads.bytes();

    ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int start = 8 + (int) all.getLong(0);
    JsonNode header = new ObjectMapper().readTree(Arrays.copyOfRange(file, 8, start));
    assertThat(header.at("/__metadata__/base").asText()).isEqualTo("none");
    assertThat(header.at("/weight/dtype").asText()).isEqualTo("F32");
    assertThat(header.at("/weight/shape").toString()).isEqualTo("[2,2]");
    int bias = start + header.at("/bias/data_offsets/0").asInt();
    assertThat(all.getFloat(bias + 4)).isEqualTo(6);
    assertThat(file).hasSize(bias + 8);
  }
}
