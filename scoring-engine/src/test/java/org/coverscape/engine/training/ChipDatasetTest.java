package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Two by two chips of a made-up scene. */
class ChipDatasetTest {
  @TempDir Path folder;

  /** The western column is shrub, the eastern one is mixed. */
  private static final class Stripes implements CellLabels {
    @Override
    public List<CellLabel> of(ChipGrid grid, List<RegionCell> cells) {
      return cells.stream()
          .map(
              cell ->
                  cell.col() == 2250
                      ? new CellLabel(CellLabel.State.AGREED, 5, List.of(52, 51))
                      : CellLabel.of(CellLabel.State.MIXED, List.of(52, -1)))
          .toList();
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public List<String> unknown() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private ScoringPlan plan() throws IOException {
    Path image = new TiffFixtures(folder).utm(Ground.gradient());
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      if (new ImageryIndexer(AnyImagery.local()).read(image)
          instanceof IndexOutcome.Indexed found) {
        catalog.put(found.tile());
      }
      Envelope box =
          new Envelope(
              TiffFixtures.WEST + 1,
              TiffFixtures.WEST + 447,
              TiffFixtures.NORTH - 447,
              TiffFixtures.NORTH - 1);
      Region region = new Region(new GeometryFactory().toGeometry(box), TiffFixtures.ZONE.crs());
      return ScoringPlan.of(region, catalog, PlanOptions.DEFAULT);
    }
  }

  private ChipDataset write(boolean agreeingOnly, Path out)
      throws IOException, InterruptedException {
    ScoringPlan plan = plan();
    ChipDataset dataset = new ChipDataset(plan, Optional.of(new Stripes()), agreeingOnly);
    List<Integer> steps = new ArrayList<>();
    try (ChipFiles files = ChipFiles.begin(out, plan)) {
      dataset.write(AnyImagery.local(), files, () -> steps.add(1));
      files.finish();
    }
    assertEquals(4, steps.size());
    return dataset;
  }

  @Test
  void chipsGoToTheFolderOfTheirClass() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    assertEquals(Map.of("shrub", 2L, "unlabelled", 2L), write(false, out).folders());
    List<String> lines = Files.readAllLines(out.resolve(ChipFiles.MANIFEST));
    assertEquals(5, lines.size());
    assertTrue(
        lines.contains(
            "shrub/14N_19699_2250.png,14N,19699,2250,-98.951922,39.864218,"
                + "m_3909801_ne_14_1_20210615,2021-06-15,1.0000,shrub,52 51"),
        () -> String.join("\n", lines));
    assertTrue(lines.stream().anyMatch(l -> l.endsWith(",,52 -")), () -> String.join("\n", lines));
    BufferedImage image = ImageIO.read(out.resolve("shrub/14N_19699_2250.png").toFile());
    assertEquals(224, image.getWidth());
    int west = (int) (20 + Math.floorMod((long) TiffFixtures.WEST, 200L));
    int north = (int) (20 + Math.floorMod((long) TiffFixtures.NORTH - 1, 200L));
    assertEquals(west << 16 | north << 8 | 90, image.getRGB(0, 0) & 0xFFFFFF);
  }

  @Test
  void onlyThoseThatAgree() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    assertEquals(Map.of("shrub", 2L), write(true, out).folders());
    assertFalse(Files.exists(out.resolve("unlabelled")));
  }

  @Test
  void aFinishedSetIsNotWrittenOver() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    write(true, out);
    ScoringPlan plan = plan();
    String said =
        assertThrows(IOException.class, () -> ChipFiles.begin(out, plan).close()).getMessage() + "";
    assertTrue(said.endsWith("holds chips already; name another folder with --out."), said);
  }
}
