package org.vocstream.encoder;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.vocstream.sentiment.EncoderModel;
import org.vocstream.sentiment.EncoderRuntime;
import org.vocstream.sentiment.TextEncoder;
import org.vocstream.text.Language;

/** Opens encoders in the ONNX format; found by {@link java.util.ServiceLoader}. Stateless. */
public final class OnnxEncoderRuntime implements EncoderRuntime {
  /** Opened when first asked for, and once: each takes some tens of megabytes. */
  private static final Map<Language, TextEncoder> BUNDLED = new EnumMap<>(Language.class);

  /** For {@link java.util.ServiceLoader}. */
  public OnnxEncoderRuntime() {}

  @Override
  public EncoderModel open(Path folder) {
    return OnnxEncoder.open(EncoderFolder.read(folder));
  }

  @Override
  public TextEncoder bundled(Language language) {
    synchronized (BUNDLED) {
      return BUNDLED.computeIfAbsent(language, BundledEncoder::open);
    }
  }
}
