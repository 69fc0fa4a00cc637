package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.fixtures.PassedOn;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Masks within a file, and opacity. */
class TiffMaskTest {
  private static final TestTiff.Painter GROUND = (x, y, b) -> 1 + (x + 2 * y + b) % 200;
  private static final TestTiff.Painter LEFT = (x, y, b) -> x < 37 ? 0 : 1;

  @TempDir Path folder;

  private static byte[] rgb(Path file, PixelWindow window) throws IOException {
    try (RasterReader reader = GeoTiffRasterReader.open(file)) {
      return reader.readRgb(window);
    }
  }

  private static byte[] pixel(byte[] rgb, int i) {
    return Arrays.copyOfRange(rgb, 3 * i, 3 * i + 3);
  }

  @ParameterizedTest
  @EnumSource(value = TestPacking.class, mode = EnumSource.Mode.EXCLUDE, names = "JPEG")
  void pixelsOutsideAMaskAreNoData(TestPacking packing) throws IOException {
    for (TestTiff tiff :
        List.of(
            TestTiff.of(240, 230, GROUND).packed(packing).tiled(32),
            TestTiff.of(240, 230, GROUND).packed(packing).strips(50).bigEndian(),
            TestTiff.of(240, 230, GROUND).packed(packing).planar().big())) {
      Path file = tiff.masked(LEFT).write(folder.resolve("masked.tif"));
      byte[] row = rgb(file, new PixelWindow(30, 9, 20, 2));
      assertArrayEquals(new byte[3], pixel(row, 0));
      assertArrayEquals(new byte[3], pixel(row, 6));
      assertArrayEquals(new byte[] {56, 57, 58}, pixel(row, 7));
      assertArrayEquals(new byte[3], pixel(row, 26));
      assertEquals(0, Cut.tile(file).noData().orElseThrow());
    }
  }

  @Test
  void validBlackIsNoNoDataWhereAMaskSaysSo() throws IOException {
    TestTiff black = TestTiff.of(240, 230, (x, y, b) -> 0);
    Path masked = black.masked(LEFT).write(folder.resolve("black.tif"));
    byte[] row = rgb(masked, new PixelWindow(36, 0, 2, 1));
    assertArrayEquals(new byte[] {0, 0, 0, 1, 0, 0}, row);
    Path named = black.noData("0").write(folder.resolve("named.tif"));
    assertArrayEquals(new byte[6], rgb(named, new PixelWindow(36, 0, 2, 1)));
  }

  @Test
  void maskedGroundIsNotScored() throws IOException {
    TestTiff tiff = TestTiff.of(448, 448, GROUND).at(500_192, 4_000_192 + 448, 1);
    Path file = tiff.masked((x, y, b) -> x < 300 ? 0 : 1).write(folder.resolve("masked.tif"));
    byte[] all = rgb(file, new PixelWindow(0, 0, 448, 448));
    int holes = 0;
    for (int i = 0; i < all.length; i += 3) {
      holes += all[i] == 0 && all[i + 1] == 0 && all[i + 2] == 0 ? 1 : 0;
    }
    assertEquals(300 * 448, holes);
  }

  @Test
  void aMaskThatCannotBeReadIsRefused() throws IOException {
    TestTiff tiff = TestTiff.of(240, 230, GROUND).masked(LEFT);
    byte[] bytes = tiff.bytes();
    int second = TiffFormsTest.indexOfTag(bytes, 259);
    int base = TestTiff.of(240, 230, GROUND).bytes().length / 8 * 8;
    while (second < base
        || (bytes[second] & 255 | (bytes[second + 1] & 255) << 8) != 259
        || bytes[second + 2] != 3) {
      second += 2;
    }
    bytes[second + 8] = 4;
    Path file = Files.write(folder.resolve("fax.tif"), bytes);
    IndexOutcome outcome = new ImageryIndexer(AnyImagery.local()).read(file);
    assertTrue(outcome instanceof IndexOutcome.Refused);
    assertEquals(
        "The mask of its valid pixels is packed with CCITT, which cannot be read from a TIFF; save"
            + " it again with deflate compression.",
        ((IndexOutcome.Refused) outcome).reason());
  }

  /** Red, green and blue of the ground, and a last band. */
  private Path last(String name, int bands, TestTiff.Painter painter, int tag) throws IOException {
    return TestTiff.of(
            240, 230, (x, y, b) -> b < bands - 1 ? GROUND.at(x, y, b) : painter.at(x, y, b))
        .bands(bands, 8, 2)
        .extra(tag)
        .tiled(64)
        .deflate()
        .write(folder.resolve(name));
  }

  @Test
  void aFourthBandOfZeroAnd255AloneIsOpacity() throws IOException {
    Path file = last("alpha.tif", 4, (x, y, b) -> x < 37 ? 0 : 255, 2);
    assertEquals(3, Cut.tile(file).bands());
    byte[] row = rgb(file, new PixelWindow(36, 9, 2, 1));
    assertArrayEquals(new byte[] {0, 0, 0, 56, 57, 58}, row);
    try (RasterReader reader = GeoTiffRasterReader.open(file)) {
      assertEquals(3, reader.bands());
      assertArrayEquals(row, reader.read(0, new PixelWindow(36, 9, 2, 1)));
    }
  }

