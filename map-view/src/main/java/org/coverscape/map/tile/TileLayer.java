package org.coverscape.map.tile;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.canvas.GraphicsContext;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * A layer of tiles. Those in view are loaded by threads of its own, the middle first; wider and
 * deeper tiles, or those of the last source, stand in until they are there. Nothing is loaded while
 * the layer is not painted. JavaFX thread.
 */
public final class TileLayer extends MapLayer {
  private static final long CACHE_BYTES = 128L << 20;

  private final int threads;
  private final long budget;
  private Consumer<String> faultHandler = fault -> {};
  private @Nullable TileFetcher current;
  private @Nullable TileFetcher previous;
  private @Nullable Haste haste;
  private boolean reloadAsked;
  private boolean smooth = true;

  /** An empty layer that will load with some threads. */
  public TileLayer(String name, int threads) {
    this(name, threads, CACHE_BYTES);
  }

  /**
   * An empty layer.
   *
   * @param threads how many load tiles
   * @param mostBytes memory for tiles; fewer are used where the program has little memory
   */
  public TileLayer(String name, int threads, long mostBytes) {
    super(name);
    if (threads < 1) {
      throw new IllegalArgumentException("Tiles are loaded by one thread at least.");
    }
    this.threads = threads;
    budget = TileBudget.bytes(mostBytes);
    visibleProperty()
        .addListener((property, before, now) -> previous = now.booleanValue() ? previous : null);
  }

  /** Shows another source, or none; the old tiles stay until the new ones are there. */
  public void setSource(@Nullable TileSource source) {
    TileFetcher before = current;
    if (before != null) {
      before.close();
    }
    previous = source == null || !visibleProperty().get() ? null : standIn(before);
    current = source == null ? null : fetcher(source);
    reloadAsked = false;
    requestPaint();
  }

  /**
   * Loads all tiles again; each old one stays until the new one is there. Any number of calls while
   * tiles are being loaded leads to one more loading; a layer that is not seen does so when it is.
   */
  public void reload() {
    if (current != null && !reloadAsked) {
      reloadAsked = true;
      if (visibleProperty().get()) {
        requestPaint();
      }
    }
  }

  /**
   * Sets whether pixels of tiles that are drawn larger or smaller are blended, as of photographs,
   * or keep their colours, as of classes; blended to start with.
   */
  public void setSmooth(boolean blended) {
    smooth = blended;
    requestPaint();
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
    TileSource source = now.source();
    TileCover cover =
        TileCover.of(source, view, outputScale)
            .within(TileBudget.tiles(budget), Math.max(0, source.minZoom()));
    TilePainter painter = new TilePainter(g, view, outputScale, smooth && !isHasty(view));
    for (TileAddress address : cover.visible()) {
      paint(address, now, painter);
    }
    if (cover.visible().stream().allMatch(now::isSettled)) {
      settled(now);
    }
    now.want(cover.all());
  }

  /** All that is seen is there, so the old may go, and the next reload may begin. */
  private void settled(TileFetcher now) {
    previous = null;
    if (reloadAsked) {
      reloadAsked = false;
      now.renew();
    }
  }

  /** What is shown until a new source has its tiles: the last source that had all of them. */
  private @Nullable TileFetcher standIn(@Nullable TileFetcher before) {
    TileFetcher complete = previous != null ? previous : before;
    if (complete != null) {
      complete.limit(budget / 2);
    }
    return complete;
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
        budget,
        this::requestPaint,
        new TileFaults(fault -> Platform.runLater(() -> faultHandler.accept(fault))));
  }
}
