package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverscape index}, again and again over a folder in which things happen. */
class IndexTest {
  @TempDir private Path folder;

  @Test
  void aCatalogueFollowsItsFiles() throws IOException {
    Path images = Files.createDirectory(folder.resolve("NAIP übrig"));
    Path image = images.resolve("one.tif");
    Files.copy(Sample.image(), image, StandardCopyOption.COPY_ATTRIBUTES);

    assertEquals("new", index(images).path("indexed").path(0).path("state").asText());
    assertEquals("unchanged", index(images).path("indexed").path(0).path("state").asText());

    Path elsewhere = Files.move(images, folder.resolve("elsewhere"));
    JsonNode moved = index(elsewhere).path("moved").path(0);
    assertEquals(image.toString(), moved.path("from").asText());
    assertEquals(elsewhere.resolve("one.tif").toString(), moved.path("to").asText());

    Files.copy(elsewhere.resolve("one.tif"), elsewhere.resolve("two.tif"));
    Files.delete(elsewhere.resolve("one.tif"));
    JsonNode missing = index(elsewhere);
    assertEquals(elsewhere.resolve("one.tif").toString(), missing.path("missing").path(0).asText());
    assertEquals(1, missing.path("indexed").size());

    Coverscape.Result pruned = run(elsewhere, "--prune");
    assertTrue(pruned.out().contains("forgotten  " + elsewhere.resolve("one.tif")), pruned.out());
    assertEquals(0, index(elsewhere).path("missing").size());
  }

  @Test
  void aFolderThatLostAllItsImagesIsSaid() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    Files.copy(Sample.image(), images.resolve("one.tif"));
    index(images);
    Files.delete(images.resolve("one.tif"));
    Coverscape.Result result = run(images);
    assertEquals(2, result.exit());
    assertEquals(
        "coverscape: The images that were known there are gone; index the folder that holds them"
            + " now.",
        result.errorLines().get(0));
  }

  private JsonNode index(Path images) throws IOException {
    Coverscape.Result result = run(images, "--json");
    assertEquals(0, result.exit(), result.err());
    return new ObjectMapper().readTree(result.out());
  }

  private Coverscape.Result run(Path images, String... more) {
    String[] line = new String[4 + more.length];
    line[0] = "index";
    line[1] = images.toString();
    line[2] = "--catalog";
    line[3] = folder.resolve("catalogue.sqlite").toString();
    System.arraycopy(more, 0, line, 4, more.length);
    return Coverscape.run(line);
  }
}
