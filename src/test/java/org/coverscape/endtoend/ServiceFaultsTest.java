package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services that die, stop, are cut off or misbehave in mid-job: chip by chip, the result is that of
 * an undisturbed run.
 */
class ServiceFaultsTest {
  private static final String STEADY = "rate=80";
  private static final int ENOUGH = 150;

  @TempDir static Path folder;
  private static Map<String, String> undisturbed = Map.of();

  @BeforeAll
  static void scoreUndisturbed() throws Exception {
    try (RunningService service = RunningService.emulated("rate=2000")) {
      Path out = folder.resolve("undisturbed");
      Process run = start(out, service.endpoint());
      assertEquals(0, exit(run, out));
      undisturbed = Journals.answers(out.resolve("job.sqlite"));
    }
  }

  /** The sample in cells of 112 m: a thousand chips. */
  private static Process start(Path out, String services) throws IOException {
    return Coverscape.builder(Sample.score(out, "--stride", "112", "--services", services))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errors(out).toFile())
        .start();
  }

  private static Path errors(Path out) {
    return out.resolveSibling(out.getFileName() + ".err");
  }

  private static int exit(Process run, Path out) throws InterruptedException, IOException {
    assertTrue(run.waitFor(120, TimeUnit.SECONDS), "the job does not end");
    int exit = run.exitValue();
    assertTrue(exit == 0, () -> "exit " + exit + ": " + read(errors(out)));
    return exit;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "no output: " + e;
    }
  }

  private static void assertAsUndisturbed(Process run, Path out) throws Exception {
    exit(run, out);
    assertEquals(undisturbed, Journals.answers(out.resolve("job.sqlite")));
  }

  @Test
  void oneIsKilledAndOneIsStopped() throws Exception {
    Path out = folder.resolve("killed");
    try (RunningService killed = RunningService.emulated(STEADY);
        RunningService stopped = RunningService.emulated(STEADY);
        RunningService steady = RunningService.emulated(STEADY)) {
      Process run =
          start(out, String.join(",", killed.endpoint(), stopped.endpoint(), steady.endpoint()));
      Journals.awaitChips(run, out.resolve("job.sqlite"), ENOUGH);
      killed.kill();
      stopped.signal("STOP");
      try {
        assertAsUndisturbed(run, out);
      } finally {
        stopped.signal("CONT");
      }
    }
  }

  @Test
  void theOnlyOneDiesAndComesBack() throws Exception {
    Path out = folder.resolve("back");
    try (RunningService first = RunningService.emulated(STEADY)) {
      Process run = start(out, first.endpoint());
      Journals.awaitChips(run, out.resolve("job.sqlite"), ENOUGH);
      first.kill();
      try (RunningService second = RunningService.emulatedAgainAt(first, "rate=500")) {
        assertAsUndisturbed(run, out);
        assertTrue(read(errors(out)).contains(second.endpoint()), "the loss is told");
      }
    }
  }

  @Test
  void theWireIsCutAgainAndAgain() throws Exception {
    Path out = folder.resolve("cut");
    try (RunningService service = RunningService.emulated(STEADY);
        CutWire wire = CutWire.to(service)) {
      Process run = start(out, wire.endpoint());
      for (int chips = 100; chips <= 500; chips += 100) {
        Journals.awaitChips(run, out.resolve("job.sqlite"), chips);
        wire.cut();
      }
      assertAsUndisturbed(run, out);
    }
  }

  @Test
  void unrulyOnesCostTimeAndNothingElse() throws Exception {
    Path out = folder.resolve("unruly");
    try (RunningService failing = RunningService.emulated("rate=200,errors=0.2,jitter=0.5");
        RunningService stalling = RunningService.emulated("rate=200,stall=0.01:1s");
        RunningService crowded = RunningService.emulated("rate=40,queue=2")) {
      Process run =
          start(out, String.join(",", failing.endpoint(), stalling.endpoint(), crowded.endpoint()));
      assertAsUndisturbed(run, out);
    }
  }
}
