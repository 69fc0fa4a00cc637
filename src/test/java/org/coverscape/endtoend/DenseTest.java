package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.region.PixelWindow;
import org.coverscape.service.model.ColourNetwork;
import org.coverscape.service.model.TinyNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * {@code score --cells dense} with a network whose answer for each cell follows from its colour.
 */
class DenseTest {
  private static final double WEST = TiffFixtures.WEST;
  private static final double NORTH = TiffFixtures.NORTH;
  private static final int CHIPS = 3;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** NoData over 64 × 96 m in the middle of the image: two columns and three rows of cells. */
  private static final Envelope HOLE =
      new Envelope(WEST + 320, WEST + 384, NORTH - 384, NORTH - 288);

  /** Sides that follow no line of the grid. */
  private static final Geometry REGION =
      GEOMETRY.createPolygon(
          new Coordinate[] {
            new Coordinate(WEST + 40, NORTH - 25),
            new Coordinate(WEST + 640, NORTH - 110),
            new Coordinate(WEST + 590, NORTH - 650),
            new Coordinate(WEST + 150, NORTH - 580),
            new Coordinate(WEST + 40, NORTH - 25),
          });

  @TempDir static Path folder;
  private static RunningService service;
  private static Path image;
  private static Path region;
  private static Path job;
  private static Coverscape.Result result;

  /** What is seen: 32 m squares in a pattern without any symmetry. */
  private static int truth(double x, double y) {
    int east = (int) Math.floor((x - WEST) / 32);
    int south = (int) Math.floor((NORTH - y) / 32);
    return 1 + (east + 4 * south + east * south / 3) % 6;
  }

  @BeforeAll
  static void score() throws IOException {
    Ground ground = (x, y) -> 0xC8000000 | ColourNetwork.colour(truth(x, y));
    image =
        Scene.utm("squares_20210615", TiffFixtures.ZONE, WEST, NORTH, 1, 672, 672, ground)
            .withHole(HOLE)
            .writeTo(folder);
    region = folder.resolve("region.geojson");
    Files.writeString(region, geoJson());
    service = RunningService.start("--model", network("colours.onnx", ColourNetwork.bytes()));
    job = folder.resolve("dense");
    result = run(service, job, "--cells", "dense");
  }

  @AfterAll
  static void stopService() {
    if (service != null) {
      service.close();
    }
  }

  private static String network(String name, byte[] onnx) throws IOException {
    return Files.write(folder.resolve(name), onnx).toString();
  }

  private static String geoJson() {
    StringBuilder ring = new StringBuilder();
    for (Coordinate c : REGION.getCoordinates()) {
      ring.append(ring.length() == 0 ? "" : ",").append("[" + c.x + "," + c.y + "]");
    }
    return "{\"type\":\"Polygon\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
        + TiffFixtures.ZONE.crs().id()
        + "\"}},\"coordinates\":[["
        + ring
        + "]]}";
  }

