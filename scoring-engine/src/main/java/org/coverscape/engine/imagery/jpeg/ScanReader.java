package org.coverscape.engine.imagery.jpeg;

import java.util.Arrays;

/** Reads all blocks of a scan into the planes of its components. */
final class ScanReader {
  private final Scan scan;
  private final Segments in;
  private final EntropyReader entropy;
  private final Scan.Part[] parts;
  private final int[] before;
  private final float[] block = new float[64];

  /**
   * A reader.
   *
   * @param in at the scan's header
   */
  ScanReader(Scan scan, Segments in) {
    this.scan = scan;
    this.in = in;
    entropy = in.entropy();
    parts = scan.parts().toArray(Scan.Part[]::new);
    before = new int[parts.length];
  }

  /** Reads the scan, and answers with the index of the marker behind it. */
  int read() throws JpegException {
    int left = scan.interval();
    int restarts = 0;
    for (int y = 0; y < scan.unitsDown(); y++) {
      for (int x = 0; x < scan.unitsAcross(); x++) {
        if (scan.interval() > 0 && left-- == 0) {
          restart(restarts++ % 8);
          left = scan.interval() - 1;
        }
        if (scan.isInterleaved()) {
          unit(x, y);
        } else {
          block(0, x, y);
        }
      }
    }
    return entropy.finish();
  }

  private void unit(int x, int y) throws JpegException {
    for (int i = 0; i < parts.length; i++) {
      Component component = parts[i].plane().component();
      for (int row = 0; row < component.down(); row++) {
        for (int column = 0; column < component.across(); column++) {
          block(i, x * component.across() + column, y * component.down() + row);
        }
      }
    }
  }

  private void block(int number, int x, int y) throws JpegException {
    Scan.Part part = parts[number];
    before[number] = entropy.read(part.first(), part.rest(), part.steps(), before[number], block);
    int stride = part.plane().component().stride();
    InverseCosine.transform(
        block, entropy.filled(), part.plane().samples(), 8 * (y * stride + x), stride);
  }

  private void restart(int number) throws JpegException {
    entropy.restart(in.restart(entropy.finish(), number));
    Arrays.fill(before, 0);
  }
}
