package org.coverscape.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.landcover.LandCoverClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassMapTest {
  @TempDir Path folder;

  private ClassMap read(String text) throws IOException {
    return ClassMap.read(Files.writeString(folder.resolve("classes.csv"), text));
  }

  private void refused(String saying, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("classes.csv"), content);
    String said = assertThrows(IOException.class, () -> ClassMap.read(file)).getMessage() + "";
    assertTrue(said.contains(saying) && said.endsWith("."), said);
  }

  @Test
  void onlyTheHeadItselfIsPassedOver() throws IOException {
    ClassMap headless = read("folder1,barren\nfolder2,none\n");
    assertEquals(Optional.of(LandCoverClass.BARREN), headless.of("folder1"));
    assertTrue(headless.isNone("folder2"));
    ClassMap headed = read("\uFEFFFolder, Class\r\nsea,none\r\nwood , Forested\r\n");
    assertEquals(Optional.of(LandCoverClass.FORESTED), headed.of("wood"));
    assertTrue(headed.isNone("sea"));
  }

  @Test
  void otherTablesAreRefused() throws IOException {
    refused(
        "Line 3 of", "folder,class\nwood,forested\nwood,none\n".getBytes(StandardCharsets.UTF_8));
    refused("is not 'folder,class'", "folder;class\n".getBytes(StandardCharsets.UTF_8));
    refused(
        "is no text in UTF-8; save it as CSV.",
        "f\u00f6hre,forested\n".getBytes(StandardCharsets.ISO_8859_1));
  }
}
