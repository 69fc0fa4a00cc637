package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class GeodesicAreaTest {
  private static final double A = 6378137;
  private static final double F = 1 / 298.257223563;
  private static final double E = Math.sqrt(F * (2 - F));

  /** The area between two parallels and two meridians, in closed form. */
  static double cell(double west, double south, double east, double north) {
    double b = A * (1 - F);
    return b * b / 2 * Math.toRadians(east - west) * (band(north) - band(south));
  }

  private static double band(double latitude) {
    double s = Math.sin(Math.toRadians(latitude));
    return s / (1 - E * E * s * s) + Math.log((1 + E * s) / (1 - E * s)) / (2 * E);
  }

  private static Geometry box(double west, double south, double east, double north) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
  }

  private static void assertClose(double expected, double actual, double relative) {
    assertEquals(expected, actual, expected * relative);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-34, 0, 25, 40, 48.5, 64})
  void aCellOfOneDegreeHasTheAreaOfTheClosedFormula(double south) {
    Geometry box = box(-120, south, -119, south + 1);
    assertClose(cell(-120, south, -119, south + 1), GeodesicArea.in(Crs.WGS84).of(box), 1e-8);
  }

  @Test
  void holesAreTakenOutAndPartsAreAddedWhateverTheOrientation() {
    Geometry ground =
        TestMaps.wkt(
            "MULTIPOLYGON (((0 40, 2 40, 2 41, 0 41, 0 40), (1 40.2, 1 40.4, 1.5 40.4, 1.5 40.2, 1 40.2)),"
                + " ((5 30, 6 30, 6 31, 5 31, 5 30)))");
    double expected = cell(0, 40, 2, 41) - cell(1, 40.2, 1.5, 40.4) + cell(5, 30, 6, 31);
    assertClose(expected, GeodesicArea.in(Crs.WGS84).of(ground), 1e-8);
    assertClose(expected, GeodesicArea.in(Crs.WGS84).of(ground.reverse()), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(ints = {26910, 26911, 26912, 32611, 3857, 5070})
  void groundKeepsItsAreaInEverySystem(int epsg) {
    Geometry dense = Densifier.densify(box(-114.05, 40, -113.95, 40.05), 0.0005);
    Crs crs = Crs.ofEpsg(epsg);
    Geometry moved = Crs.WGS84.to(crs).transform(dense);
    assertClose(cell(-114.05, 40, -113.95, 40.05), GeodesicArea.in(crs).of(moved), 1e-7);
  }

  @Test
  void aCellAtTheEdgeOfAZoneIsSmallerByTheSquareOfTheScale() {
    double nearEdge =
        GeodesicArea.in(TestMaps.ZONE.crs()).of(box(826000, 4400000, 826224, 4400224));
    double x = 326112 / 0.9996;
    double scale = 0.9996 * (1 + x * x / (2 * radiusAt(39.7)));
    assertClose(224 * 224 / (scale * scale), nearEdge, 5e-6);
  }

  private static double radiusAt(double latitude) {
    double w = 1 - E * E * Math.pow(Math.sin(Math.toRadians(latitude)), 2);
    return A / Math.sqrt(w) * A * (1 - E * E) / Math.pow(w, 1.5);
  }

  @Test
  void linesAndPointsHaveNone() {
    assertEquals(0, GeodesicArea.in(Crs.WGS84).of(TestMaps.wkt("LINESTRING (0 0, 1 1)")));
  }

  @Test
  void aRegionOfDegreesKeepsItsAreaInTheGrid() {
    Region region = Region.ofDegrees(-120.3, 36, -119.9, 36.2);
    Region moved = region.in(TestMaps.ZONE.crs());
    assertClose(
        cell(-120.3, 36, -119.9, 36.2), GeodesicArea.in(moved.crs()).of(moved.geometry()), 1e-6);
  }
}
