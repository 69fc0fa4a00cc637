package org.coverscape.engine.imagery.block;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Finds the JPEG decoder of the Java runtime among those that other libraries bring. */
final class JpegReaders {
  private static final String RUNTIME = "com.sun.imageio.";

  private JpegReaders() {}

  /** A new reader. */
  static ImageReader own() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(RUNTIME)) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("this Java runtime has no JPEG decoder");
  }
}
