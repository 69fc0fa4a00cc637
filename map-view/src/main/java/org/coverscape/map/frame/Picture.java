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

  /** A picture with pixels for a frame. */
  Picture(Frame frame) {
    this(frame, frame.width(), frame.height());
  }

  private Picture(Frame frame, int width, int height) {
    this.frame = frame;
    this.width = width;
    this.height = height;
    argb = new int[width * height];
  }

  /** A picture of nothing, which takes no memory. */
  static Picture empty(Frame frame) {
    Picture picture = new Picture(frame, 0, 0);
    picture.blank = true;
    return picture;
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
    if (shared != null) {
      shared.updateBuffer(all -> null);
    }
  }

  /** What is drawn; null for a picture of nothing. JavaFX thread. */
  @Nullable Image image() {
    if (image == null && argb.length > 0) {
      PixelBuffer<IntBuffer> shared =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
      buffer = shared;
      image = new WritableImage(shared);
    }
    return image;
  }
}
