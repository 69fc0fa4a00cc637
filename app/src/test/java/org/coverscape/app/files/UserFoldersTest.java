package org.coverscape.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/u");

  private static UserFolders of(String system, Map<String, String> environment) {
    return UserFolders.of(environment, system, HOME.toString());
  }

  @Test
  void linuxFollowsTheXdgSpecification() {
    UserFolders plain = of("Linux", Map.of());
    assertEquals(HOME.resolve(".local/share/coverscape"), plain.data());
    assertEquals(HOME.resolve(".cache/coverscape"), plain.cache());
    UserFolders named = of("Linux", Map.of("XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c"));
    assertEquals(Path.of("/d/coverscape"), named.data());
    assertEquals(Path.of("/c/coverscape"), named.cache());
  }

  @Test
  void relativeXdgPathsAreIgnored() {
    assertEquals(
        HOME.resolve(".local/share/coverscape"), of("Linux", Map.of("XDG_DATA_HOME", "d")).data());
  }

  @Test
  void otherSystemsHaveTheirOwnPlaces() {
    assertEquals(
        HOME.resolve("Library/Application Support/Coverscape"), of("Mac OS X", Map.of()).data());
    assertEquals(HOME.resolve("Library/Caches/Coverscape"), of("Mac OS X", Map.of()).cache());
    assertEquals(
        Path.of("/local/Coverscape"), of("Windows 11", Map.of("LOCALAPPDATA", "/local")).data());
  }

  @Test
  void oneVariableNamesAFolderForAll() {
    UserFolders folders = of("Linux", Map.of("COVERSCAPE_HOME", "/x", "XDG_DATA_HOME", "/d"));
    assertEquals(Path.of("/x"), folders.data());
    assertEquals(Path.of("/x/cache"), folders.cache());
    assertEquals(Path.of("/x/settings.json"), folders.settings());
    assertEquals(Path.of("/x/projects"), folders.projects());
    assertEquals(Path.of("/x/cache/pictures"), folders.pictures());
    assertEquals(
        HOME.resolve(".cache/coverscape"), of("Linux", Map.of("COVERSCAPE_HOME", " ")).cache());
  }
}
