package org.coverscape.engine.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.place.FeatureFile;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Labels from shapes with a class: a cell is of a class when it lies within a polygon of that class
 * or holds a point of it, and no other polygon or point says otherwise.
 */
public final class FeatureLabels implements CellLabels {
  private static final List<String> USUAL_FIELDS =
      List.of("class", "label", "landcover", "land_cover", "class_name", "class_id", "code");

  /** A cell's width and more, at latitudes below 60°. */
  private static final double CELL_DEGREES = 0.005;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private record Shape(PreparedGeometry geometry, int target) {}

  private final String name;
  private final FeatureCollection features;
  private final String field;
  private final Crosswalk crosswalk;
  private final TreeSet<String> unknown = new TreeSet<>();
  private final Map<UtmZone, STRtree> shapes = new HashMap<>();

  private FeatureLabels(
      String name, FeatureCollection features, String field, Crosswalk crosswalk) {
    this.name = name;
    this.features = features;
    this.field = field;
    this.crosswalk = crosswalk;
  }

  /**
   * Reads shapes.
   *
   * @param field the attribute that holds the class: one of the six names, none, or a code of the
   *     crosswalk; empty takes the usual one
   * @throws FeatureException with one plain sentence when there are no shapes with a class
   */
  public static FeatureLabels read(Path file, Optional<String> field, Crosswalk crosswalk) {
    FeatureCollection features = FeatureFile.read(file);
    List<String> fields =
        features.features().stream()
            .flatMap(f -> f.attributes().keySet().stream())
            .distinct()
            .toList();
    List<String> wanted = field.map(List::of).orElse(USUAL_FIELDS);
    String found =
        wanted.stream()
            .flatMap(want -> fields.stream().filter(want::equalsIgnoreCase))
            .findFirst()
            .orElseThrow(() -> new FeatureException(noField(file, field, fields)));
    return new FeatureLabels(String.valueOf(file.getFileName()), features, found, crosswalk);
  }

  private static String noField(Path file, Optional<String> field, List<String> fields) {
    String has =
        fields.isEmpty()
            ? " its shapes have no attributes at all."
            : " it has " + fields.stream().limit(8).collect(Collectors.joining(", ")) + ".";
    return file
        + " has no attribute "
        + field.map(f -> "'" + f + "'").orElse("with the class")
        + "; name the one that holds the class with --class-field:"
        + has;
  }

  /** The ground of the shapes of a class, a cell wider, as far as it can be mapped. */
  public Optional<Region> ground() {
    List<Geometry> boxes = new ArrayList<>();
    CoordinateTransform toDegrees = features.crs().to(Crs.WGS84);
    for (Feature feature : features.features()) {
      if (!feature.geometry().isEmpty() && target(feature).isPresent()) {
        Envelope box = toDegrees.transform(feature.geometry()).getEnvelopeInternal();
        box.expandBy(CELL_DEGREES);
        boxes.add(GEOMETRY.toGeometry(box));
      }
    }
    return boxes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Region(OverlayNGRobust.union(boxes), Crs.WGS84));
  }

  private Optional<Integer> target(Feature feature) {
    Object value = feature.attributes().get(field);
    if (value == null) {
      return Optional.empty();
    }
    String text = String.valueOf(value).strip();
    Optional<Integer> found = Targets.named(text);
    if (found.isEmpty()) {
      found = code(value, text).filter(crosswalk::knows).map(c -> Targets.of(crosswalk.of(c)));
    }
    if (found.isEmpty() && !text.isEmpty()) {
      unknown.add(text);
    }
    return found;
  }

  private static Optional<Integer> code(Object value, String text) {
    if (value instanceof Number number) {
      return number.doubleValue() == number.intValue()
          ? Optional.of(number.intValue())
          : Optional.empty();
    }
    return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  @Override
  public List<CellLabel> of(ChipGrid grid, List<RegionCell> cells) {
    STRtree near = shapes.computeIfAbsent(grid.zone(), this::index);
    return cells.stream().map(cell -> label(near, grid.cell(cell.row(), cell.col()))).toList();
  }

  private STRtree index(UtmZone zone) {
    STRtree tree = new STRtree();
    CoordinateTransform way = features.crs().to(zone.crs());
    for (Feature feature : features.features()) {
      Optional<Integer> target = target(feature);
      if (target.isPresent() && !feature.geometry().isEmpty()) {
        Geometry moved = way.transform(feature.geometry());
        Geometry shape = moved instanceof Puntal || moved.isValid() ? moved : moved.buffer(0);
        tree.insert(
            shape.getEnvelopeInternal(),
            new Shape(PreparedGeometryFactory.prepare(shape), target.get()));
      }
    }
    tree.build();
    return tree;
  }

  private static CellLabel label(STRtree near, Envelope box) {
    Geometry cell = GEOMETRY.toGeometry(box);
    boolean said = false;
    int target = -1;
    for (Object item : near.query(box)) {
      Shape shape = (Shape) item;
      if (!shape.geometry.intersects(cell) || shape.geometry.touches(cell)) {
        continue;
      }
      if (target >= 0 && target != shape.target) {
        return CellLabel.of(CellLabel.State.MIXED, List.of());
      }
      target = shape.target;
      said |= shape.geometry.getGeometry() instanceof Puntal || shape.geometry.covers(cell);
    }
    return said ? new CellLabel(CellLabel.State.AGREED, target, List.of()) : CellLabel.NOTHING;
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("labels", name);
    facts.put("class_field", field);
    return facts;
  }

  @Override
  public List<String> unknown() {
    return List.copyOf(unknown);
  }

  @Override
  public void close() {
    // everything is in memory
  }
}
