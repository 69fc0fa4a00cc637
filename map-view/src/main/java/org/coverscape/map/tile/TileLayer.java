package org.coverscape.map.tile;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/** A layer of tiles. */
public final class TileLayer extends MapLayer {
  private @Nullable TileSource source;
  private Consumer<String> faults = fault -> {};
  private final int threads;

  /** An empty layer that will load with some threads. */
  public TileLayer(String name, int threads) {
    super(name);
    this.threads = threads;
  }

  /**
   * Shows another source; the tiles of the last stay until the new ones are there. JavaFX thread.
   */
  public void setSource(@Nullable TileSource source) {
    this.source = source;
  }

  /** Loads all tiles again; the old ones stay until the new ones are there. JavaFX thread. */
  public void reload() {
    requestPaint();
  }

  /** Sets who hears, in one plain sentence, that tiles cannot be had; once per kind of fault. */
  public void setFaultHandler(Consumer<String> handler) {
    faults = handler;
  }

  @Override
  public String attribution() {
    return source == null ? "" : source.attribution();
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    faults.accept(threads + "");
  }
}
