package org.coverscape.benchmarks.decode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.PixelWindow;

/**
 * Unpacks red, green and blue of a whole file, block by block as scoring does, and prints millions
 * of pixels per second of CPU time of the thread that does it, once a round. The first rounds are
 * the compiler's; {@code compare_decoding.sh} takes the best one, of this and of GDAL.
 *
 * <p>Usage: {@code DecodeFile FILE [ROUNDS=8]}.
 */
public final class DecodeFile {
  private static final int LEAST = 256;

  private DecodeFile() {}

  /** See above. */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    for (int i = 0; i < rounds; i++) {
      System.out.printf(Locale.ROOT, "%.1f%n", round(Path.of(args[0])));
    }
  }

  private static double round(Path file) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long pixels = 0;
    try (RasterReader reader = AnyImagery.local().open(file)) {
      int width = upTo(reader.blockWidth());
      int height = upTo(reader.blockHeight());
      byte[] target = new byte[3 * Math.min(width, reader.width()) * height];
      for (int y = 0; y < reader.height(); y += height) {
        for (int x = 0; x < reader.width(); x += width) {
          PixelWindow window =
              new PixelWindow(
                  x, y, Math.min(width, reader.width() - x), Math.min(height, reader.height() - y));
          reader.readRgb(window, target);
          pixels += (long) window.width() * window.height();
        }
      }
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return 1e3 * pixels / nanos;
  }

  private static int upTo(int block) {
    return (LEAST + block - 1) / block * block;
  }
}
