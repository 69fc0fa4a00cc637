package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.store.JobJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same ground in other pixels gets the same classes: GDAL warps, the program scores both. */
class ResamplingTest {
  private static final List<String> SCENES =
      List.of(
          "m_3210945_nw_12_1_20150101",
          "m_3211201_ne_12_1_20150101",
          "m_3211421_se_11_1_20150101",
          "m_3411031_ne_12_1_20150101",
          "m_3511856_ne_11_1_20150101",
          "m_3511955_sw_11_1_20150101");

  /** Percent; a class may change only where none had the larger half of the probability. */
  private static final int NEAR_TIE = 50;

  @TempDir static Path folder;
  private static RunningService service;

  @BeforeAll
  static void findDataAndStartService() throws IOException {
    assumeTrue(
        Files.isDirectory(Coverscape.data("naip")), "the real imagery (../shared/data) is absent");
    assumeTrue(Coverscape.has("gdalwarp"), "gdalwarp is not installed (apt-get install gdal-bin)");
    service = RunningService.start();
  }

  @AfterAll
  static void stopService() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void aSceneInTheNeighbouringZoneKeepsItsClasses() throws IOException {
    compare("zone", true);
  }

  @Test
  void aSceneInFinerPixelsKeepsItsClasses() throws IOException {
    compare("fine", false);
  }

  private void compare(String how, boolean otherZone) throws IOException {
    List<String> changed = new ArrayList<>();
    int cells = 0;
    for (String scene : SCENES) {
      int zone = Integer.parseInt(scene.substring(13, 15));
      Path image = Coverscape.data("naip/utm").resolve(scene + ".tif");
      Path warped = folder.resolve(how + "_" + scene + ".tif");
      List<String> command = new ArrayList<>(List.of("gdalwarp", "-q", "-r", "bilinear"));
      command.addAll(
          otherZone
              ? List.of("-t_srs", "EPSG:" + (26900 + (zone == 11 ? 12 : 11)), "-tr", "1", "1")
              : List.of("-tr", "0.6", "0.6"));
      command.addAll(List.of(image.toString(), warped.toString()));
      Coverscape.tool(command.toArray(String[]::new));
      LandCoverMap before = score(image, zone, how + "-a-" + scene);
      LandCoverMap after = score(warped, zone, how + "-b-" + scene);
      for (int row = before.minRow(); row < before.minRow() + before.rows(); row++) {
        for (int col = before.minCol(); col < before.minCol() + before.cols(); col++) {
          if (answered(before, row, col) && answered(after, row, col)) {
            cells++;
            if (before.classId(row, col) != after.classId(row, col)) {
              changed.add(describe(scene, before, after, row, col));
              assertTrue(
                  before.confidence(row, col) <= NEAR_TIE && after.confidence(row, col) <= NEAR_TIE,
                  "only near-ties may change: " + changed.get(changed.size() - 1));
            }
          }
        }
      }
    }
    assertTrue(cells > 100, "too few cells were compared: " + cells);
    assertTrue(
        changed.size() <= 0.02 * cells, changed.size() + " of " + cells + " changed: " + changed);
  }

  private static boolean answered(LandCoverMap map, int row, int col) {
    CellState state = map.state(row, col);
    return state == CellState.SCORED || state == CellState.UNCLASSIFIED;
  }

  private static String describe(
      String scene, LandCoverMap before, LandCoverMap after, int row, int col) {
    return String.format(
        Locale.ROOT,
        "%s %d/%d class %d (%d %%) became %d (%d %%)",
        scene,
        row,
        col,
        before.classId(row, col),
        before.confidence(row, col),
        after.classId(row, col),
        after.confidence(row, col));
  }

  private LandCoverMap score(Path image, int zone, String name) throws IOException {
    Path out = folder.resolve(name);
    String source = String.valueOf(image.getFileName()).replaceFirst("^(zone|fine)_", "");
    Coverscape.Result result =
        Coverscape.run(
            "score",
            "--region",
            region(Coverscape.data("naip/utm").resolve(source)),
            "--imagery",
            image.toString(),
            "--zone",
            String.valueOf(zone),
            "--out",
            out.toString(),
            "--services",
            service.endpoint());
    assertEquals(0, result.exit(), result.err());
    try (JobJournal journal = JobJournal.open(out.resolve("job.sqlite"))) {
      return journal.read().map();
    }
  }

  private static String region(Path image) {
    if (new org.coverscape.engine.imagery.ImageryIndexer(
                org.coverscape.engine.imagery.access.AnyImagery.local())
            .read(image)
        instanceof org.coverscape.engine.imagery.IndexOutcome.Indexed indexed) {
      return indexed.tile().footprint().toText();
    }
    throw new AssertionError(image + " is not indexed");
  }
}
