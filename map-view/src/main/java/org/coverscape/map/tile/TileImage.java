package org.coverscape.map.tile;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A tile ready to be drawn: premultiplied on a worker, wrapped as an image on the JavaFX thread.
 */
final class TileImage {
  private final int width;
  private final int height;
  private final int[] premultiplied;
  private final int edition;
  private @Nullable Image image;

  /** Prepares the pixels of a tile, of some edition of its source. */
  TileImage(TilePixels pixels, int edition) {
    this.edition = edition;
    width = pixels.width();
    height = pixels.height();
    premultiplied = premultiplied(pixels.argb());
  }

  /** Which edition of its source it is of; see {@link TileQueue#renew}. */
  int edition() {
    return edition;
  }

  /** Memory that it takes. */
  long bytes() {
    return 4L * premultiplied.length;
  }

  /** What is drawn. JavaFX thread. */
  Image image() {
    Image ready = image;
    if (ready == null) {
      ready =
          new WritableImage(
              new PixelBuffer<>(
                  width,
                  height,
                  IntBuffer.wrap(premultiplied),
                  PixelFormat.getIntArgbPreInstance()));
      image = ready;
    }
    return ready;
  }

  /** Multiplies each colour with its alpha; an opaque picture is used as it is. */
  static int[] premultiplied(int[] argb) {
    int[] out = argb;
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      if (alpha != 255) {
        out = out == argb ? argb.clone() : out;
        out[i] =
            alpha << 24
                | times(argb[i] >> 16, alpha) << 16
                | times(argb[i] >> 8, alpha) << 8
                | times(argb[i], alpha);
      }
    }
    return out;
  }

  private static int times(int channel, int alpha) {
    return ((channel & 0xff) * alpha + 127) / 255;
  }
}
