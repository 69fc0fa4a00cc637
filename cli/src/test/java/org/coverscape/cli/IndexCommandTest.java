package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverscape index} over a folder that is there, away, or changing. */
@Timeout(180)
class IndexCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream noted = new ByteArrayOutputStream();
  @TempDir Path folder;
  private Path images = Path.of("");
  private Path image = Path.of("");

  @BeforeEach
  void makeImage() throws IOException {
    images = Files.createDirectory(folder.resolve("images"));
    image = new TiffFixtures(images).utm(Ground.noise(1));
  }

  private int run(PrintStream to, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "index", images.toString(), "--catalog", folder.resolve("a.sqlite").toString()));
    line.addAll(List.of(more));
    PrintStream notes = new PrintStream(noted, true, StandardCharsets.UTF_8);
    return Main.run(new Console(to, notes, false), line.toArray(String[]::new));
  }

  private String said(int exit, String... more) {
    out.reset();
    assertEquals(exit, run(new PrintStream(out, true, StandardCharsets.UTF_8), more));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void ofADriveThatIsAwayNothingIsForgotten() throws IOException {
    said(ExitCode.DONE);
    Path away = Files.move(image, folder.resolve("away.tif"));
    String pruned = said(ExitCode.REFUSED, "--prune");
    assertTrue(pruned.contains("  missing  " + image), pruned);
    Files.move(away, image);
    String again = said(ExitCode.DONE);
    assertTrue(again.contains("(1 unchanged)"), again);
  }

  @Test
  void whatIsGoneFromAmongOthersIsForgotten() throws IOException {
    Path other = Files.copy(image, images.resolve("other.tif"));
    said(ExitCode.DONE);
    Files.delete(other);
    String pruned = said(ExitCode.DONE, "--prune");
    assertTrue(pruned.contains("  forgotten  " + other), pruned);
    assertTrue(pruned.contains("1 forgotten"), pruned);
    assertTrue(said(ExitCode.DONE).contains("(1 unchanged)"));
  }

  @Test
  void ofANestedDriveThatIsAwayNothingIsForgotten() throws IOException {
    Path mount = Files.createDirectory(images.resolve("mount"));
    Path gone = Files.createDirectory(images.resolve("gone"));
    Path other = Files.copy(image, images.resolve("other.tif"));
    Path away = Files.copy(image, mount.resolve("away.tif"));
    Path lost = Files.copy(image, gone.resolve("lost.tif"));
    said(ExitCode.DONE);
    for (Path path : List.of(other, away, lost, gone)) {
      Files.delete(path);
    }
    String pruned = said(ExitCode.DONE, "--prune");
    assertTrue(pruned.contains("  forgotten  " + other), pruned);
    assertTrue(pruned.contains("  missing  " + away), pruned);
    assertTrue(pruned.contains("  missing  " + lost), pruned);
    assertTrue(pruned.contains("2 missing"), pruned);
    assertTrue(
        noted
            .toString(StandardCharsets.UTF_8)
            .contains("2 images were kept, for the drive they lie on may be away"),
        noted.toString(StandardCharsets.UTF_8));
    Files.copy(image, mount.resolve("away.tif"));
    assertTrue(said(ExitCode.DONE).contains("1 missing"));
  }

  @Test
  void ofACopyOfWhatIsAwayOneLineIsSaid() throws IOException {
    Path mount = Files.createDirectory(images.resolve("mount"));
    Path away = Files.copy(image, mount.resolve("away.tif"));
    said(ExitCode.DONE);
    Path copy = Files.createDirectory(images.resolve("copy")).resolve("away.tif");
    Files.copy(away, copy, StandardCopyOption.COPY_ATTRIBUTES);
    Files.delete(away);
    String text = said(ExitCode.DONE);
    assertEquals(
        List.of("  missing  " + away),
        text.lines().filter(line -> line.endsWith("  " + away)).toList());
  }

  /** Copies an image into the folder as soon as it was looked through for the first time. */
  private final class Late extends PrintStream {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Late() {
      super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    @Override
    public void println(@Nullable String line) {
      lines.add(String.valueOf(line));
      Path late = images.resolve("late.tif");
      if (String.valueOf(line).startsWith("1 image ") && !Files.exists(late)) {
        try {
          Path whole = Files.copy(image, images.resolve("late.part"));
          Files.move(whole, late, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Test
  void whatComesMeanwhileIsNotMissed() throws Exception {
    Late said = new Late();
    Thread verb = new Thread(() -> run(said, "--watch"), "verb");
    verb.start();
    try {
      String line = "";
      while (line != null && !line.startsWith("2 images ")) {
        line = said.lines.poll(20, TimeUnit.SECONDS);
      }
      assertTrue(line != null, "the second image is never said");
    } finally {
      verb.interrupt();
      verb.join(20_000);
    }
  }
}
