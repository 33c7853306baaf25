package org.vocstream.encoder;

import java.nio.file.Path;
import org.vocstream.sentiment.EncoderModel;
import org.vocstream.sentiment.EncoderRuntime;
import org.vocstream.sentiment.TextEncoder;

/** Opens encoders in the ONNX format; found by {@link java.util.ServiceLoader}. Stateless. */
public final class OnnxEncoderRuntime implements EncoderRuntime {
  /** For {@link java.util.ServiceLoader}. */
  public OnnxEncoderRuntime() {}

  @Override
  public EncoderModel open(Path folder) {
    return OnnxEncoder.open(EncoderFolder.read(folder));
  }

  @Override
  public TextEncoder bundled() {
    return BundledEncoder.open();
  }
}
