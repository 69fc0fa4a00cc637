package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.evaluation.ClassMap;
import org.coverscape.engine.evaluation.ImageChip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSupplyTest {
  @TempDir Path folder;

  private void image(String name, int rgb) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name.substring(0, name.indexOf('/'))));
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, rgb);
    assertTrue(ImageIO.write(image, "png", file.toFile()));
  }

  private FolderSupply supply() throws IOException {
    return new FolderSupply(folder, ClassMap.byName(), new ImageChip(1, 1));
  }

  private static List<LabelledChip> chips(FolderSupply supply) {
    List<LabelledChip> chips = new ArrayList<>();
    supply.candidates(chips::add, () -> {});
    return chips;
  }

  @Test
  void foldersSayWhatImagesShow() throws IOException {
    image("barren/b.png", 0);
    image("barren/a.png", 0);
    image("none/water.png", 0);
    image("holidays/beach.png", 0);
    FolderSupply supply = supply();
    List<LabelledChip> chips = chips(supply);
    assertEquals(List.of(0, 0, Targets.NONE), chips.stream().map(LabelledChip::target).toList());
    assertEquals(new Place("barren", 1, 0), chips.get(1).place());
    assertEquals(
        List.of("1 images lie in folders without a class and are left out."), supply.notes());
  }

  @Test
  void chipsOfTheGroundKnowTheirPlace() throws IOException {
    image("shrub/11N_17234_-3.png", 0);
    assertEquals(new Place("11N", 17_234, -3), chips(supply()).get(0).place());
  }

  @Test
  void numbersTooLargeForTheGroundAreAName() throws IOException {
    image("shrub/11N_99999999999_7.png", 0);
    assertEquals(new Place("shrub", 0, 0), chips(supply()).get(0).place());
  }

  @Test
  void nothingIsReadThatNobodyWants() throws IOException, InterruptedException {
    image("shrub/a.png", 0);
    image("shrub/b.png", 0);
    FolderSupply supply = supply();
    List<String> told = new ArrayList<>();
    supply.supply(
        chips(supply),
        new ChipSupply.Sink() {
          @Override
          public void chip(LabelledChip labelled, Chip chip) {
            told.add("chip");
          }

          @Override
          public void missing(LabelledChip labelled, boolean fault, String why) {
            told.add(why);
          }

          @Override
          public Optional<String> refusal() {
            return told.isEmpty() ? Optional.empty() : Optional.of("The disk is full.");
          }
        });
    assertEquals(List.of("chip", "The disk is full."), told);
  }

  @Test
  void aChangedImageHasAnotherFingerprint() throws IOException {
    image("shrub/x.png", 0xFF0000);
    FolderSupply supply = supply();
    LabelledChip chip = chips(supply).get(0);
    String before = supply.fingerprint(chip);
    assertEquals(before, supply().fingerprint(chip));
    Files.write(folder.resolve("shrub/x.png"), new byte[7]);
    assertNotEquals(before, supply.fingerprint(chip));
  }

  @Test
  void anImageThatCannotBeReadIsTold() throws IOException, InterruptedException {
    image("shrub/good.png", 0);
    Files.write(folder.resolve("shrub/bad.png"), new byte[7]);
    FolderSupply supply = supply();
    List<String> told = new ArrayList<>();
    supply.supply(
        chips(supply),
        new ChipSupply.Sink() {
          @Override
          public void chip(LabelledChip labelled, Chip chip) {
            told.add("chip " + labelled.index().row());
          }

          @Override
          public void missing(LabelledChip labelled, boolean fault, String why) {
            told.add(why);
          }
        });
    assertEquals(2, told.size());
    assertTrue(told.get(0).startsWith("shrub/bad.png: It is no image"), told.get(0));
    assertEquals("chip 1", told.get(1));
  }

  @Test
  void noFolderOfAClassIsRefused() throws IOException {
    image("holidays/beach.png", 0);
    assertThrows(IOException.class, this::supply);
  }
}
