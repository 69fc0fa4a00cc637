package org.coverscape.cli.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowProgramTest {
  private static WindowProgram program(String system, Map<String, String> environment) {
    return new WindowProgram(Path.of("jdk"), Optional.of("a.jar:b.jar"), system, environment);
  }

  @Test
  void aDisplayIsNamedByTheEnvironmentOnLinuxAndAlwaysThereElsewhere() {
    assertFalse(Display.isPresent("Linux", Map.of()));
    assertFalse(Display.isPresent("Linux", Map.of("DISPLAY", "")));
    assertTrue(Display.isPresent("Linux", Map.of("DISPLAY", ":0")));
    assertTrue(Display.isPresent("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
    assertTrue(Display.isPresent("Mac OS X", Map.of()));
    assertTrue(Display.isPresent("Windows 11", Map.of()));
  }

  @Test
  void withoutADisplayThatIsSaidFirst() throws InterruptedException {
    assertEquals(Optional.of(Obstacle.NO_DISPLAY), program("Linux", Map.of()).obstacle());
  }

  @Test
  void aStartWithoutTheLauncherIsSaid() throws InterruptedException {
    WindowProgram alone = new WindowProgram(Path.of("jdk"), Optional.empty(), "Mac OS X", Map.of());
    assertEquals(Optional.of(Obstacle.NO_PROGRAM), alone.obstacle());
    assertEquals(Optional.empty(), program("Mac OS X", Map.of()).obstacle());
  }

  @Test
  void gtkIsAskedFor() {
    String gtk = "\tlibgtk-3.so.0 (libc6,x86-64) => /lib/libgtk-3.so.0\n";
    String xtst = "\tlibXtst.so.6 (libc6,x86-64) => /lib/libXtst.so.6\n";
    assertTrue(SystemLibraries.areListed(gtk + xtst));
    assertFalse(SystemLibraries.areListed(gtk));
    assertFalse(SystemLibraries.areListed(xtst));
    assertTrue(Obstacle.NO_LIBRARIES.sentence().contains("apt-get install libgtk-3-0"));
  }

  @Test
  void itsOwnOptionsComeLastSoThatTheyWin() {
    List<String> command =
        program("Linux", Map.of("COVERSCAPE_JAVA_OPTIONS", " -Xmx3g  -Dx=y "))
            .command(17, List.of("--sample"));
    assertEquals(Path.of("jdk", "bin", "java").toString(), command.get(0));
    assertEquals(
        List.of("-Xmx3g", "-Dx=y", "org.coverscape.app.Main", "--sample"),
        command.subList(command.size() - 4, command.size()));
    assertTrue(command.indexOf("-Xmx1g") < command.indexOf("-Xmx3g"));
    assertFalse(command.contains("--enable-native-access=ALL-UNNAMED"));
  }

  @Test
  void laterJavaIsToldThatNativeCodeIsAllowed() {
    List<String> command = program("Windows 11", Map.of()).command(25, List.of());
    assertEquals(Path.of("jdk", "bin", "java.exe").toString(), command.get(0));
    assertTrue(command.contains("--enable-native-access=ALL-UNNAMED"));
    assertTrue(command.contains("--sun-misc-unsafe-memory-access=allow"));
  }

  @Test
  void onlyOneExitCodeSpeaksOfTheScreen() {
    WindowProgram program = program("Linux", Map.of("DISPLAY", ":0"));
    assertEquals(Optional.of(Obstacle.CLOSED_DISPLAY), program.obstacle(3));
    assertEquals(Optional.empty(), program.obstacle(0));
    assertEquals(Optional.empty(), program.obstacle(1));
  }
}
