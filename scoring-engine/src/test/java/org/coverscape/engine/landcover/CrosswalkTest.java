package org.coverscape.engine.landcover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrosswalkTest {
  @TempDir Path folder;

  @Test
  void nlcdGoesByItsCover() {
    Crosswalk nlcd = Crosswalk.nlcd();
    assertEquals(Optional.of(LandCoverClass.FORESTED), nlcd.of(90));
    assertEquals(Optional.of(LandCoverClass.HERBACEOUS), nlcd.of(95));
    assertEquals(Optional.of(LandCoverClass.CULTIVATED), nlcd.of(81));
    assertEquals(Optional.empty(), nlcd.of(11));
    assertTrue(nlcd.knows(11));
    assertFalse(nlcd.knows(0));
  }

  @Test
  void itIsReadAsItIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("nlcd.csv"), Crosswalk.nlcd().toCsv());
    assertEquals(Crosswalk.nlcd(), Crosswalk.read(file));
  }

  @Test
  void spacesCapitalsAndMarksOfOtherProgramsDoNotMatter() throws IOException {
    Path file = folder.resolve("edited.csv");
    Files.writeString(file, "\uFEFFCode, Class\r\n 61 , Cultivated \r\n\r\n111,none\r\n");
    Crosswalk read = Crosswalk.read(file);
    assertEquals(Optional.of(LandCoverClass.CULTIVATED), read.of(61));
    assertEquals("code,class\n61,cultivated\n111,none\n", read.toCsv());
  }

  @ParameterizedTest
  @ValueSource(strings = {"82", "82,maize", "300,shrub", "-1,shrub", "5,shrub\n5,barren", "a,b"})
  void otherTablesAreRefusedByLine(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), "code,class\n" + text);
    String said = assertThrows(IOException.class, () -> Crosswalk.read(file)).getMessage() + "";
    assertTrue(said.startsWith("Line ") && said.contains("bad.csv") && said.endsWith("."), said);
  }

  @Test
  void nothingAndNoTextAreRefused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "code,class\n");
    assertThrows(IOException.class, () -> Crosswalk.read(empty));
    Path bytes = Files.write(folder.resolve("bytes.csv"), new byte[] {(byte) 0xC3, 0x28});
    assertThrows(IOException.class, () -> Crosswalk.read(bytes));
    assertThrows(IOException.class, () -> Crosswalk.read(folder.resolve("none.csv")));
  }
}
