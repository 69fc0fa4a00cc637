package org.coverscape.engine.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.evaluation.ClassMap;
import org.coverscape.engine.evaluation.ImageChip;
import org.coverscape.engine.evaluation.LabelledFolders;
import org.coverscape.engine.evaluation.LabelledImage;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.region.UtmZone;

/**
 * Images in folders of their class, {@code DIR/<folder>/*}.
 *
 * <p>Neighbours in the order of file names count as neighbours on the ground, since collections are
 * usually numbered as they were cut. Images whose names begin with zone, row and column, as {@link
 * ChipFiles} writes them, are placed there.
 */
public final class FolderSupply implements ChipSupply {
  private static final UtmZone NOWHERE = new UtmZone(1, true);
  private static final Pattern ON_GROUND =
      Pattern.compile("(\\d{1,2}[NS])_(-?\\d{1,9})_(-?\\d{1,9})\\..*");

  private record Image(Path file, String name, int target, Place place) {}

  private final Path root;
  private final ImageChip chips;
  private final List<Image> images = new ArrayList<>();
  private int ignored;

  /**
   * Lists the images of a folder of folders.
   *
   * @throws IOException with one plain sentence when there are none with a class
   */
  public FolderSupply(Path root, ClassMap classes, ImageChip chips) throws IOException {
    this.root = root;
    this.chips = chips;
    for (Path folder : folders(root)) {
      list(folder, classes);
    }
    if (images.isEmpty()) {
      throw new IOException(
          "No labelled images were found; "
              + root
              + " must hold a folder per class with JPEG, PNG or TIFF files, or --classes must say"
              + " which folder is which class.");
    }
  }

  private static List<Path> folders(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void list(Path folder, ClassMap classes) throws IOException {
    String name = String.valueOf(folder.getFileName());
    List<Path> files = LabelledFolders.images(folder);
    if (classes.of(name).isEmpty() && !classes.isNone(name)) {
      ignored += files.size();
      return;
    }
    int target = Targets.of(classes.of(name));
    for (int i = 0; i < files.size(); i++) {
      String file = String.valueOf(files.get(i).getFileName());
      images.add(new Image(files.get(i), name + "/" + file, target, place(name, file, i)));
    }
  }

  private static Place place(String folder, String file, int number) {
    Matcher ground = ON_GROUND.matcher(file);
    return ground.matches()
        ? new Place(
            ground.group(1), Integer.parseInt(ground.group(2)), Integer.parseInt(ground.group(3)))
        : new Place(folder, number, 0);
  }

  @Override
  public long size() {
    return images.size();
  }

  @Override
  public void candidates(Consumer<LabelledChip> each, Runnable step) {
    for (int i = 0; i < images.size(); i++) {
      Image image = images.get(i);
      each.accept(new LabelledChip(ChipIndex.of(NOWHERE, i, 0), image.target, image.place));
      step.run();
    }
  }

  @Override
  public String fingerprint(LabelledChip chip) {
    Image image = images.get(chip.index().row());
    String file;
    try {
      BasicFileAttributes now = Files.readAttributes(image.file, BasicFileAttributes.class);
      file = now.size() + "/" + now.lastModifiedTime().toMillis();
    } catch (IOException e) {
      file = "gone"; // said when its pixels are read
    }
    return image.name + " " + file + " " + chips.modelGsd() + " " + chips.defaultGsd();
  }

  @Override
  public void supply(Collection<LabelledChip> wanted, Sink sink) throws InterruptedException {
    List<LabelledChip> inOrder =
        wanted.stream().sorted(Comparator.comparingInt(c -> c.index().row())).toList();
    for (LabelledChip labelled : inOrder) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Image image = images.get(labelled.index().row());
      Optional<String> refusal = sink.refusal();
      if (refusal.isPresent()) {
        sink.missing(labelled, true, refusal.get());
        continue;
      }
      Chip chip;
      try {
        chip = chips.read(labelledImage(image), labelled.index().row());
      } catch (IOException e) {
        sink.missing(labelled, true, image.name + ": " + e.getMessage());
        continue;
      }
      sink.chip(labelled, chip);
    }
  }

  /** Reading does not look at the class, and an image of none has to have one. */
  private static LabelledImage labelledImage(Image image) {
    int ordinal = Math.min(image.target, LandCoverClass.ALL.size() - 1);
    return new LabelledImage(image.file, LandCoverClass.ALL.get(ordinal));
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("labels", "folders of " + root.toAbsolutePath().normalize().getFileName());
    facts.put("images_gsd_m", String.valueOf(chips.defaultGsd()));
    return facts;
  }

  @Override
  public List<String> notes() {
    return ignored == 0
        ? List.of()
        : List.of(ignored + " images lie in folders without a class and are left out.");
  }

  @Override
  public String whyNone() {
    return "The folders in " + root + " hold no images; put JPEG, PNG or TIFF files into them.";
  }
}
