package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Real scenes, where the data folder stands beside the project. */
class RealImageryTest {
  @TempDir static Path folder;
  private static RunningService service;

  @BeforeAll
  static void findDataAndStartService() throws IOException {
    assumeTrue(
        Files.isDirectory(Coverscape.data("naip")), "the real imagery (../shared/data) is absent");
    service = RunningService.start();
  }

  @AfterAll
  static void stopService() {
    if (service != null) {
      service.close();
    }
  }

  private static String extent(Path file) {
    IndexOutcome outcome = new ImageryIndexer(AnyImagery.local()).read(file);
    if (outcome instanceof IndexOutcome.Indexed indexed) {
      Envelope box = indexed.tile().footprint().getEnvelopeInternal();
      return String.format(
          Locale.ROOT,
          "%.7f,%.7f,%.7f,%.7f",
          box.getMinX(),
          box.getMinY(),
          box.getMaxX(),
          box.getMaxY());
    }
    throw new AssertionError(file + " is not indexed: " + outcome);
  }

  private static Coverscape.Result score(Path image, Path out) {
    return Coverscape.run(
        "score",
        "--region",
        extent(image),
        "--imagery",
        image.toString(),
        "--out",
        out.toString(),
        "--services",
        service.endpoint());
  }

  @ParameterizedTest
  @CsvSource({
    "utm/m_3211421_se_11_1_20150101.tif, EPSG:26911, 20",
    "utm/m_3210945_nw_12_1_20150101.tif, EPSG:26912, 20",
    "scenes/330.tif, EPSG:26912, 16",
    "scenes/berkeley_3857.tif, EPSG:26910, 16",
    "scenes/m_3607717_sw_18_1_20160620_subset.tif, EPSG:26917, 1",
    "urban/riverside_2018_0.tif, EPSG:26911, 1"
  })
  void scenesAreScored(String name, String crs, int atLeast) throws IOException {
    Path image = Coverscape.data("naip").resolve(name);
    Path out = folder.resolve(String.valueOf(image.getFileName()));
    Coverscape.Result result = score(image, out);
    assertEquals(0, result.exit(), result.err());
    Summary summary = Summary.of(out);
    summary.assertAddsUp();
    assertEquals(crs, summary.json().path("crs").asText());
    assertTrue(summary.chips("scored") >= atLeast, summary.json().toString());
  }

  /** DESIGN §2.2: the two forest subsets meet at 78° W, each in its own zone. */
  @Test
  void aRegionAcrossTwoZonesIsOneMap() throws IOException {
    Path out = folder.resolve("across");
    Coverscape.Result result =
        Coverscape.run(
            "score",
            "--region",
            "-78.0029,36.6205,-77.9969,36.6232",
            "--imagery",
            Coverscape.data("naip/scenes/m_3607824_se_17_1_20160620_subset.tif").toString(),
            Coverscape.data("naip/scenes/m_3607717_sw_18_1_20160620_subset.tif").toString(),
            "--zone",
            "17",
            "--out",
            out.toString(),
            "--services",
            service.endpoint());
    assertEquals(0, result.exit(), result.err());
    Summary summary = Summary.of(out);
    summary.assertAddsUp();
    assertEquals(2, summary.json().path("tiles").asInt());
    assertEquals("EPSG:26917", summary.json().path("crs").asText());
    assertTrue(
        summary.json().path("classes").path("forested").path("hectares").asDouble() > 5,
        summary.json().toString());
  }

  @Test
  void oddScenesAreRefusedInOneSentence() throws IOException {
    try (Stream<Path> odd = Files.list(Coverscape.data("naip/odd"))) {
      List<Path> files = odd.filter(f -> f.toString().endsWith(".tif")).sorted().toList();
      assertEquals(3, files.size());
      for (Path file : files) {
        Coverscape.Result result =
            score(file, folder.resolve("odd-" + String.valueOf(file.getFileName())));
        assertEquals(2, result.exit(), file.toString());
        assertEquals(1, result.errorLines().size(), result.err());
      }
    }
  }
}
