package org.coverscape.engine.assessment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.export.ExportFormat;
import org.coverscape.engine.export.ExportOptions;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.PixelWindow;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class AgreementAssessorTest {
  private static final ChipGrid GRID = new ChipGrid(TestMaps.ZONE, 1, 56);
  private static final MappedRegion MAP =
      TestMaps.random(
          TestMaps.utm(
              "POLYGON ((500100 4400100, 502500 4400300, 502300 4402000, 500300 4401700, 500100 4400100),"
                  + " (501000 4400600, 501300 4401100, 501500 4400600, 501000 4400600))"),
          GRID,
          5);

  @TempDir Path folder;

  private Agreement count(MappedRegion map, Path file) throws IOException {
    try (AgreementAssessor assessor = AgreementAssessor.open(map, file, Crosswalk.nlcd())) {
      return assessor.count(OptionalInt.empty(), () -> {});
    }
  }

  /** Every pixel centre asked for alone, by JTS, without windows, strips or bits. */
  private static long[][] oneByOne(References reference) {
    CoordinateTransform toZone = References.ALBERS.to(GRID.crs());
    long[][] counts = new long[256][CellCategory.UNSCORED + 1];
    GeometryFactory points = new GeometryFactory();
    for (int row = 0; row < reference.height(); row++) {
      for (int col = 0; col < reference.width(); col++) {
        double[] xy = {
          reference.grid().x(col + 0.5, row + 0.5), reference.grid().y(col + 0.5, row + 0.5)
        };
        toZone.transform(xy, 1);
        if (MAP.region().geometry().covers(points.createPoint(new Coordinate(xy[0], xy[1])))) {
          int said = CellCategory.of(MAP.map(), GRID.rowAt(xy[1]), GRID.colAt(xy[0]));
          counts[reference.code(col, row)][said]++;
        }
      }
    }
    return counts;
  }

  @Test
  void everyPixelCentreInTheRegionIsCountedOnce() throws IOException {
    References reference = References.over(MAP, 3);
    Agreement agreement = count(MAP, reference.write(folder.resolve("nlcd_2019.tif")));
    long[][] expected = oneByOne(reference);
    long pixels = 0;
    for (CodeGround code : agreement.codes()) {
      assertArrayEquals(expected[code.code()], code.counts(), "code " + code.code());
      pixels += code.pixels();
    }
    assertTrue(pixels > 3000, "pixels " + pixels);
    assertEquals(18, agreement.codes().size());
    assertEquals(List.of(199), agreement.unknown().stream().map(CodeGround::code).toList());
    assertEquals(List.of(0, 250), agreement.noData().stream().map(CodeGround::code).toList());
    assertEquals(List.of(90, 95), agreement.wetlands().stream().map(CodeGround::code).toList());
    assertEquals(
        pixels,
        agreement.matrix().total()
            + agreement.unscored()
            + agreement.unknown().get(0).pixels()
            + agreement.noData().stream().mapToLong(CodeGround::pixels).sum());
    assertEquals("2019", agreement.subject().referenceYear());
  }

  @Test
  void aPixelOfAlbersIsNineHundredSquareMetres() throws IOException {
    Agreement agreement =
        count(MAP, References.over(MAP, 4).write(folder.resolve("reference.tif")));
    for (CodeGround code : agreement.codes()) {
      assertEquals(0.09 * code.pixels(), code.hectares(), 1e-6 * code.hectares());
    }
    assertEquals(1, agreement.covered(), 0.005);
    assertEquals("unknown", agreement.subject().referenceYear());
  }

  /** The region is whole cells, so that GDAL's view of the exported map has the same edge. */
  @Test
  void theCellUnderEachCentreIsGdals() throws IOException {
    MappedRegion map =
        TestMaps.random(
            TestMaps.utm(
                "POLYGON ((500080 4400032, 501984 4400032, 501984 4401488, 500080 4401488, 500080 4400032))"),
            GRID,
            8);
    Path exported = folder.resolve("map.tif");
    ExportFormat.GEOTIFF
        .exporter(new ExportOptions(Optional.empty(), Optional.empty()))
        .export(map, exported);
    References reference = References.over(map, 6);
    StringBuilder centres = new StringBuilder();
    for (int i = 0; i < reference.codes().length; i++) {
      double col = i % reference.width() + 0.5;
      double row = Math.floorDiv(i, reference.width()) + 0.5;
      centres.append(reference.grid().x(col, row)).append(' ');
      centres.append(reference.grid().y(col, row)).append('\n');
    }
    List<String> said =
        Tool.run(
                List.of("gdallocationinfo", "-valonly", "-l_srs", "EPSG:5070", exported.toString()),
                centres.toString())
            .lines()
            .toList();
    assertEquals(reference.codes().length, said.size());
    long[][] expected = new long[256][7];
    for (int i = 0; i < said.size(); i++) {
      int value = said.get(i).isBlank() ? 0 : Integer.parseInt(said.get(i).trim());
      expected[reference.codes()[i] & 0xFF][value]++;
    }
    Agreement agreement = count(map, reference.write(folder.resolve("reference.tif")));
    for (CodeGround code : agreement.codes()) {
      for (int category = 0; category < Categories.NONE; category++) {
        assertEquals(expected[code.code()][category + 1], code.counts()[category]);
      }
    }
  }

  @Test
  void filesSayTheSameAsTheCounts() throws IOException {
    References reference = References.over(MAP, 3);
    Path file = reference.write(folder.resolve("nlcd_2019.tif"));
    AgreementFiles files = new AgreementFiles(folder);
    AtomicInteger steps = new AtomicInteger();
    Agreement agreement;
    try (AgreementAssessor assessor = AgreementAssessor.open(MAP, file, Crosswalk.nlcd())) {
      agreement = assessor.count(OptionalInt.of(2020), steps::incrementAndGet);
      assertTrue(files.write(agreement, assessor, steps::incrementAndGet).isPresent());
      assertEquals(2 * assessor.rows(), steps.get());
    }
    long[] painted = values(files.raster());
    AgreementMatrix matrix = agreement.matrix();
    for (int i : Categories.all()) {
      for (int j : Categories.all()) {
        assertEquals(matrix.count(i, j), painted[10 * (i + 1) + j + 1]);
      }
    }
    assertEquals(agreement.unscored(), painted[1]);
    assertEquals(Crosswalk.nlcd(), Crosswalk.read(files.crosswalk()));
    String csv = Files.readString(files.csv());
    assertTrue(csv.contains("\nreference_year,2020\n"), csv);
    assertTrue(csv.contains("\npixels_compared," + matrix.total() + "\n"), csv);
    String html = Files.readString(files.html());
    assertFalse(html.contains("http") || html.contains("<script"), "nothing from elsewhere");
    assertTrue(html.contains("agreement, not accuracy"), html);
    String names = Files.readString(folder.resolve("disagreements.tif.aux.xml"));
    assertTrue(names.contains("<F>46</F><F>reference forested, map shrub</F>"), names);
  }

  private static long[] values(Path raster) throws IOException {
    long[] counts = new long[256];
    try (ReferenceRaster read = ReferenceRaster.open(raster)) {
      for (byte value : read.read(0, new PixelWindow(0, 0, read.width(), read.height()))) {
        counts[value & 0xFF]++;
      }
    }
    return counts;
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    References reference = References.over(MAP, 3);
    PixelGrid place = reference.grid();
    References far =
        new References(
            reference.width(),
            reference.height(),
            PixelGrid.northUp(place.x0() + 90_000, place.y0(), 30, 30),
            reference.codes());
    assertRefused("does not touch", MAP, far);
    References africa =
        new References(9, 9, PixelGrid.northUp(9_000_000, -4_000_000, 30, 30), new byte[81]);
    assertRefused("does not touch", MAP, africa);
    assertRefused("no data", MAP, filled(reference, References.NO_DATA));
    assertRefused("crosswalk", MAP, filled(reference, 199));
    LandCoverMap none = new LandCoverMap(0, 0, 1, 1);
    MappedRegion empty =
        new MappedRegion(MAP.region(), GRID, none, MAP.imagerySets(), MAP.sources(), MAP.model());
    assertRefused("no scored cells", empty, reference);
  }

  private static References filled(References like, int code) {
    byte[] codes = new byte[like.codes().length];
    java.util.Arrays.fill(codes, (byte) code);
    return new References(like.width(), like.height(), like.grid(), codes);
  }

  private void assertRefused(String saying, MappedRegion map, References reference)
      throws IOException {
    Path file = reference.write(folder.resolve("refused.tif"));
    String said = assertThrows(AssessmentException.class, () -> count(map, file)).getMessage() + "";
    assertTrue(said.contains(saying) && said.endsWith("."), said);
  }
}
