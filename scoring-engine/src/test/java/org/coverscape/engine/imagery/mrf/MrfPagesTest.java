package org.coverscape.engine.imagery.mrf;

import static org.coverscape.engine.imagery.mrf.MemoryMrf.header;
import static org.coverscape.engine.imagery.mrf.MemoryMrf.size;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.TestTiff;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;

/** Pages of every kind but LERC, whose streams have a test of their own. */
class MrfPagesTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;
  private static final int PAGE = 16;
  private static final PixelWindow ALL = new PixelWindow(0, 0, WIDTH, HEIGHT);
  private static final PixelWindow PART = new PixelWindow(11, 5, 23, 22);

  private static byte[] part(byte[] picture, int bands) {
    byte[] part = new byte[PART.width() * PART.height() * bands];
    for (int y = 0; y < PART.height(); y++) {
      int from = ((PART.y() + y) * WIDTH + PART.x()) * bands;
      System.arraycopy(picture, from, part, y * PART.width() * bands, PART.width() * bands);
    }
    return part;
  }

  private static MemoryMrf mrf(
      String compression, String options, int bands, int pageBands, UnaryOperator<byte[]> pack) {
    String raster =
        size(WIDTH, HEIGHT, bands, PAGE, pageBands)
            + "<Compression>"
            + compression
            + "</Compression>";
    byte[] picture = Pages.picture(WIDTH, HEIGHT, bands);
    return MemoryMrf.of(
        header(raster, "<Options>" + options + "</Options>"),
        Pages.cut(picture, WIDTH, bands, PAGE, pageBands, pack));
  }

  private static void assertExact(MemoryMrf mrf, int bands) throws IOException {
    byte[] picture = Pages.picture(WIDTH, HEIGHT, bands);
    try (RasterReader reader = mrf.reader()) {
      assertArrayEquals(picture, reader.read(0, ALL));
      assertArrayEquals(part(picture, bands), reader.read(0, PART));
      byte[] rgb = reader.readRgb(PART);
      for (int i = 0; i < rgb.length; i++) {
        assertEquals(part(picture, bands)[i / 3 * bands + i % 3], rgb[i]);
      }
    }
  }

  @Test
  void pagesOfAllBandsOrOfOneGiveTheSamePixels() throws IOException {
    for (int bands = 3; bands <= 4; bands++) {
      assertExact(mrf("NONE", "", bands, bands, page -> page), bands);
      assertExact(mrf("NONE", "", bands, 1, page -> page), bands);
    }
  }

  /** Pages that are TIFFs, the last band 0 or 255 and tagged as opacity. */
  private static MemoryMrf tiffs(int last, TestTiff.Painter painter, boolean masked) {
    String raster = size(WIDTH, HEIGHT, last + 1, PAGE, last + 1);
    List<byte[]> pages = new ArrayList<>();
    for (int y = 0; y < HEIGHT; y += PAGE) {
      for (int x = 0; x < WIDTH; x += PAGE) {
        int left = x;
        int top = y;
        TestTiff tiff =
            TestTiff.of(PAGE, PAGE, (c, r, b) -> painter.at(left + c, top + r, b))
                .bands(last + 1, 8, 2)
                .extra(2)
                .deflate();
        pages.add((masked ? tiff.masked((c, r, b) -> c % 2) : tiff).bytes());
      }
    }
    return MemoryMrf.of(header(raster + "<Compression>TIF</Compression>", ""), pages);
  }

  @Test
  void bandsOfTiffPagesAreNumbersAndNoOpacity() throws IOException {
    TestTiff.Painter step = (x, y, b) -> b < 3 ? 1 + x + y + b : x % 3 == 0 ? 0 : 255;
    for (boolean masked : List.of(false, true)) {
      try (RasterReader reader = tiffs(3, step, masked).reader()) {
        byte[] pixels = reader.read(0, ALL);
        for (int i = 0; i < pixels.length; i++) {
          int pixel = i / 4;
          assertEquals((byte) step.at(pixel % WIDTH, pixel / WIDTH, i % 4), pixels[i], "at " + i);
        }
      }
    }
  }

  @Test
  void deflateWithAnyHeader() throws IOException {
    assertExact(mrf("DEFLATE", "", 4, 4, page -> Pages.deflate(page, false)), 4);
    assertExact(mrf("DEFLATE", "GZ:ON", 3, 1, Pages::gzip), 3);
    assertExact(mrf("DEFLATE", "RAWZ=YES", 3, 3, page -> Pages.deflate(page, true)), 3);
    assertExact(mrf("NONE", "DEFLATE=ON", 4, 1, page -> Pages.deflate(page, false)), 4);
  }

  @Test
  void zstandardOfSortedBytes() throws IOException {
    assertExact(mrf("ZSTD", "", 4, 4, page -> Pages.zstd(Pages.ranked(page, 4))), 4);
    assertExact(mrf("ZSTD", "", 3, 1, page -> Pages.zstd(Pages.ranked(page, 1))), 3);
  }

  @Test
  void png() throws IOException {
    assertExact(mrf("PNG", "", 3, 3, page -> Pages.image(page, PAGE, 3, "png")), 3);
    assertExact(mrf("PNG", "", 4, 4, page -> Pages.image(page, PAGE, 4, "png")), 4);
    assertExact(mrf("PNG", "", 3, 1, page -> Pages.image(page, PAGE, 1, "png")), 3);
    assertExact(
        mrf("PNG", "ZSTD:ON", 3, 3, page -> Pages.zstd(Pages.image(page, PAGE, 3, "png"))), 3);
  }

  @Test
  void palettesBecomeColoursWhereThereAreThreeBands() throws IOException {
    MemoryMrf mrf = mrf("PPNG", "", 3, 3, page -> Pages.palette(firsts(page), PAGE));
    byte[] picture = Pages.picture(WIDTH, HEIGHT, 3);
    try (RasterReader reader = mrf.reader()) {
      byte[] colours = reader.read(0, ALL);
      for (int i = 0; i < colours.length; i += 3) {
        assertEquals(picture[i], colours[i]);
        assertEquals((byte) (255 - (picture[i] & 255)), colours[i + 1]);
      }
    }
  }

  private static byte[] firsts(byte[] page) {
    byte[] firsts = new byte[page.length / 3];
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = page[3 * i];
    }
    return firsts;
  }

  @Test
  void palettesStayIndicesWhereThereIsOneBand() throws IOException {
    MemoryMrf mrf = mrf("PPNG", "", 1, 1, page -> Pages.palette(page, PAGE));
    try (MrfFile file = mrf.file()) {
      byte[] indices = new byte[WIDTH * HEIGHT];
      file.read(0, ALL, 1, indices);
      assertArrayEquals(Pages.picture(WIDTH, HEIGHT, 1), indices);
    }
  }

  @Test
  void jpegIsCloseAndGreyStandsForAllColours() throws IOException {
    assertClose(mrf("JPEG", "", 3, 3, page -> Pages.image(page, PAGE, 3, "jpeg")), 3, 40);
    assertClose(mrf("JPEG", "", 3, 1, page -> Pages.image(page, PAGE, 1, "jpeg")), 3, 8);
    MemoryMrf grey = mrf("JPEG", "", 3, 3, page -> Pages.image(firsts(page), PAGE, 1, "jpeg"));
    try (RasterReader reader = grey.reader()) {
      byte[] rgb = reader.read(0, PART);
      for (int i = 0; i < rgb.length; i += 3) {
        assertEquals(rgb[i], rgb[i + 1]);
        assertEquals(rgb[i], rgb[i + 2]);
      }
    }
  }

  private static void assertClose(MemoryMrf mrf, int bands, int most) throws IOException {
    byte[] picture = Pages.picture(WIDTH, HEIGHT, bands);
    try (RasterReader reader = mrf.reader()) {
      byte[] read = reader.read(0, PART);
      byte[] wanted = part(picture, bands);
      double sum = 0;
      for (int i = 0; i < read.length; i++) {
        sum += Math.abs((read[i] & 255) - (wanted[i] & 255));
      }
      assertTrue(sum / read.length < most, "mean difference " + sum / read.length);
    }
  }

  /** A page whose pixels are all opaque is JPEG, any other PNG. */
  @Test
  void jpngIsTheOneOrTheOther() throws IOException {
    byte[] picture = Pages.picture(WIDTH, HEIGHT, 4);
    List<byte[]> pages = new ArrayList<>();
    for (byte[] page : Pages.cut(picture, WIDTH, 4, PAGE, 4, each -> each)) {
      boolean jpeg = pages.size() % 2 == 1;
      pages.add(jpeg ? Pages.image(rgb(page), PAGE, 3, "jpeg") : Pages.image(page, PAGE, 4, "png"));
    }
    String raster = size(WIDTH, HEIGHT, 4, PAGE, 4) + "<Compression>JPNG</Compression>";
    try (RasterReader reader = MemoryMrf.of(header(raster, ""), pages).reader()) {
      byte[] first = reader.read(0, new PixelWindow(0, 0, PAGE, PAGE));
      assertArrayEquals(Pages.cut(picture, WIDTH, 4, PAGE, 4, each -> each).get(0), first);
      byte[] second = reader.read(0, new PixelWindow(PAGE, 0, PAGE, PAGE));
      for (int i = 3; i < second.length; i += 4) {
        assertEquals((byte) 255, second[i]);
      }
    }
  }

  private static byte[] rgb(byte[] page) {
    byte[] rgb = new byte[page.length / 4 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = page[i / 3 * 4 + i % 3];
    }
    return rgb;
  }

  /** The mask of zeros: pixel (9, 2) is zero, no other is. */
  @Test
  void zerosOfJpegPagesStaySharp() throws IOException {
    byte[] dark = new byte[PAGE * PAGE * 3];
    byte[] jpeg = Pages.image(dark, PAGE, 3, "jpeg");
    byte[] mask = new byte[32];
    Arrays.fill(mask, (byte) 0xFF);
    mask[8 + 2] = (byte) (0xFF ^ 1 << 1);
    byte[] packed = {7, 7, 10, -1, mask[10], 7, 21, -1};
    byte[] head = {-1, (byte) 0xE3, 0, (byte) (2 + 4 + packed.length), 'Z', 'e', 'n', 0};
    byte[] page = new byte[jpeg.length + head.length + packed.length];
    System.arraycopy(jpeg, 0, page, 0, 2);
    System.arraycopy(head, 0, page, 2, head.length);
    System.arraycopy(packed, 0, page, 2 + head.length, packed.length);
    System.arraycopy(jpeg, 2, page, 2 + head.length + packed.length, jpeg.length - 2);
    String raster = size(PAGE, PAGE, 3, PAGE, 3) + "<Compression>JPEG</Compression>";
    try (RasterReader reader = MemoryMrf.of(header(raster, ""), List.of(page)).reader()) {
      byte[] pixels = reader.read(0, new PixelWindow(0, 0, PAGE, PAGE));
      for (int i = 0; i < pixels.length; i++) {
        assertEquals(i / 3 == 2 * PAGE + 9 ? 0 : 1, pixels[i], "at " + i);
      }
    }
  }

  @Test
  void aPageThatUnpacksToMoreThanItsPixelsIsRefused() {
    byte[] bomb = new byte[20_000_000];
    for (MemoryMrf mrf :
        List.of(
            mrf("DEFLATE", "", 3, 3, page -> Pages.deflate(bomb, false)),
            mrf("DEFLATE", "RAWZ:ON", 3, 3, page -> Pages.deflate(bomb, true)),
            mrf("DEFLATE", "", 3, 3, page -> Pages.gzip(bomb)),
            mrf("ZSTD", "", 3, 3, page -> Pages.zstd(bomb)),
            mrf("PNG", "", 3, 3, page -> Pages.image(new byte[3 << 20], 1 << 10, 3, "png")),
            mrf("JPEG", "", 3, 3, page -> Pages.image(new byte[3 << 20], 1 << 10, 3, "jpeg")))) {
      IOException fault = assertThrows(IOException.class, () -> mrf.reader().read(0, ALL));
      assertEquals("A part of its pixels is damaged; copy the file again.", fault.getMessage());
    }
  }

  /** Else it would have the colours of whatever page was read before. */
  @Test
  void indicesWithoutAPaletteAreDamage() throws IOException {
    MemoryMrf mrf =
        mrf("PPNG", "", 3, 3, page -> withoutPalette(Pages.palette(firsts(page), PAGE), page[0]));
    try (RasterReader reader = mrf.reader()) {
      reader.readRgb(new PixelWindow(0, 0, PAGE, PAGE));
      PixelWindow next = new PixelWindow(PAGE, 0, PAGE, PAGE);
      assertThrows(IOException.class, () -> reader.readRgb(next));
    }
  }

  private static byte[] withoutPalette(byte[] png, byte firstPixel) {
    int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("PLTE") - 4;
    if (firstPixel == Pages.picture(1, 1, 3)[0]) {
      return png; // the first page
    }
    byte[] rest = new byte[png.length - 12 - 768];
    System.arraycopy(png, 0, rest, 0, at);
    System.arraycopy(png, at + 12 + 768, rest, at, rest.length - at);
    return rest;
  }
}
