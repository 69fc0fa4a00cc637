package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are killed or stopped, and taken up again. */
class InterruptionTest {
  private static final int ENOUGH = 150;

  @TempDir static Path folder;
  private static RunningService service;
  private static Path undisturbed = Path.of("");

  @BeforeAll
  static void scoreUndisturbed() throws IOException {
    service = RunningService.start();
    undisturbed = folder.resolve("undisturbed");
    Coverscape.Result result = Coverscape.run(begin(undisturbed));
    assertEquals(0, result.exit(), result.err());
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  /** The sample in cells of 112 m: some thousand chips, long enough to be caught in the middle. */
  private static String[] begin(Path out) throws IOException {
    return Sample.score(out, "--stride", "112", "--services", service.endpoint());
  }

  /** That job, taken up again. */
  private static String[] resume(Path out) throws IOException {
    return Sample.score(out, "--stride", "112", "--services", service.endpoint(), "--resume");
  }

  @Test
  void aKilledJobGoesOnAndEndsAsIfUndisturbed() throws Exception {
    Path out = folder.resolve("killed");
    Process process =
        Coverscape.builder(begin(out))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Journals.awaitChips(process, out.resolve("job.sqlite"), ENOUGH);
    process.destroyForcibly().waitFor();
    assertTrue(Files.notExists(out.resolve("landcover.tif")));

    Coverscape.Result resumed = Coverscape.run(resume(out));
    assertEquals(0, resumed.exit(), resumed.err());
    for (String name : List.of("landcover.tif", "confidence.tif", "status.tif", "areas.csv")) {
      assertArrayEquals(
          Files.readAllBytes(undisturbed.resolve(name)),
          Files.readAllBytes(out.resolve(name)),
          name);
    }
    assertEquals(Summary.of(undisturbed).chips("scored"), Summary.of(out).chips("scored"));
  }

  @Test
  void anInterruptedJobStopsCleanlyWith130() throws Exception {
    Path out = folder.resolve("stopped");
    Path err = folder.resolve("stopped.err");
    Process process =
        Coverscape.builder(begin(out))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    Journals.awaitChips(process, out.resolve("job.sqlite"), ENOUGH);
    Coverscape.tool("kill", "-INT", String.valueOf(process.pid()));
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it must stop soon");
    assertEquals(130, process.exitValue());
    assertTrue(Files.readString(err).contains("--resume"), Files.readString(err));

    Coverscape.Result resumed = Coverscape.run(resume(out));
    assertEquals(0, resumed.exit(), resumed.err());
    assertArrayEquals(
        Files.readAllBytes(undisturbed.resolve("landcover.tif")),
        Files.readAllBytes(out.resolve("landcover.tif")));
  }

  /** The service that a job starts for itself has temporary files of 24 MB. */
  @Test
  void anInterruptedJobLeavesNoTemporaryFiles() throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    ProcessBuilder builder =
        Coverscape.builder(Sample.score(folder.resolve("own"), "--stride", "112"));
    builder.command().add(1, "-Djava.io.tmpdir=" + temporary);
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Journals.awaitChips(process, folder.resolve("own/job.sqlite"), ENOUGH);
    Coverscape.tool("kill", "-INT", String.valueOf(process.pid()));
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it must stop soon");
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(
          List.of(),
          left.filter(file -> file.getFileName().toString().startsWith("coverscape")).toList());
    }
  }

  @Test
  void aFinishedJobIsNotOverwrittenUnasked() throws IOException {
    Coverscape.Result result = Coverscape.run(begin(undisturbed));
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("--resume"), result.err());
  }

  @Test
  void resumingForAnotherRegionIsRefused() throws IOException {
    String[] arguments = resume(undisturbed);
    arguments[2] = "-98.92,39.96,-98.90,39.97";
    Coverscape.Result result = Coverscape.run(arguments);
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("another region"), result.err());
  }
}
