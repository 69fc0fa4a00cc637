package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.store.Column;
import org.coverscape.engine.store.GeoPackageLayer;
import org.coverscape.engine.store.GeoPackageWriter;

/** Writes the polygons of a map, in a coordinate system of choice. */
final class PatchFiles {
  /** The name of the layer in a GeoPackage. */
  static final String LAYER = "landcover";

  private static final List<DbfField> FIELDS =
      List.of(
          DbfField.number("class_id", 4, 0),
          DbfField.text("class", 16),
          DbfField.number("hectares", 19, 6),
          DbfField.number("confidence", 7, 2));
  private static final List<Column> COLUMNS =
      List.of(
          Column.integer("class_id"),
          Column.text("class"),
          Column.real("hectares"),
          Column.real("confidence"));

  private PatchFiles() {}

  private static List<Object> values(Patch patch) {
    return List.of(
        patch.landCover().id(), patch.landCover().label(), patch.hectares(), patch.confidence());
  }

  /** Writes a shapefile; an ending other than {@code .shp} gets that one behind it. */
  static void writeShapefile(CoveredCells cells, Reprojection place, Path file) throws IOException {
    Path shp =
        file.toString().endsWith(".shp") ? file : file.resolveSibling(file.getFileName() + ".shp");
    try (ShapefileWriter out = ShapefileWriter.create(shp, place.target(), FIELDS)) {
      for (Patch patch : new PatchPolygons(cells)) {
        out.add(place.apply(patch.outline()), values(patch));
      }
      out.finish();
    }
  }

  /** Writes a GeoPackage with one layer. */
  static void writeGeoPackage(CoveredCells cells, Reprojection place, Path file)
      throws IOException {
    GeoPackages.write(file, out -> fill(out, cells, place));
  }

  private static void fill(GeoPackageWriter out, CoveredCells cells, Reprojection place)
      throws IOException {
    GeoPackageLayer layer = out.addLayer(LAYER, place.target(), COLUMNS);
    for (Patch patch : new PatchPolygons(cells)) {
      layer.insert(place.apply(patch.outline()), values(patch));
    }
  }
}
