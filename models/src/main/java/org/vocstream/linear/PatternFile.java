package org.vocstream.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The part of a model's file that holds a {@link PatternModel}: shape, hashes of the units
 * ascending, scale and 8-bit numbers of each row, places, biases, outputs, starts. Stateless.
 */
final class PatternFile {
  private PatternFile() {}

  static void write(DataOutputStream out, PatternModel model) throws IOException {
    PatternWeights weights = model.weights();
    PatternShape shape = weights.shape;
    out.writeByte(shape.unit().code());
    out.writeByte(shape.shortest());
    out.writeByte(shape.longest());
    out.writeShort(shape.patterns());
    out.writeShort(shape.dimensions());
    out.writeInt(weights.units.length);
    for (int unit : weights.units) {
      out.writeInt(unit);
    }
    LinearModelFile.writeFloats(out, weights.scales);
    out.write(weights.rows);
    LinearModelFile.writeFloats(out, weights.places);
    LinearModelFile.writeFloats(out, weights.biases);
    for (float[] output : weights.outputs) {
      LinearModelFile.writeFloats(out, output);
    }
    LinearModelFile.writeFloats(out, weights.starts);
  }

  static PatternModel read(DataInputStream in, int outputs) throws IOException {
    PatternShape shape =
        new PatternShape(
            PatternShape.Unit.of(in.readUnsignedByte()),
            in.readUnsignedByte(),
            in.readUnsignedByte(),
            in.readUnsignedShort(),
            in.readUnsignedShort());
    int[] units = new int[in.readInt()];
    for (int i = 0; i < units.length; i++) {
      units[i] = in.readInt();
    }
    float[] scales = LinearModelFile.readFloats(in, PatternModel.KNOWN + units.length);
    byte[] rows = new byte[scales.length * shape.dimensions()];
    in.readFully(rows);
    float[] places = LinearModelFile.readFloats(in, shape.contributions() * shape.dimensions());
    float[] biases = LinearModelFile.readFloats(in, shape.all());
    float[][] weights = new float[outputs][];
    for (int o = 0; o < outputs; o++) {
      weights[o] = LinearModelFile.readFloats(in, shape.all());
    }
    return new PatternModel(
        new PatternWeights(
            shape,
            units,
            scales,
            rows,
            places,
            biases,
            weights,
            LinearModelFile.readFloats(in, outputs)));
  }
}
