package org.coverscape.engine.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Geometry;

/** Tiles for tests. */
final class Tiles {
  private Tiles() {}

  static ImageryTile tile(String id, Optional<LocalDate> date, Geometry footprint) {
    return new ImageryTile(
        id,
        ImageLocation.of(Path.of("/imagery", id + ".tif")),
        Crs.ofEpsg(26911),
        new PixelGrid(500_000.25, 3_700_000.75, 0.6, 0, 0, -0.6),
        9_000,
        12_000,
        4,
        0.6,
        date,
        OptionalInt.of(0),
        footprint,
        "12-34",
        false);
  }
}
