package org.vocstream.encoder;

import java.nio.file.Path;
import org.vocstream.sentiment.EncoderModel;
import org.vocstream.sentiment.EncoderRuntime;
import org.vocstream.sentiment.TextEncoder;

/** Opens encoders in the ONNX format; found by {@link java.util.ServiceLoader}. Stateless. */
public final class OnnxEncoderRuntime implements EncoderRuntime {
  /** Opened when first asked for, and once: it takes some tens of megabytes. */
  private static TextEncoder bundled;

  /** For {@link java.util.ServiceLoader}. */
  public OnnxEncoderRuntime() {}

  @Override
  public EncoderModel open(Path folder) {
    return OnnxEncoder.open(EncoderFolder.read(folder));
  }

  @Override
  public TextEncoder bundled() {
    return opened();
  }

  private static synchronized TextEncoder opened() {
    if (bundled == null) {
      bundled = BundledEncoder.open();
    }
    return bundled;
  }
}
