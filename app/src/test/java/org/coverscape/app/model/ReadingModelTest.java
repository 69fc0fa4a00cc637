package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hovering, looking at a chip, and stepping through patches, over a job that was scored. */
class ReadingModelTest {
  private static final int ROW = (int) (TiffFixtures.NORTH / 224) - 1;
  private static final int COL = (int) (TiffFixtures.WEST / 224);

  @TempDir Path folder;

  private static MapPoint middle(Office office, int row, int col) {
    return office.run.job().orElseThrow().grid().support(row, col).centre();
  }

  private static HoverText hover(Office office, MapPoint ground) throws InterruptedException {
    office.reading.hover(null);
    office.reading.hover(ground);
    office.until("it hovers", () -> office.reading.hoverProperty().get() != null);
    return office.reading.hoverProperty().get();
  }

  @Test
  void hoverTellsClassConfidenceAndDate() throws Exception {
    try (Office office = new Office(folder)) {
      office.ready(Office.CHIPS + 1);
      office.score();
      HoverText text = hover(office, middle(office, ROW, COL));
      assertTrue(text.landCover().matches("(cultivated|forested)  0\\.90"), text.landCover());
      assertEquals("imagery 2021-06-15", text.imagery());
      HoverText none = hover(office, middle(office, ROW, COL + Office.CHIPS));
      assertEquals("not scored: no imagery", none.landCover());
      office.reading.hover(MapPoint.ofDegrees(-70, 45));
      office.until("nothing is there", () -> office.reading.hoverProperty().get() == null);
      assertEquals(List.of(), office.notices.warned);
    }
  }

  @Test
  void hoverWorksWhileAJobRuns() throws Exception {
    try (Office office = new Office(folder)) {
      office.ready(Office.CHIPS);
      office.model.letThrough(20);
      office.run.start(office.project.nextJobFolder());
      office.until("all but the end", () -> office.run.progressProperty().get().ended() > 0);
      office.until(
          "a chip is told",
          () -> {
            office.reading.hover(middle(office, ROW, COL));
            return office.reading.hoverProperty().get() != null;
          });
      assertTrue(hover(office, middle(office, ROW, COL)).landCover().endsWith("0.90"));
    }
  }

  @Test
  void aChipIsLookedAtClosely() throws Exception {
    try (Office office = new Office(folder)) {
      assertFalse(office.reading.inspect(MapPoint.ofDegrees(-98, 40)), "there is no job");
      office.ready(Office.CHIPS + 1);
      office.score();
      assertTrue(office.reading.inspect(middle(office, ROW, COL)));
      office.until("it is shown", () -> office.reading.inspectionProperty().get() != null);
      Inspection chip = office.reading.inspectionProperty().get();
      assertTrue(chip.title().endsWith("  0.90"), chip.title());
      assertEquals(6, chip.scores().orElseThrow().toArray().length);
      assertEquals(224, chip.pixels().orElseThrow().width());
      assertEquals(224, chip.pixels().orElseThrow().height());
      String lines =
          chip.details().stream()
              .map(d -> d.name() + "=" + d.value())
              .collect(Collectors.joining());
      assertTrue(lines.contains("Tile=m_3909801_ne_14_1_20210615 (2021-06-15)"), lines);
      assertTrue(lines.contains("Imagery in chip=100.0 %"), lines);
      assertTrue(lines.contains("Service=127.0.0.1:"), lines);
      assertTrue(lines.contains("Cell=row " + ROW + ", column " + COL), lines);
      office.reading.inspect(middle(office, ROW, COL + Office.CHIPS));
      office.until("the other", () -> office.reading.inspectionProperty().get().scores().isEmpty());
      assertEquals("not scored: no imagery", office.reading.inspectionProperty().get().title());
      office.reading.inspect(MapPoint.ofDegrees(-70, 45));
      office.until("no chip there", () -> office.reading.inspectionProperty().get() == null);
      office.reading.inspect(middle(office, ROW, COL));
      office.reading.close();
      assertNull(office.reading.inspectionProperty().get());
      assertEquals(List.of(), office.notices.warned);
    }
  }

  @Test
  void theLeastConfidentPatchesAreSteppedThroughInACircle() throws Exception {
    try (Office office = new Office(folder)) {
      List<PatchModel.Patch> shown = new ArrayList<>();
      PatchModel patches =
          new PatchModel(office.run, office.background, office.notices, shown::add);
      patches.step(1);
      assertEquals(List.of(), shown, "there is no job");
      office.ready(2);
      office.score();
      patches.step(1);
      office.until("the first", () -> shown.size() == 1);
      String first = shown.get(0).text();
      assertTrue(first.matches("Least confident patch 1 of \\d+: .*, 90 % sure, 1 cell\\."), first);
      patches.step(1);
      assertTrue(shown.get(1).text().contains("patch 2 of "));
      patches.step(-1);
      patches.step(-1);
      assertTrue(shown.get(3).text().matches("Least confident patch (\\d+) of \\1:.*"));
      patches.step(1);
      assertEquals(first, shown.get(4).text());
      assertNotNull(shown.get(4).box());
    }
  }

  @Test
  void withoutClassifiedGroundThereIsNoPatch() throws Exception {
    try (Office office = new Office(folder)) {
      List<PatchModel.Patch> shown = new ArrayList<>();
      PatchModel patches =
          new PatchModel(office.run, office.background, office.notices, shown::add);
      office.ready(1);
      office.model.letThrough(0);
      office.run.start(office.project.nextJobFolder());
      office.until("it runs", () -> office.run.state() == RunState.RUNNING);
      patches.step(-1);
      office.until("it is said", () -> !office.notices.said.isEmpty());
      assertEquals(
          List.of("There is no classified ground to step through yet."), office.notices.said);
    }
  }
}
