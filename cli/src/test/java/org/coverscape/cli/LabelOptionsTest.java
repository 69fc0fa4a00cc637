package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs for ground and labels refuse before they do anything. */
class LabelOptionsTest {
  @TempDir Path folder;

  private String refusal(String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false),
            line);
    String said = err.toString(StandardCharsets.UTF_8).strip();
    assertEquals(ExitCode.REFUSED, code, said);
    assertTrue(said.endsWith("."), said);
    return said;
  }

  private String train(Path labels, String... more) {
    List<String> line = new ArrayList<>(List.of("train", "--labels", labels.toString()));
    line.addAll(List.of("--out", folder.resolve("head.json").toString()));
    line.addAll(List.of(more));
    return refusal(line.toArray(String[]::new));
  }

  @Test
  void optionsThatSayNothingAreRefused() throws IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    assertTrue(
        train(images, "--year", "2019", "--crosswalk", "x.csv")
            .endsWith("goes without --crosswalk and --year; leave those out."));
    assertTrue(train(images, "--imagery", "x.tif").endsWith("without --imagery; leave that out."));
    Path raster = Files.writeString(folder.resolve("nlcd.tif"), "");
    assertEquals(
        "coverscape: A raster of codes goes without --gsd and --class-field; leave those out.",
        train(raster, "--gsd", "1", "--class-field", "c"));
    Path shapes = Files.writeString(folder.resolve("fields.geojson"), "");
    assertEquals(
        "coverscape: Labels that are shapes go without --classes; leave that out.",
        train(shapes, "--classes", "map.csv"));
  }

  @Test
  void aYearIsReadAlikeEverywhere() throws IOException {
    String said = "coverscape: --year is a year such as 2018, or latest, not '19'.";
    String[] here = {"--region", "-117,36,-116.9,36.1", "--imagery", folder.toString()};
    for (String verb : List.of("score", "chips")) {
      List<String> line = new ArrayList<>(List.of(verb, "--year", "19"));
      line.addAll(List.of(here));
      line.addAll(List.of("--out", folder.resolve("out").toString()));
      assertEquals(said, refusal(line.toArray(String[]::new)));
      line.set(2, "latest");
      assertFalse(refusal(line.toArray(String[]::new)).contains("--year"));
    }
    Path raster = Files.writeString(folder.resolve("nlcd.tif"), "");
    assertEquals(said, train(raster, "--year", "19"));
    assertFalse(train(raster, "--year", "latest").contains("--year"));
  }
}
