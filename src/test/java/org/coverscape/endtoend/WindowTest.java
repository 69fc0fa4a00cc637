package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does about the window, with a display and without. */
class WindowTest {
  @TempDir private Path folder;

  private Process start(ProcessBuilder builder) throws IOException {
    builder.environment().put("COVERSCAPE_HOME", folder.resolve("home").toString());
    return builder
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private ProcessBuilder withoutDisplay(String... args) {
    ProcessBuilder builder = Coverscape.builder(args);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    return builder;
  }

  /** As the launcher starts it: with the window's class path. */
  private static ProcessBuilder launched(String... args) {
    ProcessBuilder builder = Coverscape.builder(args);
    builder.command().add(1, "-Dcoverscape.window=" + System.getProperty("java.class.path"));
    return builder;
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("err"));
  }

  @Test
  void withoutADisplayTheWindowIsRefusedInOneSentence() throws Exception {
    assertEquals(2, start(withoutDisplay()).waitFor());
    assertEquals(1, errors().size(), errors().toString());
    assertTrue(errors().get(0).contains("no display"), errors().toString());
    assertTrue(errors().get(0).contains("coverscape --help"), errors().toString());
    assertEquals("", Files.readString(folder.resolve("out")));
  }

  @Test
  void withoutADisplayTheDemoWritesFilesAndSaysSo() throws Exception {
    assertEquals(0, start(withoutDisplay("demo")).waitFor());
    assertEquals(1, errors().stream().filter(line -> line.contains("no display")).count());
    assertTrue(Files.size(folder.resolve("demo-output/landcover.tif")) > 0);
  }

  @Test
  void aProjectThatIsNotThereIsRefused() throws Exception {
    assertEquals(2, start(withoutDisplay("gone.coverscape")).waitFor());
    assertTrue(errors().get(0).contains("gone.coverscape is not there"), errors().toString());
  }

  @Test
  void aDisplayThatDoesNotAnswerIsSaidInOneSentence() throws Exception {
    assumeTrue(isGtkThere(), "needs GTK 3, to be refused by it");
    ProcessBuilder builder = launched("--quiet");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().put("DISPLAY", ":9999");
    assertEquals(2, start(builder).waitFor());
    List<String> said = errors().stream().filter(line -> line.startsWith("coverscape: ")).toList();
    assertEquals(1, said.size(), errors().toString());
    assertTrue(said.get(0).contains("display could not be opened"), said.get(0));
    assertTrue(errors().stream().noneMatch(line -> line.startsWith("\tat ")), "no stack trace");
  }

  private static boolean isGtkThere() {
    return Files.isExecutable(Path.of("/sbin/ldconfig"))
        && Coverscape.tool("/sbin/ldconfig", "-p").contains("libgtk-3.so.0");
  }

  @Test
  @Timeout(180)
  void demoOpensTheWindowOnTheSampleAndCtrlCEndsBoth() throws Exception {
    boolean required = "required".equals(System.getenv("COVERSCAPE_SCREEN_TESTS"));
    assumeTrue(required || System.getenv("DISPLAY") != null, "no display to open the window on");
    Path projects = Files.createDirectories(folder.resolve("home/projects"));
    Process process = start(launched("demo", "--quiet"));
    try {
      awaitFile(projects, process);
      List<ProcessHandle> below = process.descendants().toList();
      Coverscape.tool("kill", "-INT", String.valueOf(process.pid()));
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it must end soon");
      assertEquals(130, process.exitValue(), errors().toString());
      assertFalse(below.isEmpty(), "the window is a process of its own");
      for (ProcessHandle child : below) {
        child.onExit().get(30, TimeUnit.SECONDS);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertEquals(List.of(), errors());
  }

  /** Waits until the window has made the sample's project, which it shows from then on. */
  private void awaitFile(Path projects, Process process) throws Exception {
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      projects.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (Files.notExists(projects.resolve("Sample.coverscape"))) {
        assertTrue(process.isAlive(), () -> "the window ended: " + folder);
        WatchKey key = watch.poll(1, TimeUnit.SECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
      }
    }
  }
}
