package org.coverscape.map.frame;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * A layer that is painted by a thread of its own into a picture somewhat larger than the screen.
 * While the map is moved the last picture is drawn where it belongs, so that nothing flickers.
 */
public abstract class FrameLayer extends MapLayer {
  private final FrameWorker worker;
  private final boolean smooth;
  private @Nullable Picture shown;
  private Consumer<String> faultHandler = fault -> {};

  /**
   * A layer that has nothing to show yet.
   *
   * @param smooth whether the picture is smoothed while it is stretched; otherwise edges stay sharp
   */
  protected FrameLayer(String name, boolean smooth) {
    super(name);
    this.smooth = smooth;
    FrameFaults faults =
        new FrameFaults(name, fault -> Platform.runLater(() -> faultHandler.accept(fault)));
    worker = new FrameWorker(name, new Content(), this::requestPaint, faults);
    visibleProperty().addListener((property, before, now) -> seen(now));
  }

  /**
   * Sets who hears, in one plain sentence and on the JavaFX thread, that the layer cannot be drawn;
   * once per kind of fault.
   */
  public void setFaultHandler(Consumer<String> handler) {
    faultHandler = handler;
  }

  /**
   * Paints a frame. Called on a worker thread.
   *
   * @param frame which part of the map
   * @param argb premultiplied pixels of the frame, row by row, all 0 at first
   */
  protected abstract Painted render(Frame frame, int[] argb);

  /**
   * Whether there may be anything to see in a frame; if not, it costs no memory. Called on a worker
   * thread.
   */
  protected boolean maySee(Frame frame) {
    return true;
  }

  /** Says that the content has changed; cheap, from any thread. */
  protected final void invalidate() {
    worker.invalidate();
  }

  /** Draws over the picture what must not be stretched with it, such as text. JavaFX thread. */
  protected void paintOver(GraphicsContext g, Viewport view, double outputScale) {}

  @Override
  protected final void paint(GraphicsContext g, Viewport view, double outputScale) {
    Picture picture = worker.exchange(shown);
    shown = picture;
    if (picture != null && !picture.isBlank()) {
      draw(picture, g, view, outputScale);
      paintOver(g, view, outputScale);
    }
    worker.want(
        picture != null && picture.frame().serves(view, outputScale)
            ? picture.frame()
            : Frame.around(view, outputScale));
  }

  @Override
  public void close() {
    shown = null;
    worker.close();
    super.close();
  }

  private void seen(boolean visible) {
    if (!visible) {
      shown = null;
    }
    worker.setResumed(visible);
  }

  private void draw(Picture picture, GraphicsContext g, Viewport view, double outputScale) {
    Image image = picture.image();
    if (image == null) {
      return;
    }
    Frame frame = picture.frame();
    double zoom = frame.metresPerPixel() / view.metresPerPixel();
    double left = view.screenX(frame.mapX(0));
    double top = view.screenY(frame.mapY(0));
    boolean exact = Math.abs(zoom * outputScale - 1) < 1e-9;
    if (exact) {
      left = Math.round(left * outputScale) / outputScale;
      top = Math.round(top * outputScale) / outputScale;
    }
    g.setImageSmoothing(smooth && !exact);
    g.drawImage(image, left, top, frame.width() * zoom, frame.height() * zoom);
  }

  /** What the worker paints. */
  private final class Content implements FramePainter {
    @Override
    public Painted paint(Frame frame, int[] argb) {
      return render(frame, argb);
    }

    @Override
    public boolean maySee(Frame frame) {
      return FrameLayer.this.maySee(frame);
    }
  }
}
