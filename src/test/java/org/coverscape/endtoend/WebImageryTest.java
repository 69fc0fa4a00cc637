package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.fixtures.FileServer;
import org.coverscape.engine.fixtures.FileServer.Trick;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imagery behind a web server: chip by chip, the result is that of the file. */
class WebImageryTest {
  private static final List<Trick> TRICKS =
      List.of(Trick.CUT, Trick.BUSY, Trick.SHORT, Trick.UNAVAILABLE, Trick.BROKEN);

  @TempDir static Path folder;
  private static @Nullable RunningService service;
  private static Map<String, String> fromFile = Map.of();
  private static Path image = Path.of("");

  @BeforeAll
  static void scoreTheFile() throws Exception {
    image = Sample.image();
    service = RunningService.emulated("rate=2000");
    Path out = folder.resolve("file");
    Process run = start(out, "--imagery", image.toString());
    assertEquals(0, exit(run, out), errors(out));
    fromFile = Journals.answers(out.resolve("job.sqlite"));
  }

  @AfterAll
  static void endTheService() {
    if (service != null) {
      service.close();
    }
  }

  private static Process start(Path out, String... imagery) throws IOException {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("score", "--region", Sample.region().toString(), "--out", out.toString()));
    String endpoint = Objects.requireNonNull(service).endpoint();
    words.addAll(List.of("--stride", "112", "--services", endpoint));
    words.addAll(List.of(imagery));
    return Coverscape.builder(words.toArray(String[]::new))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(errorFile(out).toFile())
        .start();
  }

  private static Path errorFile(Path out) {
    return out.resolveSibling(out.getFileName() + ".err");
  }

  private static String errors(Path out) throws IOException {
    return Files.readString(errorFile(out));
  }

  private static int exit(Process run, Path out) throws InterruptedException, IOException {
    assertTrue(run.waitFor(180, TimeUnit.SECONDS), () -> out + " does not end");
    return run.exitValue();
  }

  private static FileServer serve() throws IOException {
    return FileServer.of(Objects.requireNonNull(image.getParent()));
  }

  private static String address(FileServer server) {
    return server.uri(String.valueOf(image.getFileName())).toString();
  }

  @Test
  void anUnrulyHostCostsTimeAndNothingElse() throws Exception {
    Path out = folder.resolve("unruly");
    try (FileServer server = serve()) {
      server.play(
          request ->
              request.number() % 3 == 0
                  ? TRICKS.get((int) (request.number() / 3 % TRICKS.size()))
                  : Trick.NONE);
      Process run = start(out, "--imagery", address(server));
      assertEquals(0, exit(run, out), errors(out));
      assertEquals(fromFile, Journals.answers(out.resolve("job.sqlite")));
      assertTrue(
          server.bytes() <= 1.15 * Files.size(image), server.bytes() + " of " + Files.size(image));
    }
  }

  @Test
  void aCatalogueHoldsAddresses() throws Exception {
    Path out = folder.resolve("catalogue");
    Path catalog = folder.resolve("web.sqlite");
    try (FileServer server = serve()) {
      Coverscape.Result index =
          Coverscape.run("index", address(server), "--catalog", catalog.toString());
      assertEquals(0, index.exit(), index.err());
      Process run = start(out, "--catalog", catalog.toString());
      assertEquals(0, exit(run, out), errors(out));
      assertEquals(fromFile, Journals.answers(out.resolve("job.sqlite")));
    }
  }

  @Test
  void cellsOfALostNetworkAreScoredOnResume() throws Exception {
    Path out = folder.resolve("lost");
    Path settings = Files.writeString(folder.resolve("web.json"), "{\"patience_seconds\": 0}");
    try (FileServer server = serve()) {
      String[] imagery = {"--imagery", address(server), "--web-settings", settings.toString()};
      server.play(request -> request.number() > 4 ? Trick.UNAVAILABLE : Trick.NONE);
      Process run = start(out, imagery);
      exit(run, out);
      Map<String, String> partly = Journals.answers(out.resolve("job.sqlite"));
      assertEquals(fromFile.keySet(), partly.keySet(), errors(out));
      assertTrue(partly.containsValue("UNREADABLE"), "the network was lost in the middle");
      assertFalse(partly.values().stream().allMatch("UNREADABLE"::equals), "not before");
      server.play(request -> Trick.NONE);
      Process again = start(out, imagery[0], imagery[1], imagery[2], imagery[3], "--resume");
      assertEquals(0, exit(again, out), errors(out));
      assertEquals(fromFile, Journals.answers(out.resolve("job.sqlite")));
    }
  }

  @Test
  void whatCannotBeHadIsSaidInOneSentence() {
    Coverscape.Result result =
        Coverscape.run(
            "score",
            "--region",
            "-96,39,-95.99,39.01",
            "--imagery",
            "http://no.such.host.invalid/a.tif",
            "--out",
            folder.resolve("none").toString());
    assertEquals(2, result.exit());
    assertEquals(
        List.of(
            "coverscape: No imagery can be read: http://no.such.host.invalid/a.tif:"
                + " no.such.host.invalid cannot be found; check the network and the address."),
        result.errorLines());
  }
}
