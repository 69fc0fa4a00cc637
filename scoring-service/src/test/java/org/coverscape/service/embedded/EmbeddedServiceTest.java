package org.coverscape.service.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.coverscape.service.TestClient;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.Models;
import org.coverscape.service.model.TinyNetwork;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServiceTest {
  private final Path folder;
  private final Path network;

  EmbeddedServiceTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.network = Files.write(folder.resolve("tiny.onnx"), TinyNetwork.sound().bytes());
  }

  private static void answers(EmbeddedService service) {
    try (TestClient client = new TestClient(service.port())) {
      byte[] file = TestImages.storedPng(TestImages.noise(1));
      assertEquals(6, client.answer(TestClient.images(List.of(file))).size());
    }
  }

  @Test
  void answersUntilClosedAndIsDeafToCtrlC() throws Exception {
    ProcessHandle process;
    try (EmbeddedService service = EmbeddedService.start(Optional.of(network))) {
      process = service.process();
      assertEquals("127.0.0.1", service.host());
      assertTrue(service.model().matches("tiny:[1-9]\\d*"), service.model());
      answers(service);
      signal(process, "-INT");
      signal(process, "-HUP");
      answers(service);
      assertTrue(process.isAlive());
    }
    process.onExit().get(10, TimeUnit.SECONDS);
    assertFalse(process.isAlive());
  }

  private static void signal(ProcessHandle process, String signal)
      throws IOException, InterruptedException {
    Path kill = Path.of("/bin/kill");
    Assumptions.assumeTrue(Files.isExecutable(kill), "there is no /bin/kill to send signals with");
    String pid = Long.toString(process.pid());
    assertEquals(0, new ProcessBuilder(kill.toString(), signal, pid).start().waitFor());
  }

  @Test
  void runsTheBundledNetwork() throws Exception {
    Assumptions.assumeTrue(Models.hasBundled(), "no network is bundled in this build");
    try (EmbeddedService service = EmbeddedService.start(Optional.empty())) {
      assertTrue(service.model().startsWith("coverscape-landcover:"), service.model());
      answers(service);
    }
  }

  @Test
  void endsWhenItsParentIsKilled() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder command =
        new ProcessBuilder(java.toString(), ParentMain.class.getName(), network.toString())
            .redirectError(folder.resolve("errors.txt").toFile());
    command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process parent = command.start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      String line = String.valueOf(said.readLine());
      assertTrue(
          line.startsWith("service "), () -> line + " " + read(folder.resolve("errors.txt")));
      ProcessHandle service =
          ProcessHandle.of(Long.parseLong(line.substring("service ".length()))).orElseThrow();
      assertTrue(service.isAlive());
      parent.destroyForcibly();
      service.onExit().get(10, TimeUnit.SECONDS);
      assertFalse(service.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void aModelThatCannotBeUsedIsTheServicesOwnSentence() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
    EmbeddedServiceFault fault =
        assertThrows(EmbeddedServiceFault.class, () -> EmbeddedService.start(Optional.of(text)));
    assertEquals(
        "The model is not a network that ONNX Runtime can read; name a sound ONNX file.",
        fault.getMessage());
    assertFalse(fault.lastLines().isEmpty());
  }

  @Test
  void aServiceThatEndsWithoutAWordIsSaidSo() {
    EmbeddedServiceFault fault = start("exit 3", 20);
    assertEquals("The scoring service ended while starting; try again.", fault.getMessage());
  }

  @Test
  void aServiceThatNeverAnswersIsGivenUpAndEnded() {
    EmbeddedServiceFault fault = start("echo starting >&2; exec sleep 60", 1);
    assertTrue(String.valueOf(fault.getMessage()).contains("did not start within 1 seconds"));
    assertTrue(fault.getCause() instanceof TimeoutException);
  }

  @Test
  void evenAKilledServiceLeavesNoTemporaryFiles() throws Exception {
    ScratchFolder scratch = ScratchFolder.create();
    ProcessBuilder command = ServiceCommand.of(scratch.path(), Optional.of(network));
    try (EmbeddedService service = EmbeddedService.start(command, scratch, 30)) {
      try (Stream<Path> files = Files.list(scratch.path())) {
        assertTrue(files.findAny().isPresent(), "the service unpacks its native code there");
      }
      service.process().destroyForcibly();
    }
    assertFalse(Files.exists(scratch.path()));
  }

  private static EmbeddedServiceFault start(String script, long seconds) {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    return assertThrows(
        EmbeddedServiceFault.class,
        () ->
            EmbeddedService.start(
                new ProcessBuilder("/bin/sh", "-c", script), ScratchFolder.create(), seconds));
  }

  @Test
  void aJavaThatIsNotThereIsOneSentence() {
    EmbeddedServiceFault fault =
        assertThrows(
            EmbeddedServiceFault.class,
            () ->
                EmbeddedService.start(
                    new ProcessBuilder("/nowhere/java"), ScratchFolder.create(), 1));
    assertTrue(String.valueOf(fault.getMessage()).endsWith("install Java again."));
  }
}
