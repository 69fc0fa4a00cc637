package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCachedSourceTest {
  @TempDir Path folder;
  private final FakeSource inner = new FakeSource();

  @Test
  void loadsATileOnceForAllSessions() throws Exception {
    TilePixels first = kept(1 << 20).load(at(1)).orElseThrow();
    TilePixels second = kept(1 << 20).load(at(1)).orElseThrow();
    assertArrayEquals(first.argb(), second.argb());
    assertEquals(1, inner.loads(at(1)));
    assertTrue(files().stream().allMatch(file -> file.toString().endsWith(".tile")));
  }

  @Test
  void remembersThatThereIsNothing() throws Exception {
    FakeSource empty =
        new FakeSource() {
          @Override
          public Optional<TilePixels> load(TileAddress address)
              throws IOException, InterruptedException {
            super.load(address);
            return Optional.empty();
          }
        };
    DiskCachedSource kept = new DiskCachedSource(empty, folder, 1 << 20);
    assertEquals(Optional.empty(), kept.load(at(1)));
    assertEquals(Optional.empty(), kept.load(at(1)));
    assertEquals(1, empty.loads(at(1)));
  }

  @Test
  void failuresAreNotKept() {
    FakeSource broken =
        new FakeSource() {
          @Override
          public Optional<TilePixels> load(TileAddress address)
              throws IOException, InterruptedException {
            super.load(address);
            throw new IOException("The disk is away.");
          }
        };
    DiskCachedSource kept = new DiskCachedSource(broken, folder, 1 << 20);
    assertThrows(IOException.class, () -> kept.load(at(1)));
    assertThrows(IOException.class, () -> kept.load(at(1)));
    assertEquals(2, broken.loads(at(1)));
  }

  @Test
  void aDamagedFileIsMadeAgain() throws Exception {
    DiskCachedSource kept = kept(1 << 20);
    kept.load(at(1));
    Files.writeString(files().get(0), "rubbish");
    assertArrayEquals(FakeSource.pixels(at(1)).argb(), kept.load(at(1)).orElseThrow().argb());
    kept.load(at(1));
    assertEquals(2, inner.loads(at(1)));
  }

  @Test
  void overItsLimitTheTilesUnusedForLongestGo() throws Exception {
    long size = TileCodec.encode(Optional.of(FakeSource.pixels(at(0)))).length;
    DiskCachedSource kept = kept(10 * size);
    for (int x = 0; x < 10; x++) {
      kept.load(at(x));
      Path file = folder.resolve("5/" + x + "/0.tile");
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + x)));
    }
    kept.load(at(3));
    kept.load(at(20));
    kept.load(at(21));
    assertTrue(total() <= 10 * size, "within the limit");
    kept.load(at(3));
    kept.load(at(21));
    assertEquals(1, inner.loads(at(3)), "used lately, so kept");
    kept.load(at(0));
    assertEquals(2, inner.loads(at(0)), "the oldest went");
  }

  @Test
  void whereNothingCanBeWrittenTilesAreStillShown() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    DiskCachedSource kept = new DiskCachedSource(inner, file, 1 << 20);
    assertTrue(kept.load(at(1)).isPresent());
    assertTrue(kept.fault().isPresent());
  }

  private DiskCachedSource kept(long limit) {
    return new DiskCachedSource(inner, folder, limit);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private long total() throws IOException {
    long sum = 0;
    for (Path file : files()) {
      sum += Files.size(file);
    }
    return sum;
  }

  private static TileAddress at(int x) {
    return new TileAddress(5, x, 0);
  }
}
