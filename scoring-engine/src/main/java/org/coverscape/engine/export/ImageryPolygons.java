package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coverscape.engine.analysis.Polygons;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.store.Column;
import org.coverscape.engine.store.GeoPackageLayer;
import org.coverscape.engine.store.GeoPackageWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Says which images each part of a map was made from: one multipolygon for each set of images,
 * dissolved from its cells and clipped to the region. Ground without imagery has none.
 */
final class ImageryPolygons {
  /** The name of the layer. */
  static final String LAYER = "imagery";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("ids"),
          Column.date("date"),
          Column.text("dates"),
          Column.integer("cells"),
          new Column("synthetic", Column.Type.BOOLEAN));

  private ImageryPolygons() {}

  /** Cells of one set of images, while they are found. */
  private static final class Ground {
    private final List<Geometry> parts = new ArrayList<>();
    private long cells;

    MultiPolygon polygons() {
      return Polygons.of(
          new GeometryFactory().createGeometryCollection(parts.toArray(Geometry[]::new)));
    }
  }

  static void writeGeoPackage(CoveredCells cells, Reprojection place, Path file)
      throws IOException {
    GeoPackages.write(file, out -> fill(out, cells, place));
  }

  private static void fill(GeoPackageWriter out, CoveredCells cells, Reprojection place)
      throws IOException {
    GeoPackageLayer layer = out.addLayer(LAYER, place.target(), COLUMNS);
    for (Map.Entry<Integer, Ground> set : grounds(cells).entrySet()) {
      Ground ground = set.getValue();
      layer.insert(
          place.apply(ground.polygons()), values(cells.mapped(), set.getKey(), ground.cells));
    }
  }

  private static Map<Integer, Ground> grounds(CoveredCells cells) {
    Geometry region = cells.mapped().region().geometry();
    Map<Integer, Ground> grounds = new TreeMap<>();
    for (CellPatch patch : new CellPatches(cells, cells.map()::imagerySet)) {
      Ground ground = grounds.computeIfAbsent(patch.key(), key -> new Ground());
      ground.parts.add(PatchPolygons.clipped(cells, region, patch));
      ground.cells += patch.cells().size();
    }
    return grounds;
  }

  private static List<@Nullable Object> values(MappedRegion mapped, int set, long cells) {
    Map<String, ImagerySource> sources =
        mapped.sources().stream()
            .collect(Collectors.toMap(ImagerySource::id, Function.identity(), (a, b) -> a));
    List<String> ids = mapped.imagerySets().get(set);
    List<Optional<LocalDate>> dates =
        ids.stream()
            .map(id -> Optional.ofNullable(sources.get(id)).flatMap(ImagerySource::date))
            .toList();
    boolean synthetic =
        ids.stream().map(sources::get).anyMatch(source -> source != null && source.synthetic());
    String allDates =
        dates.stream()
            .map(d -> d.map(LocalDate::toString).orElse(""))
            .collect(Collectors.joining(","));
    return Arrays.asList(
        String.join(",", ids),
        dates.isEmpty() ? null : dates.get(0).orElse(null),
        allDates,
        cells,
        synthetic);
  }
}
