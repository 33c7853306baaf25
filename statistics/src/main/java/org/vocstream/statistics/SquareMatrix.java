package org.vocstream.statistics;

/** The one piece of linear algebra needed here; the matrices have tens of rows. Without state. */
final class SquareMatrix {
  private static final double SMALLEST_PIVOT = 1e-9;

  private SquareMatrix() {}

  /**
   * The inverse, by Gauss-Jordan elimination with the largest pivot of each column.
   *
   * @throws ArithmeticException where there is none
   */
  static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] left = new double[size][];
    double[][] right = new double[size][size];
    for (int i = 0; i < size; i++) {
      left[i] = matrix[i].clone();
      right[i][i] = 1;
    }
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(left[row][column]) > Math.abs(left[pivot][column]) ? row : pivot;
      }
      swap(left, column, pivot);
      swap(right, column, pivot);
      double divisor = left[column][column];
      if (Math.abs(divisor) < SMALLEST_PIVOT) {
        throw new ArithmeticException("the matrix has no inverse");
      }
      scale(left[column], 1 / divisor);
      scale(right[column], 1 / divisor);
      for (int row = 0; row < size; row++) {
        if (row != column) {
          double factor = left[row][column];
          subtract(left[row], left[column], factor);
          subtract(right[row], right[column], factor);
        }
      }
    }
    return right;
  }

  private static void swap(double[][] rows, int a, int b) {
    double[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }
}
