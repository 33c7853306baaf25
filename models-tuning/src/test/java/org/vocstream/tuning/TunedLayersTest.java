package org.vocstream.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the weights of layers are rounded. */
class TunedLayersTest {
  @Test
  void aMatrixIsRoundedColumnByColumn() {
    TunedLayers layers = new TunedLayers();
    layers.addRounded("m", new float[] {1.27f, -10, 0.02f, 5}, 2);
    layers.add("bias", new float[] {3, 4});

    Map<String, ByteBuffer> arrays = layers.arrays();

    assertThat(arrays).containsOnlyKeys("m_quantized", "m_scale", "bias");
    assertThat(arrays.get("m_quantized").array()).containsExactly(127, -127, 2, 64);
    assertThat(arrays.get("m_scale").getFloat(0)).isEqualTo(0.01f);
    assertThat(arrays.get("m_scale").getFloat(4)).isEqualTo(10 / 127f);
    assertThat(arrays.get("bias").getFloat(4)).isEqualTo(4);
  }

  @Test
  void aColumnOfNoughtsStaysNought() {
    TunedLayers layers = new TunedLayers();
    layers.addRounded("m", new float[] {0, 1}, 2);

    assertThat(layers.arrays().get("m_quantized").array()).containsExactly(0, 127);
    assertThat(layers.arrays().get("m_scale").getFloat(0)).isEqualTo(1);
  }
}
