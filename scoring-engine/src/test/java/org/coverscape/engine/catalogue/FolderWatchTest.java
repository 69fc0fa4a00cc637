package org.coverscape.engine.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {
  private final BlockingQueue<String> told = new ArrayBlockingQueue<>(100);
  @TempDir private Path folder;

  @Test
  void changesAreToldOnceTheyAreOver() throws Exception {
    try (FolderWatch watch = start()) {
      assertEquals(1, watch.folders());
      for (int i = 0; i < 20; i++) {
        Files.writeString(folder.resolve(i + ".tif"), "image");
      }
      assertEquals("changed", told.poll(30, TimeUnit.SECONDS));
      assertTrue(told.size() <= 1, "told " + told.size() + " times more");
    }
  }

  @Test
  void newFoldersAreWatchedToo() throws Exception {
    try (FolderWatch watch = start()) {
      Path inner = Files.createDirectories(folder.resolve("a/b"));
      assertEquals("changed", told.poll(30, TimeUnit.SECONDS));
      assertEquals(3, watch.folders());
      Files.writeString(inner.resolve("late.tif"), "image");
      assertEquals("changed", told.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void linksThatLoopEndNothing() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("up"), folder);
    try (FolderWatch watch = start()) {
      assertEquals(2, watch.folders());
      Files.delete(Files.createFile(inner.resolve("some.tif")));
      assertEquals("changed", told.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void nothingIsToldAfterItsEnd() throws Exception {
    FolderWatch watch = start();
    watch.close();
    Files.writeString(folder.resolve("late.tif"), "image");
    assertNull(told.poll(1500, TimeUnit.MILLISECONDS));
  }

  @Test
  void whatIsNotWatchedIsSaid() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path nowhere = folder.resolve("no/such/folder");
    try (FolderWatch watch = FolderWatch.start(List.of(folder, nowhere), () -> {}, 1)) {
      assertEquals(1, watch.folders());
      assertEquals(List.of(inner, nowhere), watch.unwatched());
    }
    try (FolderWatch watch = start()) {
      assertEquals(List.of(), watch.unwatched());
    }
  }

  @Test
  void aForbiddenFolderIsSaid() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.setPosixFilePermissions(inner, Set.of());
    try {
      Assumptions.assumeFalse(Files.isReadable(inner), "nothing is forbidden to who runs this");
      try (FolderWatch watch = start()) {
        assertEquals(List.of(inner), watch.unwatched());
      }
    } finally {
      Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private FolderWatch start() throws Exception {
    return FolderWatch.start(List.of(folder, folder.resolve("none")), () -> told.add("changed"));
  }

  @Test
  void aFolderThatComesInARushIsWatchedToo() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Runnable busy =
        () -> {
          told.add("changed");
          Uninterruptibles.awaitUninterruptibly(over);
        };
    try (FolderWatch watch = FolderWatch.start(List.of(folder), busy)) {
      Files.writeString(folder.resolve("first.tif"), "image");
      assertEquals("changed", told.poll(30, TimeUnit.SECONDS));
      for (int i = 0; i < 3000; i++) {
        Files.createFile(folder.resolve(i + ".tif"));
      }
      Files.createDirectory(folder.resolve("late"));
      over.countDown();
      assertEquals("changed", told.poll(30, TimeUnit.SECONDS));
      assertEquals(2, watch.folders());
    }
  }
}
