package org.vocstream.tuning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.vocstream.training.TuningRows;

/**
 * A fine-tuned encoder as files: the encoder itself, its heads, its model card.
 *
 * @param name of the files, {@code encoder-zh}
 * @param model in the ONNX format, complete
 * @param heads in the safetensors format
 * @param card JSON
 */
@SuppressWarnings("ArrayRecordComponent")
record TunedEncoder(String name, byte[] model, byte[] heads, String card) {
  static TunedEncoder of(
      Base base, byte[] model, byte[] heads, Questions questions, TuningRows rows, LocalDate date)
      throws IOException {
    String name = "encoder-" + base.language().code();
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode card = json.createObjectNode();
    card.put("model", name);
    card.put("sha256", digest(model));
    card.put("heads_sha256", digest(heads));
    card.put("trained", date.toString());
    card.put(
        "trainer",
        "Tune 2: BERT by PyTorch, AdamW, all heads at once, vectors of pieces as they were, layers"
            + " rounded to 8 bits per column");
    card.put("base", base.described());
    card.put("epochs", base.epochs());
    card.put("rate", Tune.RATE);
    card.put("batch_pieces", Example.BATCH_PIECES);
    card.put("longest_pieces", Example.LONGEST);
    card.put("seed", Tune.SEED);
    card.put("bytes", model.length);
    card.put("heads_bytes", heads.length);
    card.set("heads", json.valueToTree(questions.heads()));
    rows.describe(card);
    return new TunedEncoder(name, model, heads, json.writeValueAsString(card) + "\n");
  }

  /** Writes the three files. */
  void write(Path folder) {
    try {
      Files.write(folder.resolve(name + ".onnx"), model);
      Files.write(folder.resolve(name + ".safetensors"), heads);
      Files.writeString(folder.resolve(name + ".card.json"), card);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
