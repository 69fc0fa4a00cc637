package org.coverscape.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private final Logger log = Logger.getLogger(SettingsFile.class.getName());

  @TempDir Path folder;

  @BeforeEach
  void expectFaults() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void logAgain() {
    log.setLevel(null);
  }

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("deep/settings.json"));
  }

  private Settings readOf(String text) throws IOException {
    SettingsFile file = file();
    Files.createDirectories(file.file().getParent());
    Files.writeString(file.file(), text);
    return file.read();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Settings settings =
        Settings.DEFAULT
            .withDark(true)
            .withColourBlindSafe(true)
            .withTourSeen()
            .withRecent("/a")
            .withRecent("/b")
            .withCoordinates("utm")
            .withChipsPerSecond(123.5)
            .withBaseMap("https://tiles/{z}/{x}/{y}", "Somebody");
    file().write(settings);
    assertEquals(settings, file().read());
    assertEquals(List.of("/b", "/a"), settings.recent());
    assertFalse(Files.exists(folder.resolve("deep/settings.json.part")));
  }

  @Test
  void missingAndBrokenFilesBeginAnew() throws Exception {
    assertEquals(Settings.DEFAULT, file().read());
    assertEquals(Settings.DEFAULT, readOf("{\"dark\": tr"));
    assertEquals(Settings.DEFAULT, readOf(""));
    assertEquals(Settings.DEFAULT, readOf("null"));
    assertEquals(Settings.DEFAULT, readOf("{\"recent\": [null]}"));
    assertEquals(Settings.DEFAULT, readOf("[1, 2]"));
  }

  @Test
  void olderAndNewerFilesKeepWhatIsKnown() throws Exception {
    Settings older = readOf("{\"dark\": true}");
    assertTrue(older.dark());
    assertEquals(Settings.DEFAULT.withDark(true), older);
    Settings newer = readOf("{\"tourSeen\": true, \"wings\": {\"count\": 2}}");
    assertEquals(Settings.DEFAULT.withTourSeen(), newer);
  }

  @Test
  void aFileThatCannotBeWrittenHarmsNothing() throws Exception {
    Path taken = Files.createFile(folder.resolve("taken"));
    SettingsFile below = new SettingsFile(taken.resolve("settings.json"));
    below.write(Settings.DEFAULT.withDark(true));
    assertEquals(Settings.DEFAULT, below.read());
  }

  @Test
  void tenProjectsAreRememberedTheLastFirst() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 12; i++) {
      settings = settings.withRecent("/p" + i);
    }
    settings = settings.withRecent("/p5");
    assertEquals(10, settings.recent().size());
    assertEquals("/p5", settings.recent().get(0));
    assertEquals(1, settings.recent().stream().filter("/p5"::equals).count());
    assertFalse(settings.withoutRecent("/p5").recent().contains("/p5"));
  }
}
