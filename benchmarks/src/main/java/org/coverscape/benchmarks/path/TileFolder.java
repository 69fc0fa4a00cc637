package org.coverscape.benchmarks.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The tiles of a folder, in the order of their names.
 *
 * @param tiles those that can be scored, all in one CRS
 */
record TileFolder(List<ImageryTile> tiles) implements TileCatalog {
  static TileFolder read(Path folder) throws IOException {
    List<ImageryTile> tiles = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tif")).sorted().toList()) {
        if (new ImageryIndexer(AnyImagery.local()).read(file)
            instanceof IndexOutcome.Indexed indexed) {
          tiles.add(indexed.tile());
        }
      }
    }
    if (tiles.isEmpty()) {
      throw new IOException("There are no tiles in " + folder + ".");
    }
    return new TileFolder(List.copyOf(tiles));
  }

  /** The first tiles alone. */
  TileFolder first(int count) {
    return new TileFolder(tiles.subList(0, Math.min(count, tiles.size())));
  }

  /** A plan for all ground under the tiles. */
  ScoringPlan plan() {
    Geometry ground = tiles.stream().map(TileFolder::outline).reduce(Geometry::union).orElseThrow();
    return ScoringPlan.of(new Region(ground, tiles.get(0).crs()), this, PlanOptions.DEFAULT);
  }

  private static Geometry outline(ImageryTile tile) {
    return new GeometryFactory()
        .toGeometry(
            new Envelope(
                tile.grid().x(0, 0),
                tile.grid().x(tile.width(), tile.height()),
                tile.grid().y(0, 0),
                tile.grid().y(tile.width(), tile.height())));
  }

  @Override
  public List<ImageryTile> covering(Region region, OptionalInt year) {
    return tiles;
  }
}
