package org.coverscape.engine.export;

import com.google.common.collect.Iterables;
import com.google.common.collect.Iterators;
import java.util.Iterator;
import org.coverscape.engine.analysis.Polygons;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The polygons of a map: one for each 4-connected patch of one of the six classes, from the north.
 * Unclassified and unscored ground has none.
 *
 * <p>Only patches with a cell on the border are cut with the region, the others end on sides of
 * cells. Each is made when it is asked for. Not thread-safe.
 */
public final class PatchPolygons implements Iterable<Patch> {
  private static final double HECTARE = 10_000;

  private final CoveredCells cells;
  private final Geometry region;
  private final CellPatches patches;

  PatchPolygons(CoveredCells cells) {
    this.cells = cells;
    region = cells.mapped().region().geometry();
    patches = new CellPatches(cells, cells.map()::classId);
  }

  /** The polygons of a map. */
  public static PatchPolygons of(MappedRegion mapped) {
    return new PatchPolygons(CoveredCells.of(mapped));
  }

  @Override
  public Iterator<Patch> iterator() {
    return Iterators.transform(patches.iterator(), this::patch);
  }

  /** The number of patches, found by walking them all. */
  public int count() {
    return Iterables.size(patches);
  }

  private Patch patch(CellPatch patch) {
    double area = 0;
    double confidence = 0;
    CellList list = patch.cells();
    for (int i = 0; i < list.size(); i++) {
      double ground = cells.squareMetres(list.row(i), list.col(i));
      area += ground;
      confidence += ground * cells.map().confidence(list.row(i), list.col(i));
    }
    return new Patch(
        LandCoverClass.ofId(patch.key()),
        clipped(cells, region, patch),
        area / HECTARE,
        confidence / area);
  }

  /** A patch's outline inside the region. */
  static MultiPolygon clipped(CoveredCells cells, Geometry region, CellPatch patch) {
    Polygon outline = patch.outline();
    CellList list = patch.cells();
    for (int i = 0; i < list.size(); i++) {
      if (cells.isBorder(list.row(i), list.col(i))) {
        return Polygons.intersection(outline, region);
      }
    }
    return outline.getFactory().createMultiPolygon(new Polygon[] {outline});
  }
}
