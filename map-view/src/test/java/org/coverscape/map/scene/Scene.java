package org.coverscape.map.scene;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapPoint;
import org.coverscape.map.cell.CellGrid;
import org.coverscape.map.cell.CellLayer;
import org.coverscape.map.cell.CellLooks;
import org.coverscape.map.cell.CellPattern;
import org.coverscape.map.draw.Sketch;
import org.coverscape.map.draw.SketchLayer;
import org.coverscape.map.draw.SketchPad;
import org.coverscape.map.draw.SketchPolygon;
import org.coverscape.map.tile.TileLayer;
import org.coverscape.map.tile.TileSource;
import org.coverscape.map.vector.MapShape;
import org.coverscape.map.vector.ShapeStyle;
import org.coverscape.map.vector.VectorLayer;

/** Fields, a turned grid of cells with all patterns, outlines, and a region drawn by hand. */
final class Scene {
  static final MapPoint MIDDLE = MapPoint.ofDegrees(-114.43, 32.65);
  static final double CELL = 260;
  private static final int[] COLOURS = {
    0xa6b3ac9f, 0xa6ab6c28, 0xa6d1495b, 0xa638814e, 0xa6d9e0a3, 0xa6ccb879
  };

  final TileLayer tiles = new TileLayer("imagery", 2);
  final CellLayer cells = new CellLayer("land cover");
  final VectorLayer footprints = new VectorLayer("footprints");
  final SketchPad pad = new SketchPad();
  private final int side;

  /** A scene with as many cells as a square of some side holds. */
  Scene(int side) {
    this.side = side;
    tiles.setSource(source());
    cells.setCells(grid(), looks());
    footprints.setShapes(shapes(100, 20));
    footprints.setStyle(Scene::style);
    pad.replace(region());
  }

  /** Puts the layers on a map and shows some of the cells. */
  void install(MapPane map) {
    map.layers().addAll(tiles, cells, footprints, new SketchLayer("region", pad));
    double half = CELL * 12;
    map.show(
        new MapBox(MIDDLE.x() - half, MIDDLE.y() - half, MIDDLE.x() + half, MIDDLE.y() + half),
        false);
  }

  TileSource source() {
    return new CheckeredSource(0);
  }

  /** A grid turned by a tenth, so that no edge is straight on the screen. */
  static CellGrid grid() {
    double sin = Math.sin(0.1) / CELL;
    double cos = Math.cos(0.1) / CELL;
    return (xy, count) -> {
      for (int i = 0; i < count; i++) {
        double x = xy[2 * i] - MIDDLE.x();
        double y = xy[2 * i + 1] - MIDDLE.y();
        xy[2 * i] = x * cos - y * sin;
        xy[2 * i + 1] = x * sin + y * cos;
      }
    };
  }

  private CellLooks looks() {
    int half = side / 2;
    return new CellLooks() {
      @Override
      public int argb(int row, int col) {
        boolean outside = Math.abs(row) > half || Math.abs(col) > half;
        return outside || hash(row, col) % 9 == 0 ? 0 : COLOURS[hash(row / 3, col / 4) % 6];
      }

      @Override
      public CellPattern pattern(int row, int col) {
        int kind = hash(col, row) % 12;
        return kind == 0 ? CellPattern.HATCH : kind == 1 ? CellPattern.DOTS : CellPattern.PLAIN;
      }
    };
  }

  private static int hash(int a, int b) {
    int h = a * 73_856_093 ^ b * 19_349_663;
    return (h ^ h >>> 13) & 0x7fffffff;
  }

  /** A square of outlines, each with some points along its sides. */
  static List<MapShape> shapes(int across, int points) {
    List<MapShape> shapes = new ArrayList<>();
    for (int i = 0; i < across * across; i++) {
      double x = MIDDLE.x() + (i % across - across / 2) * 2_500.0;
      double y = MIDDLE.y() + (i / across - across / 2) * 2_700.0;
      double[] ring = new double[2 * points];
      for (int p = 0; p < points; p++) {
        double angle = 2 * Math.PI * p / points;
        ring[2 * p] = x + 1_150 * Math.cos(angle);
        ring[2 * p + 1] = y + 1_150 * Math.sin(angle);
      }
      shapes.add(new MapShape("s" + i, List.of(ring), true));
    }
    return shapes;
  }

  private static ShapeStyle style(MapShape shape) {
    ShapeStyle plain = ShapeStyle.outline(Color.ORANGE, 1.5).withLabel(shape.id());
    return switch (shape.id().charAt(shape.id().length() - 1)) {
      case '0' -> plain.withDashes();
      case '1' -> plain.withHatch();
      case '2' -> plain.withFill(Color.ORANGE.deriveColor(0, 1, 1, 0.3));
      default -> plain;
    };
  }

  private static Sketch region() {
    return Sketch.of(
        new SketchPolygon(
            List.of(
                List.of(at(-1500, -900), at(1700, -1300), at(1200, 1400), at(-1300, 1100)),
                List.of(at(-300, -300), at(300, -200), at(100, 400)))));
  }

  private static MapPoint at(double dx, double dy) {
    return new MapPoint(MIDDLE.x() + dx, MIDDLE.y() + dy);
  }
}
