package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real NAIP, where the shared data are beside the project. */
class RealImageryTest {
  @TempDir Path folder;

  private static Path naip(String name) {
    Path path = Path.of(System.getProperty("coverscape.root", "."), "../shared/data/naip", name);
    Assumptions.assumeTrue(Files.isDirectory(path), "needs the shared data: naip/" + name);
    return path;
  }

  private static List<ImageryTile> tiles(Path path) {
    List<ImageryTile> tiles = new ArrayList<>();
    new ImageryIndexer(AnyImagery.local())
        .index(
            List.of(path),
            outcome -> {
              if (outcome instanceof IndexOutcome.Indexed indexed) {
                tiles.add(indexed.tile());
              } else {
                throw new AssertionError(outcome.toString());
              }
            });
    assertFalse(tiles.isEmpty());
    return tiles;
  }

  private static Cut cut(ImageryTile tile, ImageryTile over, UtmZone zone) throws Exception {
    ChipGrid grid = ChipGrid.of(zone);
    RegionCover cover = RegionCover.of(new Region(over.footprint(), Crs.WGS84), grid);
    return Cut.of(grid, List.of(tile), cover);
  }

  /** Every image of a folder gives so many chips over its own footprint, and no fault. */
  private static void assertScores(String name, int wanted) throws Exception {
    for (ImageryTile tile : tiles(naip(name))) {
      assertTrue(Suitability.refusal(tile, 1, false).isEmpty(), tile.id());
      Region region = new Region(tile.footprint(), Crs.WGS84);
      Cut cut = cut(tile, tile, region.zone());
      assertTrue(cut.chips.size() >= wanted, tile.id() + ": " + cut.chips.size());
      assertTrue(cut.unscored.values().stream().noneMatch(u -> u.reason().isFault()), tile.id());
    }
  }

  @Test
  void scenesInUtmScore() throws Exception {
    assertScores("utm", 18);
  }

  @Test
  void scenesInOtherSystemsScore() throws Exception {
    assertScores("scenes", 1);
  }

  @Test
  void urbanCropsScore() throws Exception {
    assertScores("urban", 1);
  }

  @Test
  void oddSamplesAreRefused() {
    for (ImageryTile tile : tiles(naip("odd"))) {
      String reason = Suitability.refusal(tile, 1, false).orElse("");
      assertTrue(reason.endsWith("."), tile.id() + ": " + reason);
    }
  }

  @Test
  void subsetsOnBothSidesOfAZonesEdgeAreStitched() throws Exception {
    Path scenes = naip("scenes");
    ImageryTile west = Cut.tile(scenes.resolve("m_3607824_se_17_1_20160620_subset.tif"));
    ImageryTile east = Cut.tile(scenes.resolve("m_3607717_sw_18_1_20160620_subset.tif"));
    ChipGrid grid = ChipGrid.of(new UtmZone(17, true));
    Region both = new Region(west.footprint().union(east.footprint()).convexHull(), Crs.WGS84);
    Cut cut = Cut.of(grid, List.of(west, east), RegionCover.of(both, grid));
    assertTrue(cut.chips.values().stream().anyMatch(chip -> chip.imagery().size() == 2));
  }

  @Test
  void theSameSceneInDegreesShowsTheSameGround() throws Exception {
    ImageryTile degrees = Cut.tile(naip("scenes").resolve("302.tif"));
    for (ImageryTile utm : tiles(naip("utm"))) {
      if (utm.footprint().contains(degrees.footprint().getCentroid())) {
        UtmZone zone = UtmZone.of(utm.crs()).orElseThrow();
        double difference = difference(cut(utm, utm, zone), cut(degrees, utm, zone));
        assertTrue(difference < 8, "mean difference " + difference);
        return;
      }
    }
    throw new AssertionError("no scene of naip/utm shows the ground of 302");
  }

  @Test
  void warpsByGdalShowTheSameGround() throws Exception {
    Path scene = naip("utm").resolve("m_3511955_sw_11_1_20150101.tif");
    ImageryTile tile = Cut.tile(scene);
    UtmZone zone = new UtmZone(11, true);
    Cut original = cut(tile, tile, zone);
    ImageryTile fine = warped(scene, "fine", "-tr", "0.6", "0.6");
    assertEquals(0.6, fine.gsd(), 1e-9);
    double fineDifference = difference(original, cut(fine, tile, zone));
    assertTrue(fineDifference < 3, "0.6 m: " + fineDifference);
    ImageryTile other = warped(scene, "other", "-t_srs", "EPSG:26910", "-tr", "1", "1");
    double otherDifference = difference(original, cut(other, tile, zone));
    assertTrue(otherDifference < 3, "zone 10: " + otherDifference);
    String spelledOut = "+proj=lcc +lat_1=33.1 +lat_2=45.2 +lat_0=39 +lon_0=-96 +datum=NAD83";
    ImageryTile conic = warped(scene, "conic", "-t_srs", spelledOut, "-tr", "0.6", "0.6");
    assertTrue(conic.crs().epsg().isEmpty());
    double conicDifference = difference(original, cut(conic, tile, zone));
    assertTrue(conicDifference < 3, "conic: " + conicDifference);
  }

  private ImageryTile warped(Path scene, String name, String... options)
      throws IOException, InterruptedException {
    Path out = folder.resolve(name + ".tif");
    List<String> command = new ArrayList<>(List.of("gdalwarp", "-q", "-r", "bilinear"));
    command.addAll(List.of(options));
    command.addAll(List.of(scene.toString(), out.toString()));
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "gdalwarp takes too long");
      assertEquals(0, process.exitValue());
    } catch (IOException e) {
      Assumptions.abort("needs gdalwarp (gdal-bin)");
    }
    return Cut.tile(out);
  }

  /** Mean absolute difference in grey levels over the chips both have whole. */
  private static double difference(Cut one, Cut other) {
    long sum = 0;
    long count = 0;
    for (Chip chip : one.chips.values()) {
      Chip same = other.chips.get(chip.index());
      if (same != null && chip.validFraction() == 1 && same.validFraction() == 1) {
        for (int i = 0; i < Chip.BYTES; i++) {
          sum += Math.abs((chip.rgb()[i] & 255) - (same.rgb()[i] & 255));
          count++;
        }
      }
    }
    assertTrue(count >= 4 * Chip.BYTES, "chips to compare: " + count / Chip.BYTES);
    return (double) sum / count;
  }
}