  @Test
  void aFourthBandOfAnythingElseIsNearInfrared() throws IOException {
    TestTiff.Painter step = (x, y, b) -> x < 37 ? 0 : 255;
    assertEquals(4, Cut.tile(last("untagged.tif", 4, step, 0)).bands());
    TestTiff.Painter one = (x, y, b) -> x == 200 && y == 20 ? 254 : step.at(x, y, b);
    assertEquals(4, Cut.tile(last("one.tif", 4, one, 2)).bands());
    assertEquals(4, Cut.tile(last("dark.tif", 4, (x, y, b) -> 0, 2)).bands());
    Path nir = last("nir.tif", 4, (x, y, b) -> 255 - x, 2);
    assertArrayEquals(new byte[] {19, 20, 21}, rgb(nir, new PixelWindow(0, 9, 1, 1)));
  }

  @Test
  void aFifthBandTaggedSoIsOpacity() throws IOException {
    Path file =
        TestTiff.of(240, 230, (x, y, b) -> b < 4 ? GROUND.at(x, y, b) : x < 37 ? 0 : 200)
            .bands(5, 8, 2)
            .write(folder.resolve("five.tif"));
    assertEquals(4, Cut.tile(file).bands());
    try (RasterReader reader = GeoTiffRasterReader.open(file)) {
      byte[] pixels = reader.read(0, new PixelWindow(36, 9, 2, 1));
      assertArrayEquals(new byte[] {0, 0, 0, 0, 56, 57, 58, 59}, pixels);
    }
  }

  @Test
  void masksThatGdalMakes() throws Exception {
    Path scene = GdalForms.scene();
    Path masked = folder.resolve("masked.tif");
    GdalForms.translate(
        scene,
        masked,
        "-b",
        "1",
        "-b",
        "2",
        "-b",
        "3",
        "-mask",
        "4",
        "-a_nodata",
        "none",
        "-co",
        "COMPRESS=LZW",
        "-co",
        "TILED=YES");
    TiffDirectory header = TiffDirectory.read(masked);
    assertTrue(header.mask().isPresent());
    PixelWindow all = new PixelWindow(0, 0, header.shape().width(), header.shape().height());
    byte[] expected;
    try (RasterReader reader = GeoTiffRasterReader.open(scene)) {
      expected = reader.read(0, all);
    }
    byte[] rgb = rgb(masked, all);
    for (int i = 0; i < rgb.length / 3; i++) {
      byte[] pixel = Arrays.copyOfRange(expected, 4 * i, 4 * i + 3);
      boolean valid = expected[4 * i + 3] != 0;
      if (valid && Arrays.equals(pixel, new byte[3])) {
        pixel[0] = 1;
      }
      assertArrayEquals(valid ? pixel : new byte[3], pixel(rgb, i));
    }
  }

  @Test
  void whatOpacityTakesOutStaysOutBesideAMask() throws IOException {
    Path file =
        TestTiff.of(240, 230, (x, y, b) -> b < 3 ? GROUND.at(x, y, b) : x < 37 ? 0 : 255)
            .bands(4, 8, 2)
            .tiled(64)
            .deflate()
            .masked((x, y, b) -> x < 38 ? 1 : 0)
            .write(folder.resolve("both.tif"));
    assertArrayEquals(
        new byte[] {0, 0, 0, 56, 57, 58, 0, 0, 0}, rgb(file, new PixelWindow(36, 9, 3, 1)));
  }

  /** A file whose header is known and whose pixels cannot be had. */
  private static final class Lost extends PassedOn {
    private final long from;

    Lost(Path path) throws IOException {
      super(new FileBytes(path));
      from = TiffDirectory.read(path).layout().offset(0);
    }

    @Override
    public void read(long position, byte[] target, int offset, int count) throws IOException {
      if (position >= from) {
        throw new SourceException("The host cannot be reached; check the network and try again.");
      }
      super.read(position, target, offset, count);
    }
  }

  /** Takes down what is announced before it is read. */
  private static final class Announced extends PassedOn {
    private final long from;
    private final List<ByteRange> expected = new ArrayList<>();
    private int announcements;
    private int surprises;

    Announced(Path path) throws IOException {
      super(new FileBytes(path));
      from = TiffDirectory.read(path).layout().offset(0);
    }

    @Override
    public void expect(List<ByteRange> ranges) {
      announcements++;
      expected.addAll(ranges);
    }

    @Override
    public void read(long position, byte[] target, int offset, int count) throws IOException {
      boolean known =
          expected.stream()
              .anyMatch(each -> each.position() <= position && position + count <= each.end());
      surprises += position < from || known ? 0 : 1;
      super.read(position, target, offset, count);
    }
  }

  @Test
  void windowsThatTellOpacityAreFetchedTogetherAndOnlyWhereTheFirstLeavesItOpen()
      throws IOException {
    Announced alpha = new Announced(last("alpha.tif", 4, (x, y, b) -> x < 37 ? 0 : 255, 2));
    try (RasterReader reader = GeoTiffRasterReader.open(alpha)) {
      assertEquals(3, reader.bands());
      assertEquals(1, alpha.announcements);
      assertEquals(1, alpha.surprises, "the first window alone");
    }
    Announced nir = new Announced(last("nir.tif", 4, (x, y, b) -> 255 - x, 2));
    try (RasterReader reader = GeoTiffRasterReader.open(nir)) {
      assertEquals(4, reader.bands());
      assertEquals(0, nir.announcements);
      assertEquals(1, nir.surprises);
    }
  }

  @Test
  void aLostNetworkDoesNotMakeOpacityNearInfrared() throws IOException {
    Path file = last("lost.tif", 4, (x, y, b) -> x < 37 ? 0 : 255, 2);
    Lost lost = new Lost(file);
    IOException fault = assertThrows(IOException.class, () -> GeoTiffRasterReader.open(lost));
    assertEquals(
        "The host cannot be reached; check the network and try again.", fault.getMessage());
  }
}
