package org.vocstream.tuning;

import java.io.IOException;
import java.io.InputStream;
import org.vocstream.text.Language;

/**
 * What others pretrained and is fine-tuned here, from jars of LangChain4j: its weights in 32 bits,
 * and in 8 bits the file into which what was learned is put.
 */
enum Base {
  /** Reads Chinese. */
  ZH(
      Language.ZH,
      "bge-small-zh-v1.5",
      "BAAI bge-small-zh-v1.5 (MIT licence; 24 million parameters, 4 layers of 512)",
      8,
      false,
      2),

  /** Reads English. */
  EN(
      Language.EN,
      "all-minilm-l6-v2",
      "Sentence Transformers all-MiniLM-L6-v2 (Apache License 2.0; 23 million parameters, 6 layers"
          + " of 384)",
      12,
      true,
      2);

  private final Language language;
  private final String file;
  private final String described;
  private final int attentions;
  private final boolean plain;
  private final int epochs;

  Base(
      Language language, String file, String described, int attentions, boolean plain, int epochs) {
    this.language = language;
    this.file = file;
    this.described = described;
    this.attentions = attentions;
    this.plain = plain;
    this.epochs = epochs;
  }

  /** Of its texts. */
  Language language() {
    return language;
  }

  /** Name, licence and size, for the card. */
  String described() {
    return described;
  }

  /** How many attentions a layer has. */
  int attentions() {
    return attentions;
  }

  /** Whether its pieces have no accents. */
  boolean isPlain() {
    return plain;
  }

  /** How often all texts are learned from. */
  int epochs() {
    return epochs;
  }

  /** The ONNX file in 32 bits. */
  byte[] weights() throws IOException {
    return resource(file + ".onnx");
  }

  /** The ONNX file in 8 bits. */
  byte[] rounded() throws IOException {
    return resource(file + "-q.onnx");
  }

  /** Its pieces, as they are used for scoring. */
  byte[] tokenizer() throws IOException {
    return resource(file + "-q-tokenizer.json");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Base.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      return in.readAllBytes();
    }
  }
}
