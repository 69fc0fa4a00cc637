package org.coverscape.engine.imagery.mrf;

import static org.coverscape.engine.imagery.mrf.MemoryMrf.GEO;
import static org.coverscape.engine.imagery.mrf.MemoryMrf.header;
import static org.coverscape.engine.imagery.mrf.MemoryMrf.size;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.fixtures.PassedOn;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryFormat;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and indices, whole and damaged. */
class MrfFormatTest {
  private static final String PLAIN = "<Compression>NONE</Compression>";
  private static final PixelWindow ALL = new PixelWindow(0, 0, 40, 30);

  private static MemoryMrf plain(String raster, String more) {
    byte[] picture = Pages.picture(40, 30, 3);
    return MemoryMrf.of(
        header(size(40, 30, 3, 16, 3) + PLAIN + raster, more),
        Pages.cut(picture, 40, 3, 16, 3, page -> page));
  }

  private static void assertFault(String sentence, Executable reading) {
    IOException fault = assertThrows(IOException.class, reading);
    assertEquals(sentence, fault.getMessage());
  }

  private static void assertRefused(String sentence, String header) {
    MemoryMrf mrf = new MemoryMrf(header, new byte[1 << 12], new byte[0]);
    assertFault(sentence, mrf::tile);
  }

  @Test
  void itIsToldByItsFirstBytes() {
    byte[] head = "<MRF_META>\n  <Ra".getBytes(StandardCharsets.US_ASCII);
    assertTrue(new MrfFormat().begins(head));
    assertFalse(new MrfFormat().begins("<MRF".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void theHeaderTellsPlaceAndKind() throws IOException {
    ImageryTile tile = plain("<DataValues NoData=\"9\"/><Quality>80</Quality>", "").tile();
    assertEquals("a", tile.id());
    assertEquals(new PixelGrid(400000, 3693030, 1, 0, 0, -1), tile.grid());
    assertEquals("EPSG:26912", tile.crs().id());
    assertEquals(OptionalInt.of(9), tile.noData());
    assertEquals(3, tile.bands());
    assertEquals(1, tile.gsd(), 1e-9);
  }

  @Test
  void theProjectionMayStandUnderTheRoot() throws IOException {
    MemoryMrf mrf = plain("", "");
    String moved =
        new String(mrf.get("a.mrf"), StandardCharsets.UTF_8)
            .replace("<Projection>", "</GeoTags><Projection><![CDATA[")
            .replace("</Projection></GeoTags>", "]]></Projection>");
    mrf.files.put("a.mrf", moved.getBytes(StandardCharsets.UTF_8));
    assertEquals("EPSG:26912", mrf.tile().crs().id());
  }

  @Test
  void emptyPagesAreNoData() throws IOException {
    byte[] picture = Pages.picture(40, 30, 3);
    List<byte[]> pages = new ArrayList<>(Pages.cut(picture, 40, 3, 16, 1, page -> page));
    pages.set(1, new byte[0]); // green of the first place
    String raster = size(40, 30, 3, 16, 1) + PLAIN + "<DataValues NoData=\"7 8 9\"/>";
    try (RasterReader reader = MemoryMrf.of(header(raster, ""), pages).reader()) {
      byte[] pixels = reader.read(0, ALL);
      assertEquals(picture[0], pixels[0]);
      assertEquals(8, pixels[1]);
      assertEquals(picture[2], pixels[2]);
    }
  }

  @Test
  void overviewsFollowUntilOnePageHoldsAll() throws IOException {
    List<byte[]> pages = Pages.cut(Pages.picture(40, 30, 3), 40, 3, 16, 3, page -> page);
    pages.addAll(Pages.cut(Pages.picture(20, 15, 3), 20, 3, 16, 3, page -> page));
    byte[] smallest = Pages.picture(10, 8, 3);
    pages.addAll(Pages.cut(smallest, 10, 3, 16, 3, page -> page));
    String raster = size(40, 30, 3, 16, 3) + PLAIN;
    MemoryMrf mrf = MemoryMrf.of(header(raster, "<Rsets model=\"uniform\" scale=\"2\"/>"), pages);
    try (RasterReader reader = mrf.reader()) {
      assertEquals(
          List.of(
              new RasterLevel(40, 30, 16, 16),
              new RasterLevel(20, 15, 16, 16),
              new RasterLevel(10, 8, 16, 16)),
          reader.levels());
      assertArrayEquals(smallest, reader.read(2, new PixelWindow(0, 0, 10, 8)));
    }
    mrf.files.put("a.idx", java.util.Arrays.copyOf(mrf.get("a.idx"), 6 * 16));
    try (RasterReader reader = mrf.reader()) {
      assertEquals(1, reader.levels().size(), "an index without overviews");
    }
  }

  @Test
  void filesOfOtherNamesAndOffsets() throws IOException {
    MemoryMrf mrf =
        plain(
            "<IndexFile offset=\"32\">b.idx</IndexFile><DataFile offset=\"3\">b.bin</DataFile>",
            "");
    byte[] index = mrf.get("a.idx");
    mrf.files.put("b.idx", ByteBuffer.allocate(index.length + 32).put(32, index).array());
    byte[] data = mrf.get("a.til");
    mrf.files.put("b.bin", ByteBuffer.allocate(data.length + 3).put(3, data).array());
    mrf.files.remove("a.idx");
    try (RasterReader reader = mrf.reader()) {
      assertArrayEquals(Pages.picture(40, 30, 3), reader.read(0, ALL));
    }
  }

  @Test
  void missingFilesAreNamed() {
    MemoryMrf noIndex = plain("", "");
    noIndex.files.remove("a.idx");
    assertFault("Its index file a.idx is missing; copy it beside the .mrf file.", noIndex::tile);
    MemoryMrf noData = plain("", "");
    noData.files.remove("a.til");
    assertFault("Its data file a.til is missing; copy it beside the .mrf file.", noData::tile);
    assertRefused(
        "It names a file that cannot exist; its header is damaged.",
        header(size(9, 9, 3, 9, 3) + PLAIN + "<IndexFile>http://[</IndexFile>", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../b.idx",
        "/etc/passwd",
        "below/../../b.idx",
        "https://elsewhere.example/b.idx",
        "http://127.0.0.1/b.idx"
      })
  void filesElsewhereOnTheDiskOrTheWebAreRefused(String name) throws IOException {
    String sentence =
        "Its header names a file in another folder; copy that beside the .mrf file and name it"
            + " there.";
    assertFault(sentence, () -> plain("<IndexFile>" + name + "</IndexFile>", "").tile());
    assertFault(sentence, () -> plain("<DataFile>" + name + "</DataFile>", "").tile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"below/a.idx", "./a.idx", "below/../a.idx"})
  void filesInItsFolderOrBelowAreFound(String name) throws IOException {
    assertEquals(3, plain("<IndexFile>" + name + "</IndexFile>", "").tile().bands());
    ImageLocation web = ImageLocation.parse("https://data.example.org/naip/a.mrf");
    MemoryMrf mrf = plain("<IndexFile>" + name + "</IndexFile>", "");
    assertEquals(3, mrf.tile(web).bands());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../b.idx",
        "/naip/../b.idx",
        "https://elsewhere.example/naip/a.idx",
        "http://data.example.org/naip/a.idx",
        "https://data.example.org:8443/naip/a.idx",
        "https://data.example.org/naip/%2e%2e/a.idx",
        "https://data.example.org/naip/..%2Fa.idx",
        "https://data.example.org/naipper/a.idx"
      })
  void anMrfOfTheWebNamesNoOtherHostOrFolder(String name) throws IOException {
    ImageLocation web = ImageLocation.parse("https://data.example.org/naip/a.mrf");
    MemoryMrf mrf = plain("<IndexFile>" + name + "</IndexFile>", "");
    assertFault(
        "Its header names a file in another folder; copy that beside the .mrf file and name it"
            + " there.",
        () -> mrf.tile(web));
  }

  @Test
  void anMrfOfTheWebMayNameItsFilesInFull() throws IOException {
    ImageLocation web = ImageLocation.parse("https://data.example.org/naip/a.mrf");
    MemoryMrf mrf = plain("<IndexFile>https://data.example.org/naip/below/a.idx</IndexFile>", "");
    assertEquals(3, mrf.tile(web).bands());
  }

  @Test
  void filesThatEndEarlyAreToldAsSuch() {
    MemoryMrf index = plain("", "");
    index.files.put("a.idx", new byte[5 * 16 + 15]);
    assertFault("Its index ends early; copy the .idx file again.", index::tile);
    MemoryMrf data = plain("", "");
    data.files.put("a.til", new byte[900]);
    assertFault(
        "Its data file ends before its last pixels; it is truncated, copy it again.",
        () -> data.reader().read(0, ALL));
  }

  @Test
  void recordsThatPointAnywhereAreRefused() throws IOException {
    long[][] places = {
      {-1, 5}, {5, -1}, {Long.MAX_VALUE, 768}, {0, Long.MAX_VALUE}, {1L << 40, 9}, {5, 4000}
    };
    for (long[] place : places) {
      MemoryMrf mrf = plain("", "");
      ByteBuffer.wrap(mrf.get("a.idx")).putLong(place[0]).putLong(place[1]);
      assertFault(
          place[1] == 4000
              ? "A part of its pixels is damaged; copy the file again."
              : "Its data file ends before its last pixels; it is truncated, copy it again.",
          () -> mrf.reader().read(0, ALL));
      byte[] other = mrf.reader().read(0, new PixelWindow(16, 16, 8, 8));
      assertEquals(192, other.length, "other pages can still be read");
    }
  }

  @Test
  void absurdHeadersAreRefusedBeforeAnythingIsMadeOfThem() {
    String damaged = "Its header is damaged; copy the file again.";
    assertRefused(damaged, header(size(Integer.MAX_VALUE, 9, 3, 9, 3), ""));
    assertRefused(damaged, header(size(9, -9, 3, 9, 3), ""));
    assertRefused(damaged, header(size(9, 9, 3, 0, 3), ""));
    assertRefused(damaged, header(size(9, 9, 4, 9, 3), ""));
    assertRefused(damaged, header("<Size x=\"NaN\" y=\"3\"/>", ""));
    assertRefused(damaged, header("", ""));
    assertRefused(damaged, "<MRF_META>");
    assertRefused(damaged, "<MRF_METAL/>");
    assertRefused(damaged, header(size(9, 9, 3, 9, 3) + "<IndexFile offset=\"-16\"/>", ""));
    assertRefused(
        "Its index ends early; copy the .idx file again.",
        header(size(2_000_000, 2_000_000, 3, 512, 3) + PLAIN, "<Rsets model=\"uniform\"/>"));
    String pieces =
        "It is stored in more pieces than can be read; save it again with pages of 512 pixels.";
    assertRefused(
        pieces, header(size(2_000_000, 2_000_000, 3, 1, 1) + PLAIN, "<Rsets model=\"uniform\"/>"));
    assertRefused(pieces, header(size(1000, 1000, 3, 1, 3) + PLAIN, ""));
    assertRefused(pieces, header(size(2_000_000, 2_000_000, 4096, 512, 1) + PLAIN, ""));
    assertRefused(
        "It is stored in pieces too large to be read; save it again with pages of 512 pixels.",
        header(size(60_000, 60_000, 3, 60_000, 3), ""));
    assertRefused(
        "Its pixels are packed in a way that is not known (QB3); save it again as a GeoTIFF.",
        header(size(9, 9, 3, 9, 3) + "<Compression>QB3</Compression>", ""));
  }

  @Test
  void xmlThatReachesOutsideOrGrowsIsRefused() {
    String damaged = "Its header is damaged; copy the file again.";
    String good = header(size(9, 9, 3, 9, 3) + PLAIN, "");
    assertRefused(damaged, "<!DOCTYPE MRF_META SYSTEM \"file:///etc/passwd\">" + good);
    StringBuilder bomb = new StringBuilder("<!DOCTYPE MRF_META [<!ENTITY a \"aaaaaaaaaa\">");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append("<!ENTITY ").append(c).append(" \"");
      bomb.append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
    }
    assertRefused(damaged, bomb + "]>" + good.replace("NONE", "&j;"));
    assertRefused(damaged, good.replace("NONE", "&x;"));
    assertRefused(damaged, "<MRF_META>" + "<a>".repeat(5_000) + "</a>".repeat(5_000));
    assertRefused(damaged, "<MRF_META>" + "<a b=\"c\"/>".repeat(200_000) + "</MRF_META>");
    assertRefused(damaged, header("<a/>".repeat(10), "<b>" + "x".repeat(1 << 20) + "</b>"));
  }

  @Test
  void whatCannotBeScoredIsRefusedInOneSentence() {
    assertRefused(
        "It is a grey image; Coverscape scores red, green, blue imagery.",
        header(size(9, 9, 1, 9, 1) + PLAIN, ""));
    assertRefused(
        "It is a palette image; Coverscape scores red, green, blue imagery.",
        header(size(9, 9, 1, 9, 1) + "<Palette><Entry c1=\"1\"/></Palette>", ""));
    assertRefused(
        "It has 5 bands; Coverscape scores imagery of 3 or 4 bands.",
        header(size(9, 9, 5, 9, 5) + PLAIN, ""));
    assertRefused(
        "It has 16-bit bands; Coverscape scores 8-bit red, green, blue imagery.",
        header(size(9, 9, 3, 9, 3) + PLAIN + "<DataType>UInt16</DataType>", ""));
    String here = header(size(9, 9, 3, 9, 3) + PLAIN, "");
    assertRefused("It has no georeference.", here.replace(GEO, ""));
    assertRefused(
        "It does not say what coordinate system it is in.",
        here.replaceAll("<Projection>.*</Projection>", ""));
    assertRefused(
        "Its coordinate system, EPSG:999999, is not known.", here.replace("26912", "999999"));
    assertRefused(
        "Its coordinate system is not known; reproject it to UTM.",
        here.replaceAll("<Projection>.*</Projection>", "<Projection>mars</Projection>"));
    assertRefused(
        "Its georeference is damaged; export it again.", here.replace("400040", "400000"));
  }

  @Test
  void aCacheThatWasNotFilledIsNotReadAsNoData() {
    byte[] picture = Pages.picture(40, 30, 3);
    List<byte[]> pages = new ArrayList<>(Pages.cut(picture, 40, 3, 16, 3, page -> page));
    pages.set(2, new byte[0]);
    String source = "<CachedSource><Source>there.tif</Source></CachedSource>";
    MemoryMrf mrf = MemoryMrf.of(header(size(40, 30, 3, 16, 3) + PLAIN, source), pages);
    assertFault(
        "It is a cache that was not filled; use the image it was made for, there.tif.", mrf::tile);
    assertFault(
        "A part of it was never fetched; use the image it is a cache of.",
        () -> mrf.reader().read(0, ALL));
  }

  /** A file that keeps what it is told of reads to come. */
  private static final class Told extends PassedOn {
    private final List<ByteRange> ranges;

    Told(ByteSource file, List<ByteRange> ranges) {
      super(file);
      this.ranges = ranges;
    }

    @Override
    public void expect(List<ByteRange> more) {
      ranges.addAll(more);
    }
  }

  private static List<ByteRange> told(MemoryMrf mrf, PixelWindow... windows) throws IOException {
    List<ByteRange> told = new ArrayList<>();
    ImageLocation header = ImageLocation.of(Path.of("a.mrf"));
    ImageryFormat.Access access = location -> new Told(mrf.bytes(location), told);
    try (RasterReader reader = new MrfFormat().open(header, access.bytes(header), access)) {
      reader.expect(List.of(windows));
    }
    return told;
  }

  @Test
  void pagesThatAreReadNextAreSaidBeforehand() throws IOException {
    MemoryMrf mrf = plain("", "");
    PixelWindow first = new PixelWindow(0, 0, 16, 16);
    assertEquals(
        List.of(new ByteRange(5, 768), new ByteRange(5 + 768, 768)),
        told(mrf, first, new PixelWindow(16, 0, 16, 16)));
    mrf.files.put("a.til", new byte[200_000]);
    ByteBuffer.wrap(mrf.get("a.idx")).putLong(5).putLong(190_000);
    assertEquals(List.of(), told(mrf, first), "far more than a page can be");
  }

  @Test
  void faultsOfTheFilesBesideItNameThem() {
    MemoryMrf mrf = plain("", "");
    ImageLocation header = ImageLocation.of(Path.of("a.mrf"));
    ImageryFormat.Access access =
        location -> {
          if (location.name().endsWith(".idx")) {
            throw new SourceException("It is not there (404); check the address at a.org.");
          }
          return mrf.bytes(location);
        };
    assertFault(
        "Its index file a.idx cannot be read: it is not there (404); check the address at a.org.",
        () -> new MrfFormat().describe(header, access.bytes(header), access));
  }
}
