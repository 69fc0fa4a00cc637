package org.coverscape.map.tile;

import java.io.IOException;
import java.util.Optional;
import org.coverscape.map.MapBox;

/** Where tiles come from. Called on worker threads, by several at once. */
public interface TileSource {
  /**
   * The picture of a tile; empty where there is nothing to see.
   *
   * @throws IOException if there is something but it cannot be had now; the message is one plain
   *     sentence for people
   */
  Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException;

  /** The widest zoom with tiles. */
  int minZoom();

  /** The deepest zoom with tiles; closer views magnify these. */
  int maxZoom();

  /** Whom the picture is owed to; empty for nobody. */
  String attribution();

  /** The part of the world with tiles; empty if that is not known or all of it. */
  Optional<MapBox> extent();
}
