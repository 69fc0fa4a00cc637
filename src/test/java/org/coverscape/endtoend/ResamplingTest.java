package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;
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

  /**
   * A class may change only where it and the other are as close in probability, on both sides, and
   * neither is above {@link #HALF}.
   */
  private static final double NEAR_TIE = 0.1;

  private static final int HALF = 50;

  @TempDir Path folder;
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
  void scenesInTheNeighbouringZoneKeepTheirClasses() throws IOException {
    assertSameClasses(
        zone -> List.of("-t_srs", "EPSG:" + (26900 + (zone == 11 ? 12 : 11)), "-tr", "1", "1"));
  }

  @Test
  void scenesInFinerPixelsKeepTheirClasses() throws IOException {
    assertSameClasses(zone -> List.of("-tr", "0.6", "0.6"));
  }

  /** The scenes of a zone are one job, on each side of the warp. */
  private void assertSameClasses(IntFunction<List<String>> warp) throws IOException {
    List<String> changed = new ArrayList<>();
    int cells = 0;
    for (int zone : new int[] {11, 12}) {
      List<Path> images = new ArrayList<>();
      List<Path> warped = new ArrayList<>();
      for (String scene : SCENES) {
        if (scene.contains("_" + zone + "_1_")) {
          images.add(Coverscape.data("naip/utm").resolve(scene + ".tif"));
          warped.add(warp(scene, warp.apply(zone)));
        }
      }
      assertEquals(3, images.size());
      String region = region(images);
      Job first = score(images, region, zone);
      Job second = score(warped, region, zone);
      LandCoverMap before = first.map();
      LandCoverMap after = second.map();
      for (int row = before.minRow(); row < before.minRow() + before.rows(); row++) {
        for (int col = before.minCol(); col < before.minCol() + before.cols(); col++) {
          if (answered(before, row, col) && answered(after, row, col)) {
            cells++;
            if (before.classId(row, col) != after.classId(row, col)) {
              changed.add(describe(zone, before, after, row, col));
              int was = before.classId(row, col);
              int is = after.classId(row, col);
              assertTrue(
                  first.margin(row, col, was, is) <= NEAR_TIE
                      && second.margin(row, col, was, is) <= NEAR_TIE
                      && before.confidence(row, col) <= HALF
                      && after.confidence(row, col) <= HALF,
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

  /** What came of a run: the map, and the scores of its chips by row and column. */
  private record Job(LandCoverMap map, Map<List<Integer>, ClassScores> scores) {
    /** How far two classes are apart in probability; class 0 is none of the six. */
    double margin(int row, int col, int one, int other) {
      ClassScores found = Objects.requireNonNull(scores.get(List.of(row, col)));
      return Math.abs(probability(found, one) - probability(found, other));
    }

    private static double probability(ClassScores scores, int id) {
      return id == 0 ? scores.none() : scores.of(LandCoverClass.ALL.get(id - 1));
    }
  }

  private Path warp(String scene, List<String> options) {
    Path warped = folder.resolve(scene + ".tif");
    List<String> command = new ArrayList<>(List.of("gdalwarp", "-q", "-r", "bilinear"));
    command.addAll(options);
    command.add(Coverscape.data("naip/utm").resolve(scene + ".tif").toString());
    command.add(warped.toString());
    Coverscape.tool(command.toArray(String[]::new));
    return warped;
  }

  private static boolean answered(LandCoverMap map, int row, int col) {
    CellState state = map.state(row, col);
    return state == CellState.SCORED || state == CellState.UNCLASSIFIED;
  }

  private static String describe(
      int zone, LandCoverMap before, LandCoverMap after, int row, int col) {
    return String.format(
        Locale.ROOT,
        "zone %d, cell %d/%d: class %d (%d %%) became %d (%d %%)",
        zone,
        row,
        col,
        before.classId(row, col),
        before.confidence(row, col),
        after.classId(row, col),
        after.confidence(row, col));
  }

  private Job score(List<Path> images, String region, int zone) throws IOException {
    Path out = Files.createTempDirectory(folder, "job");
    List<String> command = new ArrayList<>(List.of("score", "--imagery"));
    images.forEach(image -> command.add(image.toString()));
    command.addAll(List.of("--region", region, "--zone", String.valueOf(zone)));
    command.addAll(List.of("--out", out.toString(), "--services", service.endpoint()));
    Coverscape.Result result = Coverscape.run(command.toArray(String[]::new));
    assertEquals(0, result.exit(), result.err());
    try (JobJournal journal = JobJournal.open(out.resolve("job.sqlite"))) {
      Map<List<Integer>, ClassScores> scores = new HashMap<>();
      journal.forEach(
          outcome -> {
            if (outcome instanceof ChipOutcome.Scored scored) {
              scores.put(List.of(scored.index().row(), scored.index().col()), scored.scores());
            }
          });
      return new Job(journal.read().map(), scores);
    }
  }

  /** The images' footprints, as they are before any warp. */
  private static String region(List<Path> images) {
    ImageryIndexer indexer = new ImageryIndexer(AnyImagery.local());
    List<String> footprints = new ArrayList<>();
    for (Path image : images) {
      if (indexer.read(image) instanceof IndexOutcome.Indexed indexed) {
        footprints.add(indexed.tile().footprint().toText());
      }
    }
    assertEquals(images.size(), footprints.size());
    return "GEOMETRYCOLLECTION (" + String.join(", ", footprints) + ")";
  }
}
