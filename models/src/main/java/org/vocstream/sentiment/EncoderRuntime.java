package org.vocstream.sentiment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.vocstream.text.Language;

/**
 * Runs pretrained encoders. The one there is stands in a module of its own (models-encoder),
 * because its library is larger than all the rest, and is found by {@link ServiceLoader}.
 */
public interface EncoderRuntime {
  /**
   * An encoder that was fine-tuned for sentiment.
   *
   * @param folder the files that Hugging Face Optimum writes for a BERT-like classifier: {@code
   *     model.onnx}, {@code vocab.txt}, {@code config.json} and, if it is not lower case, {@code
   *     tokenizer_config.json}
   * @throws IllegalArgumentException where a file is missing or cannot be used; the message says
   *     which and why
   */
  EncoderModel open(Path folder);

  /**
   * The encoder that comes with the program for a language, opened once: pretrained by others,
   * fine-tuned on all that is labelled.
   *
   * @param language Chinese or English
   * @throws IllegalArgumentException where there is none for the language
   */
  TextEncoder bundled(Language language);

  /**
   * The runtime on the class path.
   *
   * @throws IllegalArgumentException where there is none
   */
  static EncoderRuntime find() {
    return onClassPath()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "encoders need the module voc-models-encoder on the class path"));
  }

  /** Whether there is a runtime on the class path. */
  static boolean isThere() {
    return onClassPath().isPresent();
  }

  private static Optional<EncoderRuntime> onClassPath() {
    return ServiceLoader.load(EncoderRuntime.class, EncoderRuntime.class.getClassLoader())
        .findFirst();
  }
}
