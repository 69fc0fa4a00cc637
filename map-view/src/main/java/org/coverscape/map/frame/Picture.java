package org.coverscape.map.frame;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** The pixels of a frame, written by a worker and then lent to the JavaFX thread. */
final class Picture {
  private final int width;
  private final int height;
  private final int[] argb;
  private Frame frame;
  private boolean blank;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Image image;

  Picture(Frame frame) {
    this.frame = frame;
    width = frame.width();
    height = frame.height();
    argb = new int[width * height];
  }

  /** Premultiplied pixels, row by row. */
  int[] argb() {
    return argb;
  }

  /** What it shows. */
  Frame frame() {
    return frame;
  }

  /** Whether there is nothing to see in it. */
  boolean isBlank() {
    return blank;
  }

  /** Whether a frame has the same size. */
  boolean fits(Frame other) {
    return other.width() == width && other.height() == height;
  }

  /** Says what is in the pixels now. */
  void set(Frame shown, boolean nothing) {
    frame = shown;
    blank = nothing;
  }

  /** Tells the toolkit that the pixels are new. JavaFX thread. */
  void commit() {
    PixelBuffer<IntBuffer> shared = buffer;
    if (shared == null) {
      shared =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
      buffer = shared;
      image = new WritableImage(shared);
    } else {
      shared.updateBuffer(all -> null);
    }
  }

  /** What is drawn, once committed. JavaFX thread. */
  @Nullable Image image() {
    return image;
  }
}
