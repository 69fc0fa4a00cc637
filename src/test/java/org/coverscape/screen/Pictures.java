package org.coverscape.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Pictures of the window for the documents, written only where the system property {@code
 * coverscape.screenshots} names a folder, absolute or of the project.
 */
final class Pictures {
  private static final String FOLDER = System.getProperty("coverscape.screenshots", "");

  private Pictures() {}

  /** Takes a picture, where pictures are wanted. */
  static void take(Desktop desktop, String name) throws Exception {
    if (isWanted()) {
      Path root = Path.of(System.getProperty("coverscape.root", "."));
      write(desktop.capture(), root.resolve(FOLDER).resolve(name + ".png"));
    }
  }

  /** Whether pictures are wanted. */
  static boolean isWanted() {
    return !FOLDER.isEmpty();
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(FewColours.of(copy), "png", file.toFile());
  }
}
