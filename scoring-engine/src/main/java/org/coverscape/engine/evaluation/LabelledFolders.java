package org.coverscape.engine.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The images below {@code DIR/<folder>/}, labelled by their folder.
 *
 * @param images images with a class, in the order of their names
 * @param ignored number of images in folders that have none
 */
public record LabelledFolders(List<LabelledImage> images, int ignored) {
  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "tif", "tiff");

  /** Takes a copy of the list. */
  public LabelledFolders {
    images = List.copyOf(images);
  }

  /**
   * Lists the images of a folder of folders.
   *
   * @throws IOException with one plain sentence when there are none to be judged
   */
  public static LabelledFolders list(Path root, ClassMap classes) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new IOException("There is no folder " + root + "; correct --images.");
    }
    List<LabelledImage> images = new ArrayList<>();
    int ignored = 0;
    for (Path folder : sorted(root, Files::isDirectory)) {
      Optional<LandCoverClass> truth = classes.of(String.valueOf(folder.getFileName()));
      List<Path> files = images(folder);
      truth.ifPresent(c -> files.forEach(file -> images.add(new LabelledImage(file, c))));
      ignored += truth.isPresent() ? 0 : files.size();
    }
    if (images.isEmpty()) {
      throw new IOException(
          "No labelled images were found; "
              + root
              + " must hold a folder per class with JPEG, PNG or TIFF files, or --classes must say"
              + " which folder is which class.");
    }
    return new LabelledFolders(images, ignored);
  }

  /** The images of a folder, in the order of their names. */
  public static List<Path> images(Path folder) throws IOException {
    return sorted(folder, LabelledFolders::isImage);
  }

  private static List<Path> sorted(Path folder, java.util.function.Predicate<Path> which)
      throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(which).sorted().toList();
    }
  }

  private static boolean isImage(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
