package org.coverscape.engine.assessment.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.assessment.AssessmentException;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.export.DraftFile;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.store.Column;
import org.coverscape.engine.store.GeoPackageLayer;
import org.coverscape.engine.store.GeoPackageWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTWriter;

/**
 * The files of a sample that is to be labelled without seeing the map: a table and polygons, each
 * with an empty column {@code class}, and the key apart.
 *
 * @param folder where they lie
 */
public record SampleFiles(Path folder) {
  private static final int DEGREE_DECIMALS = 7;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** The table: id, lon, lat, polygon (well-known text in degrees), class. */
  public Path csv() {
    return folder.resolve("sample.csv");
  }

  /** The same as polygons in the grid's coordinates, layer {@code sample}. */
  public Path geoPackage() {
    return folder.resolve("sample.gpkg");
  }

  /** What the map says of each cell. */
  public Path key() {
    return folder.resolve("sample-key.json");
  }

  /**
   * Writes all of them.
   *
   * @throws IOException with one plain sentence when one cannot be written
   * @throws AssessmentException when there is a sample already, whose labels would be lost
   */
  public void write(SampleDesign design, ChipGrid grid) throws IOException {
    for (Path file : List.of(csv(), geoPackage(), key())) {
      if (Files.exists(file)) {
        throw new AssessmentException(
            "There is a sample in " + folder + " already, perhaps labelled; choose another --out.");
      }
    }
    SampleKey.write(key(), design);
    DraftFile.write(csv(), table(design, grid));
    try (GeoPackageWriter out = GeoPackageWriter.create(geoPackage())) {
      boolean whole = false;
      try {
        polygons(design, grid, out);
        whole = true;
      } finally {
        if (!whole) {
          out.discard();
        }
      }
    }
  }

  /**
   * The sample whose labels a file of this folder holds.
   *
   * @throws IOException when the key cannot be read
   * @throws AssessmentException when there is none, or it is damaged
   */
  public SampleDesign read() throws IOException {
    return SampleKey.read(key());
  }

  private static String table(SampleDesign design, ChipGrid grid) {
    StringBuilder csv = new StringBuilder("id,lon,lat,polygon,class\n");
    WKTWriter wkt = new WKTWriter();
    wkt.setPrecisionModel(
        new org.locationtech.jts.geom.PrecisionModel(Math.pow(10, DEGREE_DECIMALS)));
    for (SampledCell cell : design.cells()) {
      double[] middle = middle(cell, grid);
      Geometry polygon = grid.crs().to(Crs.WGS84).transform(polygon(cell, grid));
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%.7f,%.7f,\"%s\",\n",
              cell.id(),
              middle[0],
              middle[1],
              wkt.write(polygon)));
    }
    return csv.toString();
  }

  private static void polygons(SampleDesign design, ChipGrid grid, GeoPackageWriter out)
      throws IOException {
    GeoPackageLayer layer =
        out.addLayer(
            "sample",
            grid.crs(),
            List.of(
                Column.integer("id"),
                Column.real("lon"),
                Column.real("lat"),
                Column.text("class")));
    for (SampledCell cell : design.cells()) {
      double[] middle = middle(cell, grid);
      List<@Nullable Object> values = Arrays.asList(cell.id(), middle[0], middle[1], null);
      layer.insert(polygon(cell, grid), values);
    }
  }

  private static Geometry polygon(SampledCell cell, ChipGrid grid) {
    return GEOMETRY.toGeometry(grid.cell(cell.row(), cell.col()));
  }

  private static double[] middle(SampledCell cell, ChipGrid grid) {
    Coordinate centre = grid.cell(cell.row(), cell.col()).centre();
    double[] xy = {centre.x, centre.y};
    grid.crs().to(Crs.WGS84).transform(xy, 1);
    return xy;
  }
}
