package org.coverscape.engine.fuzz;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.TestPacking;
import org.coverscape.engine.imagery.TestTiff;
import org.coverscape.engine.imagery.TiffFormat;
import org.coverscape.engine.imagery.bytes.MemoryBytes;
import org.coverscape.engine.region.PixelWindow;

/** GeoTIFF: what is said of an image in its header, then pixels of all its levels. */
final class TiffTarget implements FuzzTarget {
  private static final int WINDOW = 64;

  @Override
  public String name() {
    return "tiff";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (TestPacking packing : TestPacking.values()) {
      seeds.add(tiff().packed(packing).bytes());
      seeds.add(tiff().packed(packing).tiled(16).bands(4, 8, 2).bytes());
      seeds.add(tiff().packed(packing).tiled(32).masked((x, y, b) -> x % 9).bigEndian().bytes());
      if (packing != TestPacking.JPEG) {
        seeds.add(tiff().packed(packing).planar().strips(8).noData("0").big().bytes());
        seeds.add(tiff().packed(packing).bands(5, 8, 1).tiled(48).bytes());
      }
    }
    for (TestPacking packing : List.of(TestPacking.DEFLATE, TestPacking.LZW, TestPacking.ZSTD)) {
      seeds.add(tiff().packed(packing).differences().tiled(16).bytes());
    }
    seeds.add(tiff().matrix(1, 0, 5e5, 0, -1, 4e6).pixelIsPoint().dateTime("2015:06:20").bytes());
    seeds.add(tiff().epsg(4326, true).at(-117, 36, 1e-5).describe("a synthetic scene").bytes());
    return seeds;
  }

  private static TestTiff tiff() {
    return TestTiff.of(60, 50, (x, y, b) -> 3 * x + y * b & 255);
  }

  @Override
  public void read(byte[] file) throws IOException {
    IOException refusal = null;
    try {
      new TiffFormat()
          .describe(
              ImageLocation.of(Path.of("a.tif")),
              new MemoryBytes(file),
              beside -> {
                throw new FileNotFoundException();
              });
    } catch (IOException e) {
      refusal = e;
    }
    try (RasterReader reader = GeoTiffRasterReader.open(new MemoryBytes(file))) {
      for (int i = 0; i < reader.levels().size(); i++) {
        readCorners(reader, i, reader.levels().get(i));
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  private static void readCorners(RasterReader reader, int number, RasterLevel level)
      throws IOException {
    int width = Math.min(WINDOW, level.width());
    int height = Math.min(WINDOW, level.height());
    PixelWindow first = new PixelWindow(0, 0, width, height);
    PixelWindow last =
        new PixelWindow(level.width() - width, level.height() - height, width, height);
    if (number == 0) {
      reader.expect(List.of(first, last));
    }
    for (PixelWindow window : List.of(first, last)) {
      if (reader.bands() <= 16) {
        reader.read(number, window);
      }
      if (number == 0 && reader.bands() >= 3) {
        reader.readRgb(window);
      }
    }
  }
}
