package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProjectFileTest {
  private final Path folder;
  private final Path file;

  ProjectFileTest(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectory(temporary.resolve("my project"));
    file = folder.resolve("a" + ProjectFile.ENDING);
  }

  private static String refusal(Path file) {
    return message(assertThrows(StoreException.class, () -> ProjectFile.read(file)));
  }

  private static String message(StoreException refused) {
    return String.valueOf(refused.getMessage());
  }

  /** Projects with nothing, something and odd things in them, each over the one before. */
  @Test
  void whatIsWrittenIsRead() {
    ProjectFile.create(file, Project.empty("first"));
    assertEquals(Project.empty("first"), ProjectFile.read(file));
    for (int seed = 0; seed < 40; seed++) {
      Project project = Projects.random(seed, folder);
      ProjectFile.write(file, project);
      assertEquals(project, ProjectFile.read(file), "seed " + seed);
    }
  }

  @Test
  void theFolderCanBeMoved() throws IOException {
    Project project =
        new Project(
            "moving",
            List.of(),
            List.of(),
            List.of(folder.resolve("imagery").resolve("a.tif"), folder, Path.of("/else/b.tif")),
            List.of(),
            List.of(),
            Map.of(),
            java.util.Optional.empty(),
            List.of(),
            Map.of());
    ProjectFile.create(file, project);
    Path moved = folder.resolveSibling("moved");
    Files.move(folder, moved);
    assertEquals(
        List.of(
            moved.resolve("imagery").resolve("a.tif"),
            moved,
            Path.of("/else/b.tif").toAbsolutePath()),
        ProjectFile.read(moved.resolve(file.getFileName())).imagery());
  }

  /** Files of the first version know nothing of images that were found. */
  @Test
  void anOldProjectOpensAndIsWrittenAsANewOne() throws Exception {
    Project project = Projects.random(3, folder);
    ProjectFile.create(file, project);
    try (Connection connection = Sqlite.open(file)) {
      Sqlite.execute(connection, "DROP TABLE found", "PRAGMA user_version=1");
    }
    Project old = ProjectFile.read(file);
    assertEquals(project.imagery(), old.imagery());
    assertEquals(project.jobs(), old.jobs());
    assertEquals(List.of(), old.found());
    assertFalse(project.found().isEmpty());
    ProjectFile.write(file, project);
    assertEquals(project, ProjectFile.read(file));
  }

  /** As a person may type it. */
  @Test
  void anAddressInCapitalsStaysAnAddress() {
    ImageLocation image = ImageLocation.parse("HTTPS://images.example/a.tif");
    ProjectPaths paths = ProjectPaths.of(file);
    assertEquals(image, paths.location(paths.text(image)));
  }

  @Test
  void aNewerProjectIsRefusedAndLeftAlone() throws Exception {
    ProjectFile.create(file, Project.empty("newer"));
    try (Connection connection = Sqlite.open(file)) {
      Sqlite.execute(connection, "PRAGMA user_version=3");
    }
    assertEquals(
        file + " was written by a newer version of Coverscape; install that version to open it.",
        refusal(file));
    byte[] before = Files.readAllBytes(file);
    assertThrows(StoreException.class, () -> ProjectFile.write(file, Project.empty("overwritten")));
    assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
  }

  @Test
  void otherFilesAreRefusedAndLeftAlone() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a project ".repeat(100));
    assertTrue(refusal(text).endsWith(" is not a project of Coverscape; choose another file."));
    assertThrows(StoreException.class, () -> ProjectFile.write(text, Project.empty("over")));
    assertTrue(Files.readString(text).startsWith("not a project "));
    Path catalogue = folder.resolve("catalogue.sqlite");
    SqliteTileCatalog.open(catalogue).close();
    assertTrue(refusal(catalogue).contains("is not a project of Coverscape"));
    Path empty = Files.createFile(folder.resolve("empty"));
    assertTrue(refusal(empty).contains("is not a project of Coverscape"));
    assertEquals("There is no project in " + folder + "; check the path.", refusal(folder));
    assertThrows(StoreException.class, () -> ProjectFile.create(text, Project.empty("over")));
  }

  @Test
  void aReadOnlyPlaceIsReadButNotWritten() throws IOException {
    ProjectFile.create(file, Project.empty("kept"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(folder), "this user may write anywhere");
      assertEquals("kept", ProjectFile.read(file).name());
      assertEquals(
          file + " cannot be written to; save the project in another folder.",
          message(
              assertThrows(
                  StoreException.class, () -> ProjectFile.write(file, Project.empty("new")))));
      assertTrue(
          message(assertThrows(StoreException.class, () -> ProjectLock.of(file)))
              .contains("in a place that cannot be written to"));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aPlaceThatIsNoFolderIsRefused() throws IOException {
    Path notFolder = Files.createFile(folder.resolve("file"));
    Path inside = notFolder.resolve("a.coverscape");
    assertEquals(
        inside + " cannot be written to; save the project in another folder.",
        message(
            assertThrows(
                StoreException.class, () -> ProjectFile.write(inside, Project.empty("a")))));
    assertThrows(StoreException.class, () -> ProjectFile.create(inside, Project.empty("a")));
    assertThrows(StoreException.class, () -> ProjectLock.of(inside));
  }

  @Test
  void aSecondWindowIsToldSo() {
    try (ProjectLock mine = ProjectLock.of(file)) {
      assertTrue(mine != null);
      ProjectFile.create(file, Project.empty("mine"));
      ProjectInUseException refused =
          assertThrows(ProjectInUseException.class, () -> ProjectLock.of(file));
      assertTrue(message(refused).contains("is open in another Coverscape window"));
      assertEquals("mine", ProjectFile.read(file).name());
    }
    ProjectLock.of(file).close();
  }

  @Test
  void aKilledProgramLeavesOneProjectOrTheOther() throws Exception {
    ProjectFile.create(file, Projects.large("project 0", folder));
    for (int round = 0; round < 4; round++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djava.io.tmpdir=" + folder,
                  "-cp",
                  System.getProperty("java.class.path"),
                  ProjectCrash.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        // right at the beginning of the second, third, … write
        for (int i = 0; i < 2 + round; i++) {
          assertEquals('\n', process.getInputStream().read());
        }
      } finally {
        process.destroyForcibly();
      }
      process.waitFor();
      Project left = ProjectFile.read(file);
      assertEquals(1500, left.regions().size());
      assertTrue(left.regions().stream().allMatch(r -> r.name().equals(left.name())));
      assertEquals(Map.of("name", left.name()), left.settings());
    }
  }

  /** Whatever becomes of the bytes: a project, or one sentence. */
  @Test
  void damageIsAlwaysOneSentence() throws IOException {
    ProjectFile.create(file, Projects.random(3, folder));
    byte[] whole = Files.readAllBytes(file);
    Path broken = folder.resolve("broken");
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      byte[] bytes =
          round % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int i = round % 3 == 0 ? 0 : 1 << random.nextInt(9); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(round % 2 == 0 ? bytes.length : Math.min(bytes.length, 6000))] =
            (byte) random.nextInt();
      }
      Files.write(broken, bytes);
      try {
        ProjectFile.read(broken);
      } catch (StoreException e) {
        refused++;
        assertTrue(message(e).endsWith(".") && message(e).contains("; "), message(e));
      }
    }
    assertTrue(refused > 80, "refused: " + refused);
  }

  @Test
  void valuesThatMakeNoSenseAreDamage() throws Exception {
    for (String change :
        List.of(
            "UPDATE region SET outline = x'0102'",
            "UPDATE region SET crs = 'EPSG:1'",
            "UPDATE job SET created = 'yesterday'",
            "UPDATE layer SET opacity = 7",
            "INSERT INTO colour VALUES (9, 'water', '#0000ff')",
            "DELETE FROM project",
            "DROP TABLE setting")) {
      Path one = folder.resolve("one" + change.hashCode());
      ProjectFile.create(one, full());
      try (Connection connection = Sqlite.open(one)) {
        Sqlite.execute(connection, change);
      }
      assertEquals(
          one + " is damaged; open another project or restore this one from a copy.",
          refusal(one),
          change);
    }
  }

  /** A project with at least one of everything. */
  private Project full() {
    for (int seed = 0; ; seed++) {
      Project project = Projects.random(seed, folder);
      if (!project.regions().isEmpty()
          && !project.jobs().isEmpty()
          && !project.layers().isEmpty()) {
        return project;
      }
    }
  }
}
