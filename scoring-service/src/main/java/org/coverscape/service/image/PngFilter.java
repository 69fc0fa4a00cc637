package org.coverscape.service.image;

/** Undoes the row filters of PNG (W3C PNG, §9) for 8-bit RGB. */
final class PngFilter {
  private static final int PIXEL = 3;

  private PngFilter() {}

  /**
   * Plain samples from filtered rows.
   *
   * @param rows for each row its filter type, then {@code 3 × width} filtered bytes
   * @return {@code 3 × width × height} samples
   * @throws ImageFault when a filter type does not exist
   */
  static byte[] undo(byte[] rows, int width, int height) throws ImageFault {
    int length = PIXEL * width;
    byte[] out = new byte[length * height];
    for (int y = 0; y < height; y++) {
      int from = y * (length + 1);
      System.arraycopy(rows, from + 1, out, y * length, length);
      undoRow(out, y * length, length, rows[from]);
    }
    return out;
  }

  /** The same from stored rows, which are copied once only. */
  static byte[] undo(StoredZlib rows, int width, int height) throws ImageFault {
    int length = PIXEL * width;
    byte[] out = new byte[length * height];
    for (int y = 0; y < height; y++) {
      byte filter = rows.next();
      rows.read(out, y * length, length);
      undoRow(out, y * length, length, filter);
    }
    return out;
  }

  private static void undoRow(byte[] out, int start, int length, int filter) throws ImageFault {
    if (filter < 0 || filter > 4) {
      throw ImageFault.damaged("PNG");
    }
    if (filter == 0 || filter == 2 && start == 0) {
      return;
    }
    if (filter
        == 2) { // the filter of fast encoders: simple enough here for the compiler to vectorise
      for (int at = start; at < start + length; at++) {
        out[at] += out[at - length];
      }
      return;
    }
    for (int i = 0; i < length; i++) {
      int at = start + i;
      boolean first = start == 0;
      int left = i < PIXEL ? 0 : out[at - PIXEL] & 0xff;
      int up = first ? 0 : out[at - length] & 0xff;
      int corner = first || i < PIXEL ? 0 : out[at - length - PIXEL] & 0xff;
      out[at] += (byte) predictor(filter, left, up, corner);
    }
  }

  private static int predictor(int filter, int left, int up, int corner) {
    return switch (filter) {
      case 1 -> left;
      case 2 -> up;
      case 3 -> (left + up) / 2;
      default -> paeth(left, up, corner);
    };
  }

  /** The neighbour nearest to {@code left + up − corner}; on a tie left, then up. */
  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toCorner = Math.abs(estimate - corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
