package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageryIndexerTest {
  @TempDir Path folder;

  private final ImageryIndexer indexer = new ImageryIndexer(AnyImagery.local());

  private static TestTiff tiff() {
    return TestTiff.of(240, 230, (x, y, b) -> 7);
  }

  private String refusal(TestTiff tiff) throws IOException {
    IndexOutcome outcome = indexer.read(tiff.write(folder.resolve("a.tif")));
    return outcome instanceof IndexOutcome.Refused refused ? refused.reason() : "indexed";
  }

  @Test
  void blackIsNoDataWhereAFileNamesNone() throws IOException {
    assertEquals(0, Cut.tile(tiff().write(folder.resolve("untagged.tif"))).noData().orElseThrow());
    Path white = tiff().noData("255").write(folder.resolve("white.tif"));
    assertEquals(255, Cut.tile(white).noData().orElseThrow());
  }

  @Test
  void describesAnImage() throws IOException {
    Path file = tiff().noData("0").write(folder.resolve("m_3511955_sw_11_1_20150620_20151009.tif"));
    ImageryTile tile = Cut.tile(file);
    assertEquals("m_3511955_sw_11_1_20150620_20151009", tile.id());
    assertEquals(Optional.of(LocalDate.of(2015, 6, 20)), tile.date());
    assertEquals(2015, tile.year().orElseThrow());
    assertEquals(1.0, tile.gsd());
    assertEquals(3, tile.bands());
    assertEquals(0, tile.noData().orElseThrow());
    assertFalse(tile.synthetic());
    assertTrue(tile.fingerprint().startsWith(Files.size(file) + "-"));
    var envelope = tile.footprint().getEnvelopeInternal();
    assertEquals(-117.0, envelope.getMinX(), 1e-4);
    assertEquals(36.14, envelope.getMaxY(), 0.01);
    assertEquals(240 / 90_000.0, envelope.getWidth(), 1e-4);
  }

  @Test
  void dateComesFromTheNameThenTheTag() throws IOException {
    TestTiff tagged = tiff().dateTime("2012:03:04 05:06:07");
    assertEquals(Optional.of(LocalDate.of(2012, 3, 4)), date(tagged, "plain.tif"));
    assertEquals(Optional.of(LocalDate.of(2012, 3, 4)), date(tagged, "scene_20190101.tif"));
    assertEquals(
        Optional.of(LocalDate.of(2011, 8, 15)),
        date(tagged, "M_3008501_NE_16_1_20110815_clip.TIF"));
    assertEquals(Optional.empty(), date(tiff(), "m_3008501_ne_16_1_20111315.tif"));
    assertEquals(Optional.empty(), date(tiff(), "m_3008565_ne_16_1_20110815.tif"));
    assertEquals(Optional.empty(), date(tiff(), "m_3008501_ne_61_1_20110815.tif"));
    assertEquals(Optional.empty(), date(tiff().dateTime("0000:00:00 00:00:00"), "a.tif"));
  }

  private Optional<LocalDate> date(TestTiff tiff, String name) throws IOException {
    return Cut.tile(tiff.write(folder.resolve(name))).date();
  }

  @Test
  void refusesWhatCannotBeScoredInOneSentence() throws IOException {
    assertEquals(
        "It has no georeference; put its world file (.tfw) beside it.",
        refusal(tiff().withoutGeoreference()));
    assertEquals(
        "It does not say what coordinate system it is in; put its .prj file beside it.",
        refusal(tiff().withoutKeys()));
    assertEquals(
        "It has 16-bit bands; Coverscape scores 8-bit red, green, blue imagery.",
        refusal(tiff().bands(3, 16, 2)));
    assertEquals(
        "It has 2 bands; Coverscape scores imagery of 3 or 4 bands.",
        refusal(tiff().bands(2, 8, 1)));
    assertEquals(
        "It is a grey image; Coverscape scores red, green, blue imagery.",
        refusal(tiff().bands(1, 8, 1)));
    assertEquals(
        "It is a palette image; Coverscape scores red, green, blue imagery.",
        refusal(tiff().bands(1, 8, 3)));
    assertEquals(
        "Its colours are not red, green and blue; export it as RGB.",
        refusal(tiff().bands(4, 8, 5)));
    assertEquals(
        "Its bands are not unsigned; Coverscape scores 8-bit red, green, blue imagery.",
        refusal(tiff().format(2)));
    assertEquals(
        "Its coordinate system, EPSG:1234, is not known.", refusal(tiff().epsg(1234, false)));
  }

  @Test
  void aFourthBandIsNearInfraredWhateverItsTag() throws IOException {
    assertEquals("indexed", refusal(tiff().bands(4, 8, 2)));
    assertEquals("indexed", refusal(tiff().bands(4, 8, 1)));
    assertEquals(4, Cut.tile(folder.resolve("a.tif")).bands());
  }

  @Test
  void syntheticImagesSaySo() throws IOException {
    Path file = tiff().describe("Painted: a SYNTHETIC scene.").write(folder.resolve("s.tif"));
    assertTrue(Cut.tile(file).synthetic());
  }

  @Test
  void gsdIsMeasuredOnTheGround() throws IOException {
    double degree = 8.983152841195214e-6;
    Path degrees =
        tiff().epsg(4326, true).at(-111, 33, degree).write(folder.resolve("degrees.tif"));
    assertEquals(0.9962, Cut.tile(degrees).gsd(), 1e-3);
    Path mercator =
        tiff().epsg(3857, false).at(-13_600_000, 4_559_315, 1.2).write(folder.resolve("m.tif"));
    double latitude = Math.atan(Math.sinh(4_559_200 / 6378137.0));
    assertEquals(1.2 * Math.cos(latitude), Cut.tile(mercator).gsd(), 3e-3);
    Path turned =
        tiff().matrix(0.36, 0.48, 500_000, 0.48, -0.36, 4_000_000).write(folder.resolve("t.tif"));
    assertEquals(0.6, Cut.tile(turned).gsd(), 1e-9);
  }

  @Test
  void suitabilityRefusesCoarsePixelsAndTinyScenes() throws IOException {
    ImageryTile coarse =
        Cut.tile(tiff().at(500_000, 4_000_000, 29.6).write(folder.resolve("c.tif")));
    assertEquals(
        Optional.of(
            "Its pixels are 29.6 m wide; the network needs 1.5 m or finer, unless coarse imagery is allowed."),
        Suitability.refusal(coarse, 1, false));
    assertEquals(Optional.empty(), Suitability.refusal(coarse, 1, true));
    ImageryTile tiny = Cut.tile(tiff().at(500_000, 4_000_000, 0.45).write(folder.resolve("t.tif")));
    assertTrue(Suitability.refusal(tiny, 1, true).isPresent());
    ImageryTile small = Cut.tile(tiff().at(500_000, 4_000_000, 0.5).write(folder.resolve("s.tif")));
    assertEquals(Optional.empty(), Suitability.refusal(small, 1, false));
  }

  @Test
  void walksFoldersInOrderAndTakesNamedFilesWhateverTheirName() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("b/inner"));
    tiff().write(folder.resolve("b/z.TIFF"));
    tiff().write(inner.resolve("y.tif"));
    tiff().write(folder.resolve("a.Tif"));
    Files.writeString(folder.resolve("b/broken.tif"), "no image");
    Files.writeString(folder.resolve("b/notes.txt"), "passed by");
    Path named = tiff().write(folder.resolve("b/image.dat"));
    Files.createSymbolicLink(inner.resolve("loop"), folder);
    Files.createSymbolicLink(inner.resolve("dangling.tif"), folder.resolve("nowhere"));
    List<String> seen = new ArrayList<>();
    indexer.index(
        List.of(folder, named, folder.resolve("absent"), folder.resolve("a.Tif")),
        outcome ->
            seen.add(
                outcome.location().name()
                    + (outcome instanceof IndexOutcome.Refused r ? ": " + r.reason() : "")));
    assertEquals(
        List.of(
            "a.Tif",
            "broken.tif: It is neither a TIFF nor an MRF.",
            "y.tif",
            "z.TIFF",
            "image.dat",
            "absent: It does not exist."),
        seen);
  }

  @Test
  void aFileTruncatedInItsPixelsIsStillIndexed() throws IOException {
    byte[] whole = tiff().bytes();
    Path file = folder.resolve("cut.tif");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertEquals(240, Cut.tile(file).width());
  }
}
