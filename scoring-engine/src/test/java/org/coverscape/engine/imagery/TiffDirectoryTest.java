package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiffDirectoryTest {
  @TempDir Path folder;

  private static TestTiff tiff() {
    return TestTiff.of(50, 40, (x, y, b) -> x + y + b)
        .at(500_000, 4_000_000, 0.6, 0.5)
        .noData("0")
        .describe("A synthetic scene")
        .dateTime("2016:06:20 10:00:00");
  }

  private TiffDirectory read(byte[] bytes) throws IOException {
    Path file = folder.resolve("a.tif");
    Files.write(file, bytes);
    return TiffDirectory.read(file);
  }

  @Test
  void readsEveryKindOfHeaderAlike() throws IOException {
    List<TestTiff> kinds =
        List.of(
            tiff(),
            tiff().bigEndian(),
            tiff().big(),
            tiff().big().bigEndian(),
            tiff().tiled(16),
            tiff().tiled(16).planar().deflate());
    for (TestTiff kind : kinds) {
      byte[] bytes = kind.bytes();
      TiffDirectory directory = read(bytes);
      assertEquals(50, directory.shape().width());
      assertEquals(40, directory.shape().height());
      assertEquals(3, directory.shape().samples());
      assertEquals(8, directory.shape().bits());
      assertEquals(OptionalInt.of(26911), directory.keys().epsg());
      assertEquals(OptionalInt.of(0), directory.noData());
      assertEquals("A synthetic scene", directory.description().orElseThrow());
      assertEquals("2016:06:20 10:00:00", directory.dateTime().orElseThrow());
      assertEquals(PixelGrid.northUp(500_000, 4_000_000, 0.6, 0.5), directory.grid().orElseThrow());
      assertEquals(bytes.length, directory.fileLength());
      assertFalse(directory.layout().endsBefore(new PixelWindow(0, 0, 50, 40)));
    }
  }

  @Test
  void readsATurnedGridAndShiftsPointsToCorners() throws IOException {
    PixelGrid turned =
        read(tiff().matrix(0.6, 0.8, 10, 0.8, -0.6, 20).bytes()).grid().orElseThrow();
    assertEquals(new PixelGrid(10, 20, 0.6, 0.8, 0.8, -0.6), turned);
    PixelGrid point = read(tiff().pixelIsPoint().bytes()).grid().orElseThrow();
    assertEquals(499_999.7, point.x0(), 1e-9);
    assertEquals(4_000_000.25, point.y0(), 1e-9);
  }

  @Test
  void noDataIsAByteOrNothing() throws IOException {
    assertEquals(OptionalInt.of(255), read(tiff().noData("255.0").bytes()).noData());
    for (String text : List.of("nan", "-9999", "256", "0.5", "none", "")) {
      assertTrue(read(tiff().noData(text).bytes()).noData().isEmpty(), text);
    }
  }

  @Test
  void saysWhatIsWrongInOneSentence() {
    assertFault("It is empty.", new byte[0]);
    assertFault("It is not a TIFF.", "GIF89a, not a TIFF".getBytes(StandardCharsets.US_ASCII));
    assertFault("It is not a TIFF.", new byte[] {'I', 'I', 7, 0, 8, 0, 0, 0, 0});
    assertFault(
        "The file ends inside its header; it is truncated, copy it again.",
        Arrays.copyOf(tiff().bytes(), 100));
    assertFault("Its header is damaged; copy the file again.", withWidth(0));
    assertFault("Its header is damaged; copy the file again.", withWidth(Integer.MAX_VALUE));
  }

  private void assertFault(String sentence, byte[] bytes) {
    assertEquals(sentence, assertThrows(TiffException.class, () -> read(bytes)).getMessage());
  }

  private static byte[] withWidth(int width) {
    byte[] bytes = tiff().bytes();
    for (int i = 0; i < 4; i++) {
      bytes[18 + i] = (byte) (width >>> (8 * i));
    }
    return bytes;
  }

  @Test
  void aHeaderCutAnywhereIsTruncated() throws IOException {
    byte[] whole = tiff().tiled(16).bytes();
    int header = whole.length - 12 * 16 * 16 * 3;
    for (int length = 1; length < header; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(TiffException.class, () -> read(cut), "cut at " + length);
    }
    TiffDirectory directory = read(Arrays.copyOf(whole, header + 5 * 768));
    assertFalse(directory.layout().endsBefore(new PixelWindow(0, 0, 50, 16)));
    assertTrue(directory.layout().endsBefore(new PixelWindow(48, 20, 1, 1)));
  }

  @Test
  void mutationsAreReadOrRefusedAndNothingElse() {
    Random random = new Random(42);
    byte[][] seeds = {
      tiff().bytes(), tiff().big().tiled(16).bytes(), tiff().bigEndian().planar().bytes()
    };
    int[] refused = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 6000; i++) {
            byte[] bytes = mutated(seeds[i % seeds.length].clone(), random);
            try {
              TiffDirectory directory = read(bytes);
              PixelWindow corner = new PixelWindow(0, 0, 1, 1);
              directory.layout().endsBefore(corner);
              directory
                  .layout()
                  .blocks(corner)
                  .forEach(b -> directory.layout().isSparse(directory.layout().index(b, 0)));
            } catch (TiffException e) {
              refused[0]++;
              assertTrue(String.valueOf(e.getMessage()).endsWith("."));
            }
          }
        });
    assertTrue(refused[0] > 1000, "the mutations do reach the header: " + refused[0]);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(Math.min(bytes.length, 420));
      bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** All share one table of half a million tiles, so that the file stays small. */
  @Test
  void tablesOfManyOverviewsDoNotAddUp() throws IOException {
    int count = 40;
    int size = 2 + 8 * 12 + 4;
    int table = 8 + count * size;
    ByteBuffer file = ByteBuffer.allocate(table + (4 << 18)).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int i = 0; i < count; i++) {
      int width = 8192 - i;
      int tiles = (width + 15) / 16 * 512;
      file.putShort((short) 8);
      field(file, 254, 1, i == 0 ? 0 : 1);
      field(file, 256, 1, width);
      field(file, 257, 1, 8192);
      field(file, 258, 1, 8);
      field(file, 322, 1, 16);
      field(file, 323, 1, 16);
      field(file, 324, tiles, table);
      field(file, 325, tiles, table);
      file.putInt(i == count - 1 ? 0 : 8 + (i + 1) * size);
    }
    TiffDirectory directory = read(file.array());
    assertEquals(8192, directory.shape().width());
    assertTrue(directory.overviews().size() < 8, directory.overviews().size() + " overviews");
  }

  private static void field(ByteBuffer file, int tag, int count, int value) {
    file.putShort((short) tag).putShort((short) 4).putInt(count).putInt(value);
  }
}
