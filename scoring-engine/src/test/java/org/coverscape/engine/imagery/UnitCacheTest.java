package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of what was unpacked stays in memory. */
class UnitCacheTest {
  private static final int CAPACITY = 40_000;
  private static final PixelWindow PIXEL = new PixelWindow(0, 0, 1, 1);

  @TempDir Path folder;
  private final UnitCache cache = new UnitCache(CAPACITY);

  /** An image whose blocks are of a size, all zero; the most bytes asked for at once. */
  private static final class Blank implements RasterReader {
    private final RasterLevel level;
    private int most;

    Blank(RasterLevel level) {
      this.level = level;
    }

    @Override
    public int width() {
      return level.width();
    }

    @Override
    public int height() {
      return level.height();
    }

    @Override
    public int blockWidth() {
      return level.blockWidth();
    }

    @Override
    public int blockHeight() {
      return level.blockHeight();
    }

    @Override
    public byte[] readRgb(PixelWindow window) {
      byte[] rgb = new byte[window.width() * window.height() * 3];
      readRgb(window, rgb);
      return rgb;
    }

    @Override
    public void readRgb(PixelWindow window, byte[] target) {
      most = Math.max(most, target.length);
    }

    @Override
    public int bands() {
      return 3;
    }

    @Override
    public List<RasterLevel> levels() {
      return List.of(level);
    }

    @Override
    public byte[] read(int number, PixelWindow window) {
      return readRgb(window);
    }

    @Override
    public void close() {}
  }

  private ImageryTile tile(int width, int height) throws IOException {
    ImageryTile small =
        Cut.tile(TestTiff.of(8, 8, (x, y, b) -> 1).write(folder.resolve("small.tif")));
    return new ImageryTile(
        small.id(),
        small.location(),
        small.crs(),
        small.grid(),
        width,
        height,
        3,
        1,
        small.date(),
        small.noData(),
        small.footprint(),
        small.fingerprint(),
        false);
  }

  private TileSource source(RasterReader reader) throws IOException {
    return new TileSource(tile(reader.width(), reader.height()), opened -> reader, cache);
  }

  @Test
  void arraysThatAreNotUsedAgainDoNotGatherBesideWhatIsKept() throws IOException {
    for (int i = 0; i < 30; i++) {
      // each a little larger than all before
      Blank image = new Blank(new RasterLevel(100 + i, 100, 100 + i, 100));
      try (TileSource source = source(image)) {
        source.read(PIXEL);
        assertTrue(cache.bytes() <= CAPACITY + image.most, "held: " + cache.bytes());
      }
    }
  }

  @Test
  void anArrayIsUsedAgain() throws IOException {
    try (TileSource source = source(new Blank(new RasterLevel(100, 100, 100, 100)))) {
      byte[] array = cache.array(30_000);
      cache.put(source, new DecodedUnit(new PixelWindow(0, 0, 100, 100), array, List.of()));
      assertEquals(30_000, cache.bytes());
      cache.release(source, 100, 100);
      assertEquals(30_000, cache.bytes());
      assertSame(array, cache.array(20_000));
      assertEquals(0, cache.bytes());
    }
  }

  /** Sizes a damaged header can ask for. */
  @ParameterizedTest
  @CsvSource({
    "2000000,2000000,1000000,6",
    "2000000,2000000,16,500000",
    "2000000,2000000,2000000,1"
  })
  void blocksOfOddShapesAreNotJoinedToHugeUnits(
      int width, int height, int blockWidth, int blockHeight) throws IOException {
    Blank image = new Blank(new RasterLevel(width, height, blockWidth, blockHeight));
    try (TileSource source = source(image)) {
      assertArrayEquals(new byte[3], source.read(PIXEL).rgb());
      assertTrue(image.most <= 50_000_000, "unpacked at once: " + image.most);
    }
  }
}
