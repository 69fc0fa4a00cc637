package org.coverscape.map.tile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the PNG and JPEG pictures that map servers send. */
final class TileDecoder {
  private static final int LARGEST = 2048;

  private TileDecoder() {}

  /**
   * The pixels of a picture.
   *
   * @throws IOException if it is none, or larger than any tile
   */
  static TilePixels decode(byte[] bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("The map server sent something that is no picture.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return read(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  private static TilePixels read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > LARGEST || height > LARGEST) {
      throw new IOException("The map server sent a picture too large for a tile.");
    }
    BufferedImage image = reader.read(0);
    return new TilePixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }
}
