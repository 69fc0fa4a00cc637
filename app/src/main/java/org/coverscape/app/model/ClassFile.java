package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.app.geo.ClassSource;
import org.coverscape.engine.picture.ClassPictures;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;

/** A file of classes, such as NLCD, that is open to be drawn on the map. Thread-safe. */
public final class ClassFile implements AutoCloseable {
  private final Path file;
  private final ClassPictures pictures;
  private final Bell bell;

  /** Rings for whoever listens by then. */
  private static final class Bell {
    private volatile Runnable listener = () -> {};

    void ring() {
      listener.run();
    }
  }

  private ClassFile(Path file, ClassPictures pictures, Bell bell) {
    this.file = file;
    this.pictures = pictures;
    this.bell = bell;
  }

  /**
   * Opens a file, in the background.
   *
   * @throws IOException with one sentence when it cannot be drawn as classes
   */
  public static ClassFile open(Path file) throws IOException {
    Bell bell = new Bell();
    try {
      return new ClassFile(file, ClassPictures.open(file, bell::ring), bell);
    } catch (IOException e) {
      throw new IOException(file.getFileName() + " cannot be a layer: " + e.getMessage(), e);
    }
  }

  /** Sets who is told, on any thread, that the map may show more of it now. */
  public void setOnSharper(Runnable action) {
    bell.listener = action;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The file's name. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** What the map draws. */
  public ClassSource source() {
    return new ClassSource(pictures);
  }

  /** The rectangle of the map that holds it. */
  public MapBox box() {
    return source().extent().orElseThrow();
  }

  /** The class at a place, such as {@code 42 evergreen forest}; in the background. */
  Optional<String> at(MapPoint ground) throws InterruptedException {
    return pictures.at(ground.x(), ground.y());
  }

  /** What is to be known of how it is drawn, in one sentence. */
  public Optional<String> remark() {
    return pictures.isMended()
        ? Optional.of(
            name()
                + " has lost the origin of its projection; it is drawn where NLCD is published,"
                + " in EPSG:5070.")
        : Optional.empty();
  }

  /** What could not be read of it so far, in one sentence. */
  public Optional<String> fault() {
    return pictures.fault().map(sentence -> name() + ": " + sentence);
  }

  /** Lets go of the file; takes a moment. */
  @Override
  public void close() {
    pictures.close();
  }
}