  private static Coverscape.Result run(RunningService service, Path out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "score",
                "--region",
                region.toString(),
                "--imagery",
                image.toString(),
                "--out",
                out.toString(),
                "--services",
                service.endpoint()));
    command.addAll(List.of(more));
    return Coverscape.run(command.toArray(String[]::new));
  }

  @Test
  void everyCellOfTheRasterHasTheClassOfItsGround() throws IOException {
    assertEquals(0, result.exit(), result.err());
    int checked = 0;
    try (ReferenceRaster classes = ReferenceRaster.open(job.resolve("landcover.tif"));
        ReferenceRaster status = ReferenceRaster.open(job.resolve("status.tif"))) {
      PixelGrid grid = classes.grid();
      assertEquals(32, grid.x(1, 0) - grid.x(0, 0));
      assertEquals(-32, grid.y(0, 1) - grid.y(0, 0));
      PixelWindow all = new PixelWindow(0, 0, classes.width(), classes.height());
      byte[] ids = classes.read(0, all);
      byte[] states = status.read(0, all);
      for (int i = 0; i < ids.length; i++) {
        int col = i % classes.width();
        int row = i / classes.width();
        double x = grid.x(col + 0.5, row + 0.5);
        double y = grid.y(col + 0.5, row + 0.5);
        Envelope cell = new Envelope(x - 16, x + 16, y - 16, y + 16);
        boolean ofRegion = REGION.intersection(GEOMETRY.toGeometry(cell)).getArea() > 1e-3;
        boolean hole = HOLE.contains(x, y);
        assertEquals(ofRegion && !hole ? truth(x, y) : 0, ids[i], "row " + row + ", col " + col);
        assertEquals(!ofRegion ? 0 : hole ? 4 : 1, states[i]);
        checked += ofRegion ? 1 : 0;
      }
    }
    assertTrue(checked > 250, "cells: " + checked);
  }

  @Test
  void areasAddUpAndChipsAreCountedAsChips() throws IOException {
    Summary summary = Summary.of(job);
    summary.assertAddsUp();
    assertEquals(CHIPS * CHIPS, summary.chips("total"));
    assertEquals(CHIPS * CHIPS, summary.chips("scored"));
    assertEquals(32, summary.json().path("cells").path("metres").asInt());
    assertEquals(
        HOLE.getArea() / 1e4, summary.json().path("unscored").path("nodata").asDouble(), 2e-3);
  }

  @Test
  void gdalSeesPixelsOf32MetresAtTheirPlace() {
    assumeTrue(Coverscape.has("gdalinfo"), "gdalinfo is not installed (apt-get install gdal-bin)");
    String info = Coverscape.tool("gdalinfo", job.resolve("landcover.tif").toString());
    assertTrue(info.contains("Pixel Size = (32.000000000000000,-32.000000000000000)"), info);
    assertTrue(info.contains("Origin = (504032.000000000000000,4412800.000000000000000)"), info);
  }

  /** A resumed job and one that ran in one go are the same to the last byte. */
  @Test
  void theSameJobIsResumedAndOneOfOtherCellsIsRefused() throws IOException {
    byte[] before = Files.readAllBytes(job.resolve("landcover.tif"));
    Coverscape.Result again = run(service, job, "--cells", "dense", "--resume");
    assertEquals(0, again.exit(), again.err());
    assertArrayEquals(before, Files.readAllBytes(job.resolve("landcover.tif")));
    assertArrayEquals(new long[] {9, 9}, counts());
    Coverscape.Result other = run(service, job, "--resume");
    assertEquals(2, other.exit());
    assertTrue(
        other.err().contains("made with other cells (--cells dense, now chip)"), other.err());
  }

  private static long[] counts() throws IOException {
    Summary summary = Summary.of(job);
    return new long[] {summary.chips("total"), summary.chips("scored")};
  }

  @Test
  void servicesAndStridesThatDoNotGoWithItAreRefusedInOneSentence() throws IOException {
    try (RunningService whole =
        RunningService.start("--model", network("tiny.onnx", TinyNetwork.sound().bytes()))) {
      refused(
          run(whole, folder.resolve("whole"), "--cells", "dense"),
          "The service at "
              + whole.endpoint()
              + " answers for whole chips only; use --cells chip.");
    }
    refused(
        run(service, folder.resolve("fine"), "--cells", "dense", "--stride", "56"),
        "Cells of 32 m go with a stride of 224 only; leave out --stride, or use --cells chip.");
  }

  private static void refused(Coverscape.Result refusal, String sentence) {
    assertEquals(2, refusal.exit(), refusal.err());
    assertEquals(List.of("coverscape: " + sentence), refusal.errorLines());
  }

  /** An emulated device answers densely too, and its chips are the same however it is asked. */
  @Test
  void anEmulatedDeviceAnswersDensely() throws IOException {
    try (RunningService device = RunningService.emulated("rate=max")) {
      Path out = folder.resolve("emulated");
      Coverscape.Result scored = run(device, out, "--cells", "dense");
      assertEquals(0, scored.exit(), scored.err());
      assertEquals(CHIPS * CHIPS, Summary.of(out).chips("scored"));
    }
  }
}
