package org.coverscape.engine.training;

/** Rows of features, one per chip, wherever they are kept. Thread-safe to read. */
public interface FeatureRows {
  /** How many rows there are. */
  int count();

  /** Features in a row. */
  int width();

  /**
   * Copies a row.
   *
   * @param row 0 to {@link #count} − 1
   * @param into as long as {@link #width}
   */
  void copy(int row, float[] into);

  /** Rows in memory, all of one length. */
  static FeatureRows of(float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    return new FeatureRows() {
      @Override
      public int count() {
        return rows.length;
      }

      @Override
      public int width() {
        return width;
      }

      @Override
      public void copy(int row, float[] into) {
        System.arraycopy(rows[row], 0, into, 0, width);
      }
    };
  }
}
