package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One walk over files and folders; visits each file and each folder once, so links cannot loop. */
final class ImageryWalk {
  private final Predicate<String> images;
  private final Consumer<Path> files;
  private final Consumer<? super IndexOutcome.Refused> refusals;
  private final Set<Path> seen = new HashSet<>();

  /**
   * A walk that hands on the files it finds, and the folders it cannot read.
   *
   * @param images tells by its name whether a file in a folder is one
   */
  ImageryWalk(
      Predicate<String> images,
      Consumer<Path> files,
      Consumer<? super IndexOutcome.Refused> refusals) {
    this.images = images;
    this.files = files;
    this.refusals = refusals;
  }

  /** Visits what a person named. */
  void visit(Path path) {
    if (!Files.exists(path)) {
      refusals.accept(new IndexOutcome.Refused(ImageLocation.of(path), ImageryIndexer.MISSING));
    } else if (isNew(path)) {
      if (Files.isDirectory(path)) {
        folder(path);
      } else {
        files.accept(path);
      }
    }
  }

  private void folder(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      refusals.accept(
          new IndexOutcome.Refused(
              ImageLocation.of(folder), "The folder cannot be opened; check its permissions."));
      return;
    }
    Collections.sort(entries);
    for (Path entry : entries) {
      if ((Files.isDirectory(entry) || isImage(entry) && Files.exists(entry)) && isNew(entry)) {
        if (Files.isDirectory(entry)) {
          folder(entry);
        } else {
          files.accept(entry);
        }
      }
    }
  }

  private boolean isImage(Path file) {
    return images.test(String.valueOf(file.getFileName()));
  }

  /** A file that cannot be resolved is taken by its name; reading it says what is wrong. */
  private boolean isNew(Path path) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      real = path.toAbsolutePath().normalize();
    }
    return seen.add(real);
  }
}
