package org.vocstream.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Changes sound inputs in ways that have broken readers before. Not thread-safe. */
final class Mutation {
  /** Longer inputs cost time and find nothing more: what is large has tests of its own. */
  private static final int MAX_BYTES = 1 << 16;

  private static final List<String> ANYWHERE =
      List.of(
          "",
          "\u0000",
          "\uFEFF",
          "\uFFFF",
          "😀",
          "\r",
          "\n\n",
          "\t",
          " ",
          "　",
          "\"",
          "'",
          "\\",
          "\\u0000",
          "\\ud800",
          "-1",
          "0",
          "1e400",
          "-0.0",
          "NaN",
          "Infinity",
          "9223372036854775808",
          "00",
          "null",
          "true",
          "~",
          "<",
          ">",
          "&amp;",
          "%s",
          "%n",
          "${env:HOME}",
          "../../x",
          "2026-02-30",
          "24:00",
          "9999-12-31T23:59:60Z",
          "-999999999-01-01",
          "Asia/Nowhere");

  private final Random random;
  private final List<byte[]> samples;
  private final List<byte[]> words;

  /**
   * Mutations.
   *
   * @param samples sound inputs
   * @param words what means something in this format
   */
  Mutation(long seed, List<byte[]> samples, List<String> words) {
    this.random = new Random(seed);
    this.samples = samples;
    this.words =
        Stream.concat(words.stream(), ANYWHERE.stream())
            .map(w -> w.getBytes(StandardCharsets.UTF_8))
            .toList();
  }

  /** The next input. */
  byte[] next() {
    if (random.nextInt(40) == 0) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = pick(samples);
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1 + (random.nextBoolean() ? 8 : 200)));
    byte[] inside = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(9)) {
      case 0 -> joined(bytes, from, to, new byte[0]);
      case 1, 2 -> joined(bytes, from, to, pick(words));
      case 3, 4 -> joined(bytes, from, from, pick(words));
      case 5 -> joined(bytes, from, from, repeated(pick(words), 1 + random.nextInt(300)));
      case 6 -> joined(bytes, to, to, repeated(inside, 1 + random.nextInt(20)));
      case 7 -> joined(bytes, from, bytes.length, new byte[0]);
      default -> flipped(bytes, from);
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    if (at < changed.length) {
      changed[at] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static byte[] repeated(byte[] piece, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, from);
    all.writeBytes(between);
    all.write(bytes, to, bytes.length - to);
    byte[] changed = all.toByteArray();
    return changed.length > MAX_BYTES ? Arrays.copyOf(changed, MAX_BYTES) : changed;
  }

  private byte[] pick(List<byte[]> of) {
    return of.get(random.nextInt(of.size()));
  }
}
