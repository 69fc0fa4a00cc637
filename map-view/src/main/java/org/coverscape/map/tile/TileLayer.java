package org.coverscape.map.tile;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.canvas.GraphicsContext;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * A layer of tiles. Those in view are loaded by threads of its own, the middle first; wider and
 * deeper tiles, or those of the last source, stand in until they are there. JavaFX thread.
 */
public final class TileLayer extends MapLayer {
  private static final long CACHE_BYTES = 128L << 20;

  private final int threads;
  private Consumer<String> faultHandler = fault -> {};
  private @Nullable TileFetcher current;
  private @Nullable TileFetcher previous;
  private @Nullable Haste haste;

  /** An empty layer that will load with some threads. */
  public TileLayer(String name, int threads) {
    super(name);
    if (threads < 1) {
      throw new IllegalArgumentException("Tiles are loaded by one thread at least.");
    }
    this.threads = threads;
  }

  /** Shows another source, or none; the old tiles stay until the new ones are there. */
  public void setSource(@Nullable TileSource source) {
    TileFetcher before = current;
    if (before != null) {
      before.close();
    }
    previous = source == null ? null : before == null ? previous : before;
    current = source == null ? null : fetcher(source);
    requestPaint();
  }

  /** Loads all tiles again; the old ones stay until the new ones are there. */
  public void reload() {
    TileFetcher now = current;
    if (now != null) {
      setSource(now.source());
    }
  }

  /**
   * Sets who hears, in one plain sentence and on the JavaFX thread, that tiles cannot be had; once
   * per source and kind of fault.
   */
  public void setFaultHandler(Consumer<String> handler) {
    faultHandler = handler;
  }

  @Override
  public String attribution() {
    return current == null ? "" : current.source().attribution();
  }

  @Override
  public void close() {
    setSource(null);
    super.close();
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    TileFetcher now = current;
    if (now == null) {
      return;
    }
    TileCover cover = TileCover.of(now.source(), view, outputScale);
    TilePainter painter = new TilePainter(g, view, outputScale, isHasty(view));
    for (TileAddress address : cover.visible()) {
      paint(address, now, painter);
    }
    now.want(cover.all());
    if (previous != null && cover.visible().stream().allMatch(now::isSettled)) {
      previous = null;
    }
  }

  private void paint(TileAddress address, TileFetcher now, TilePainter painter) {
    TileImage image = now.image(address);
    if (image != null) {
      painter.draw(address, image);
      return;
    }
    if (now.isMissing(address)) {
      return;
    }
    TileFetcher before = previous;
    if (before != null) {
      TileImage old = before.image(address);
      if (old != null) {
        painter.draw(address, old);
        return;
      }
      if (painter.standIn(address, before::image)) {
        return;
      }
    }
    painter.standIn(address, now::image);
  }

  private boolean isHasty(Viewport view) {
    Haste pace = haste;
    if (pace == null) {
      pace = new Haste(this::requestPaint);
      haste = pace;
    }
    return pace.isDue(view);
  }

  private TileFetcher fetcher(TileSource source) {
    return new TileFetcher(
        source,
        name(),
        threads,
        CACHE_BYTES,
        this::requestPaint,
        fault -> Platform.runLater(() -> faultHandler.accept(fault)));
  }
}
