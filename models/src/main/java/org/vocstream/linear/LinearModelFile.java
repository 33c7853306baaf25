package org.vocstream.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file of a {@link LinearModel}, big-endian: {@code VOCL}, version, name, recipe, outputs,
 * parameters in order of name, bias and scale per output, number of rows, buckets ascending as
 * variable-length differences, weights one byte each, in version 2 the number of {@link
 * PatternModel}s and each of them, and the SHA-256 of all before it. A model without patterns is
 * written as version 1. The same model always gives the same bytes.
 */
public final class LinearModelFile {
  /** Version of the format and of the hash; it and version 1 can be read. */
  public static final int VERSION = 2;

  /** Ending of model files. */
  public static final String ENDING = ".vocl";

  private static final int MAGIC = 0x564F434C;
  private static final int DIGEST = 32;

  private LinearModelFile() {}

  /** The bytes of a model. */
  public static byte[] write(LinearModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeShort(model.patterns().isEmpty() ? 1 : VERSION);
      out.writeUTF(model.name());
      out.writeByte(model.recipe().charMin());
      out.writeByte(model.recipe().charMax());
      out.writeByte(model.recipe().wordMax());
      out.writeShort(model.outputs().size());
      for (String output : model.outputs()) {
        out.writeUTF(output);
      }
      out.writeShort(model.parameters().size());
      for (Map.Entry<String, float[]> e : new TreeMap<>(model.parameters()).entrySet()) {
        out.writeUTF(e.getKey());
        out.writeShort(e.getValue().length);
        writeFloats(out, e.getValue());
      }
      writeFloats(out, model.biases());
      writeFloats(out, model.scales());
      out.writeInt(model.buckets().length);
      int before = 0;
      for (int bucket : model.buckets()) {
        int rest = bucket - before;
        for (; rest > 0x7F; rest >>>= 7) {
          out.writeByte(rest | 0x80);
        }
        out.writeByte(rest);
        before = bucket;
      }
      out.write(model.weights());
      if (!model.patterns().isEmpty()) {
        out.writeByte(model.patterns().size());
        for (PatternModel pattern : model.patterns()) {
          PatternFile.write(out, pattern);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.writeBytes(digest(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  /**
   * Reads a model.
   *
   * @param origin where the bytes come from, for messages
   * @throws IllegalArgumentException where they are not a whole, undamaged model of this version
   */
  public static LinearModel read(byte[] bytes, String origin) {
    if (bytes.length < 6 + DIGEST || intAt(bytes) != MAGIC) {
      throw broken(origin, "it is not a model file");
    }
    int version = ((bytes[4] & 0xFF) << 8) | (bytes[5] & 0xFF);
    if (version < 1 || version > VERSION) {
      throw broken(
          origin, "its format is version " + version + ", this program reads 1 to " + VERSION);
    }
    byte[] body = Arrays.copyOf(bytes, bytes.length - DIGEST);
    if (!Arrays.equals(
        digest(body), Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length))) {
      throw broken(origin, "it is cut off or damaged, its digest does not fit");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      in.skipNBytes(6);
      LinearModel model = readBody(in, version, HexFormat.of().formatHex(digest(bytes)));
      if (in.available() > 0) {
        throw broken(origin, in.available() + " bytes stand after its end");
      }
      return model;
    } catch (IOException e) {
      throw broken(origin, "it ends too early");
    }
  }

  /**
   * Reads a model from the class path.
   *
   * @param resource {@code trained/sentiment-zh.vocl}
   * @throws IllegalArgumentException where it is missing or broken
   */
  public static LinearModel readResource(String resource) {
    try (InputStream in = LinearModelFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no model " + resource + " on the class path; train it with: scripts/voc train");
      }
      return read(in.readAllBytes(), resource);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read model " + resource, e);
    }
  }

  private static LinearModel readBody(DataInputStream in, int version, String digest)
      throws IOException {
    String name = in.readUTF();
    FeatureRecipe recipe =
        new FeatureRecipe(in.readUnsignedByte(), in.readUnsignedByte(), in.readUnsignedByte());
    List<String> outputs = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      outputs.add(in.readUTF());
    }
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      String parameter = in.readUTF();
      parameters.put(parameter, readFloats(in, in.readUnsignedShort()));
    }
    float[] biases = readFloats(in, outputs.size());
    float[] scales = readFloats(in, outputs.size());
    int[] buckets = new int[in.readInt()];
    int bucket = 0;
    for (int row = 0; row < buckets.length; row++) {
      int shift = 0;
      int part;
      do {
        part = in.readUnsignedByte();
        bucket += (part & 0x7F) << shift;
        shift += 7;
      } while (part > 0x7F);
      buckets[row] = bucket;
    }
    byte[] weights = new byte[buckets.length * outputs.size()];
    in.readFully(weights);
    List<PatternModel> patterns = new ArrayList<>();
    for (int left = version < 2 ? 0 : in.readUnsignedByte(); left > 0; left--) {
      patterns.add(PatternFile.read(in, outputs.size()));
    }
    return new LinearModel(
        name, recipe, outputs, parameters, biases, scales, buckets, weights, patterns, digest);
  }

  static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static float[] readFloats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static int intAt(byte[] b) {
    return ((b[0] & 0xFF) << 24) | ((b[1] & 0xFF) << 16) | ((b[2] & 0xFF) << 8) | (b[3] & 0xFF);
  }

  private static IllegalArgumentException broken(String origin, String why) {
    return new IllegalArgumentException(
        "model "
            + origin
            + " cannot be used: "
            + why
            + "; fetch it again or run: scripts/voc train");
  }

  static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
