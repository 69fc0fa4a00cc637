package org.coverscape.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.paint.Color;
import org.coverscape.app.geo.MapPlace;
import org.coverscape.app.model.ImageryModel;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.scoring.Coverage;
import org.coverscape.map.vector.MapShape;
import org.coverscape.map.vector.ShapeStyle;
import org.coverscape.map.vector.VectorLayer;
import org.jspecify.annotations.Nullable;

/**
 * Draws the outlines of the images, those that cover the region lit up, and the part of the region
 * that has no imagery hatched. Used on the screen's thread.
 */
public final class OutlinesOnMap {
  private static final Color COVERING = Color.web("#ffd166");
  private static final Color OTHER = Color.web("#9aa5b1");
  private static final Color GAP = Color.web("#d1495b");

  private final ImageryModel imagery;
  private final VectorLayer footprints;
  private final VectorLayer gaps;
  private final Latest tracing;
  private final Latest cutting;

  /** Nothing happens before {@link #join}. */
  public OutlinesOnMap(
      ImageryModel imagery, Background background, VectorLayer footprints, VectorLayer gaps) {
    this.imagery = imagery;
    this.footprints = footprints;
    this.gaps = gaps;
    tracing = new Latest(background);
    cutting = new Latest(background);
  }

  /** Begins to follow. */
  public void join() {
    gaps.setStyle(shape -> ShapeStyle.outline(GAP, 1).withHatch());
    imagery.tiles().addListener((InvalidationListener) change -> trace());
    imagery
        .coverageProperty()
        .addListener(
            (o, was, is) -> {
              light(is);
              cut(is);
            });
  }

  private void trace() {
    List<ImageryTile> images = imagery.images();
    tracing.ask(
        () -> {
          List<MapShape> shapes = new ArrayList<>();
          for (ImageryTile tile : images) {
            shapes.add(new MapShape(tile.id(), MapPlace.rings(tile.footprint(), Crs.WGS84), false));
          }
          return shapes;
        },
        shapes -> {
          footprints.setShapes(shapes);
          light(imagery.coverageProperty().get());
        },
        sentence -> footprints.setShapes(List.of()));
  }

  private void light(@Nullable Coverage coverage) {
    Map<String, String> covering = new HashMap<>();
    if (coverage != null) {
      // one year for all is said beside the map
      boolean labelled = coverage.years().size() > 1;
      coverage
          .tiles()
          .forEach(
              tile -> {
                boolean dated = labelled && tile.year().isPresent();
                covering.put(tile.id(), dated ? Integer.toString(tile.year().getAsInt()) : "");
              });
    }
    footprints.setStyle(
        shape -> {
          String year = covering.get(shape.id());
          return year == null
              ? ShapeStyle.outline(OTHER, 1)
              : ShapeStyle.outline(COVERING, 2).withLabel(year.isEmpty() ? null : year);
        });
  }

  private void cut(@Nullable Coverage coverage) {
    if (coverage == null || coverage.gap().isEmpty()) {
      cutting.cancel();
      gaps.setShapes(List.of());
      return;
    }
    cutting.ask(
        () ->
            List.of(
                new MapShape("gap", MapPlace.rings(coverage.gap(), coverage.grid().crs()), true)),
        gaps::setShapes,
        sentence -> gaps.setShapes(List.of()));
  }
}
