package org.vocstream.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Writes a tiny random BERT-like classifier in the ONNX format: embeddings, one head of
 * self-attention under the mask, mean over pieces, one dense layer. The bytes are those of Protocol
 * Buffers as onnx.proto3 numbers the fields.
 */
final class TinyEncoder {
  private static final int WIDTH = 4;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final Random random;

  private TinyEncoder(long seed) {
    this.random = new Random(seed);
  }

  /** Writes {@code model.onnx}, {@code vocab.txt} and {@code config.json}. */
  static void write(Path folder, long seed, List<String> pieces, List<String> labels, int maxPieces)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("model.onnx"), new TinyEncoder(seed).model(pieces.size(), labels.size()));
    Files.write(folder.resolve("vocab.txt"), pieces);
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      names.append(i == 0 ? "" : ", ").append("\"%d\": \"%s\"".formatted(i, labels.get(i)));
    }
    Files.writeString(
        folder.resolve("config.json"),
        "{\"max_position_embeddings\": %d, \"id2label\": {%s}}".formatted(maxPieces, names));
  }

  private byte[] model(int pieces, int labels) throws IOException {
    Message graph = new Message();
    graph.add(1, node("Gather", "embedded", "embeddings", "input_ids"));
    graph.add(1, node("MatMul", "query", "embedded", "wq"));
    graph.add(1, node("MatMul", "key", "embedded", "wk"));
    graph.add(1, node("Transpose", "turned", "key").add(5, ints("perm", 0, 2, 1)));
    graph.add(1, node("MatMul", "scores", "query", "turned"));
    graph.add(1, node("Cast", "kept", "attention_mask").add(5, integer("to", FLOAT)));
    graph.add(1, node("Unsqueeze", "row", "kept", "axis"));
    graph.add(1, node("Mul", "masked", "scores", "row"));
    graph.add(1, node("Softmax", "shares", "masked").add(5, integer("axis", -1)));
    graph.add(1, node("MatMul", "mixed", "shares", "embedded"));
    graph.add(
        1,
        node("ReduceMean", "pooled", "mixed")
            .add(5, ints("axes", 1))
            .add(5, integer("keepdims", 0)));
    graph.add(1, node("MatMul", "logits", "pooled", "dense"));
    graph.add(2, "tiny");
    graph.add(5, weights("embeddings", pieces, WIDTH));
    graph.add(5, weights("wq", WIDTH, WIDTH));
    graph.add(5, weights("wk", WIDTH, WIDTH));
    graph.add(5, weights("dense", WIDTH, labels));
    graph.add(5, new Message().add(1, 1).add(2, INT64).add(8, "axis").add(9, longs(1)));
    graph.add(11, value("input_ids", INT64, "batch", "length"));
    graph.add(11, value("attention_mask", INT64, "batch", "length"));
    graph.add(12, value("logits", FLOAT, "batch", "labels"));
    return new Message()
        .add(1, 8)
        .add(7, graph)
        .add(8, new Message().add(1, "").add(2, 13))
        .bytes();
  }

  private static Message node(String operator, String output, String... inputs) throws IOException {
    Message node = new Message();
    for (String input : inputs) {
      node.add(1, input);
    }
    return node.add(2, output).add(4, operator);
  }

  private static Message integer(String name, long value) throws IOException {
    return new Message().add(1, name).add(3, value).add(20, 2);
  }

  private static Message ints(String name, long... values) throws IOException {
    Message attribute = new Message().add(1, name);
    for (long value : values) {
      attribute.add(8, value);
    }
    return attribute.add(20, 7);
  }

  private Message weights(String name, int rows, int columns) throws IOException {
    ByteBuffer raw = ByteBuffer.allocate(rows * columns * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows * columns; i++) {
      raw.putFloat((float) random.nextGaussian());
    }
    return new Message()
        .add(1, rows)
        .add(1, columns)
        .add(2, FLOAT)
        .add(8, name)
        .add(9, raw.array());
  }

  private static byte[] longs(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  private static Message value(String name, int type, String... dimensions) throws IOException {
    Message shape = new Message();
    for (String dimension : dimensions) {
      shape.add(1, new Message().add(2, dimension));
    }
    Message tensor = new Message().add(1, type).add(2, shape);
    return new Message().add(1, name).add(2, new Message().add(1, tensor));
  }

  /** A message of Protocol Buffers under construction. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message add(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message add(int field, String value) throws IOException {
      return add(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message add(int field, Message value) throws IOException {
      return add(field, value.bytes());
    }

    Message add(int field, byte[] value) throws IOException {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.write(value);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
