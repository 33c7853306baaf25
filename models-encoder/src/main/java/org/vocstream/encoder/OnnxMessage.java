package org.vocstream.encoder;

/** Reads messages of an ONNX file, which is a protocol buffer (onnx.proto3). Stateless. */
public final class OnnxMessage {
  private OnnxMessage() {}

  /** Told of the fields of a message. */
  public interface Visitor {
    /**
     * A field.
     *
     * @param number of the field, as onnx.proto3 has it
     * @param from where its bytes begin; of a number where the next field does
     * @param to one past the last
     * @param value of a number; 0 where the field has bytes
     */
    void field(int number, int from, int to, long value);
  }

  /**
   * Visits the fields of a message in order, those of four or eight bytes left out.
   *
   * @param from where the message begins
   * @param to one past its last byte
   * @throws IllegalArgumentException where it is no such message
   */
  public static void visit(byte[] file, int from, int to, Visitor visitor) {
    int at = from;
    while (at < to) {
      long[] tag = number(file, at);
      at = (int) tag[1];
      int field = (int) (tag[0] >>> 3);
      switch ((int) (tag[0] & 7)) {
        case 0 -> {
          long[] value = number(file, at);
          at = (int) value[1];
          visitor.field(field, at, at, value[0]);
        }
        case 1 -> at += Long.BYTES;
        case 2 -> {
          long[] length = number(file, at);
          at = (int) (length[1] + length[0]);
          visitor.field(field, (int) length[1], at, 0);
        }
        case 5 -> at += Integer.BYTES;
        default -> throw new IllegalArgumentException("no ONNX file: field " + tag[0]);
      }
    }
  }

  /** A number of seven bits a byte, and where what follows it begins. */
  public static long[] number(byte[] file, int from) {
    long value = 0;
    int at = from;
    for (int shift = 0; ; shift += 7) {
      byte next = file[at++];
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return new long[] {value, at};
      }
    }
  }
}
