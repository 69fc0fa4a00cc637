package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.engine.vector.FeatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureLabelsTest {
  private static final ChipGrid GRID = ChipGrid.of(new UtmZone(14, true));
  private static final int ROW = 19_697;
  private static final int COL = 2250;

  @TempDir Path folder;

  /** A box of cells, in cells from the first; a class of no letters is a number. */
  private static String box(double west, double east, String landCover) {
    double x0 = (COL + west) * 224;
    double x1 = (COL + east) * 224;
    double y0 = ROW * 224.0;
    double y1 = y0 + 224;
    return feature(
        String.format(
            Locale.ROOT,
            "{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}",
            x0,
            y0,
            x1,
            y0,
            x1,
            y1,
            x0,
            y1,
            x0,
            y0),
        landCover);
  }

  private static String point(double cells, String landCover) {
    return feature(
        String.format(
            Locale.ROOT,
            "{\"type\":\"Point\",\"coordinates\":[%f,%f]}",
            (COL + cells) * 224,
            (ROW + 0.3) * 224),
        landCover);
  }

  private static String feature(String geometry, String landCover) {
    String value = landCover.matches("\\d+") ? landCover : "\"" + landCover + "\"";
    return "{\"type\":\"Feature\",\"properties\":{\"Class\":%s,\"n\":1},\"geometry\":%s}"
        .formatted(value, geometry);
  }

  private FeatureLabels labels(String... features) throws IOException {
    return FeatureLabels.read(file(features), Optional.empty(), Crosswalk.nlcd());
  }

  private Path file(String... features) throws IOException {
    return Files.writeString(
        folder.resolve("labels.geojson"),
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
            + "\"EPSG:26914\"}},\"features\":["
            + String.join(",", features)
            + "]}");
  }

  private static String states(FeatureLabels labels, int count) {
    List<RegionCell> cells =
        IntStream.range(COL, COL + count).mapToObj(c -> new RegionCell(ROW, c, null)).toList();
    return labels.of(GRID, cells).stream()
        .map(l -> l.state() == CellLabel.State.AGREED ? Targets.label(l.target()) : l.state() + "")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCellWithinAPolygonIsOfItsClass() throws IOException {
    FeatureLabels labels = labels(box(0, 2.5, "Shrub"), box(3, 4, "82"));
    assertEquals("shrub shrub SILENT cultivated SILENT", states(labels, 5));
    assertEquals("Class", labels.provenance().get("class_field"));
  }

  @Test
  void aPointLabelsTheCellThatHoldsIt() throws IOException {
    assertEquals("SILENT none barren", states(labels(point(1.2, "none"), point(2.9, "31")), 3));
  }

  @Test
  void whatContradictsItselfIsMixed() throws IOException {
    assertEquals(
        "MIXED MIXED shrub",
        states(labels(box(0, 1.5, "barren"), box(1, 3, "shrub"), point(0.5, "forested")), 3));
  }

  @Test
  void neighboursThatOnlyTouchDoNotMatter() throws IOException {
    assertEquals("barren shrub", states(labels(box(0, 1, "barren"), box(1, 2, "shrub")), 2));
  }

  @Test
  void namesThatStandForNothingAreTold() throws IOException {
    FeatureLabels labels = labels(box(0, 1, "wheat"), box(1, 2, "shrub"), box(2, 3, "99"));
    assertEquals("SILENT shrub SILENT", states(labels, 3));
    assertEquals(List.of("99", "wheat"), labels.unknown());
    assertTrue(labels.ground().isPresent());
    assertTrue(labels(box(0, 1, "wheat")).ground().isEmpty());
  }

  @Test
  void anAttributeThatIsNotThereIsRefused() throws IOException {
    Path file = file(box(0, 1, "shrub"));
    String said =
        assertThrows(
                    FeatureException.class,
                    () -> FeatureLabels.read(file, Optional.of("kind"), Crosswalk.nlcd()))
                .getMessage()
            + "";
    assertTrue(said.contains("no attribute 'kind'") && said.contains("Class, n"), said);
  }
}
