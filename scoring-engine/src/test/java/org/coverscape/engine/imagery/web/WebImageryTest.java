package org.coverscape.engine.imagery.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.fixtures.FileServer;
import org.coverscape.engine.fixtures.FileServer.Trick;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of a file on the web: as they are, and each fetched once. */
class WebImageryTest {
  private static final int SIZE = 3_000_000;

  @TempDir Path folder;
  private final byte[] content = new byte[SIZE];
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private FileServer server;
  private WebClient client;
  private WebImagery web;

  @BeforeEach
  void serve() throws IOException {
    new Random(7).nextBytes(content);
    Files.write(folder.resolve("a.bin"), content);
    server = FileServer.of(folder);
    client = new WebClient(WebSettings.DEFAULT);
    web = new WebImagery(client, 8 << 20);
  }

  @AfterEach
  void close() {
    web.close();
    client.close();
    server.close();
    threads.shutdownNow();
  }

  private ByteSource open() {
    return web.open(server.uri("a.bin"));
  }

  private byte[] read(ByteSource source, int from, int count) throws IOException {
    byte[] bytes = new byte[count];
    source.read(from, bytes, 0, count);
    assertArrayEquals(Arrays.copyOfRange(content, from, from + count), bytes);
    return bytes;
  }

  @Test
  void whatWasExpectedIsFetchedOnceAndNoMore() throws IOException {
    try (ByteSource source = open()) {
      assertEquals(SIZE, source.length());
      long header = server.bytes();
      source.expect(List.of(new ByteRange(1_000_000, 300_000), new ByteRange(1_300_008, 300_000)));
      source.expect(List.of(new ByteRange(1_200_000, 200_000)));
      read(source, 1_300_008, 300_000);
      read(source, 1_000_000, 300_000);
      assertEquals(600_008, server.bytes() - header);
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void readsAnywhereWithoutBeingTold() throws IOException {
    try (ByteSource source = open()) {
      read(source, 2_500_000, 400_000);
      read(source, 10, 5);
      read(source, 2_499_000, 2_000);
      read(source, SIZE - 3, 3);
      assertThrows(EOFException.class, () -> source.read(SIZE - 3, new byte[4], 0, 4));
    }
  }

  @Test
  void manyReadersShareWhatIsFetched() throws Exception {
    List<Future<byte[]>> readers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      readers.add(
          threads.submit(
              () -> {
                try (ByteSource source = open()) {
                  source.expect(List.of(new ByteRange(500_000, 1_500_000)));
                  byte[] last = new byte[0];
                  for (int at = 500_000; at < 2_000_000; at += 50_000) {
                    last = read(source, at, 50_000);
                  }
                  return last;
                }
              }));
    }
    for (Future<byte[]> reader : readers) {
      assertEquals(50_000, reader.get(60, TimeUnit.SECONDS).length);
    }
    assertTrue(web.cachedBytes() <= 8 << 20, "the cache is bounded");
  }

  @Test
  void theEndOfTheProgramEndsWhoeverWaits() throws Exception {
    ByteSource source = open();
    assertEquals(SIZE, source.length());
    CountDownLatch asked = new CountDownLatch(6);
    server.play(
        request -> {
          asked.countDown();
          return Trick.SILENT;
        });
    List<ByteRange> ranges = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ranges.add(new ByteRange(100_000 + i * 200_000, 1_000));
    }
    source.expect(ranges);
    Future<byte[]> reader = threads.submit(() -> read(source, 100_000 + 11 * 200_000, 1_000));
    assertTrue(asked.await(60, TimeUnit.SECONDS));
    web.close();
    client.close();
    ExecutionException end =
        assertThrows(ExecutionException.class, () -> reader.get(60, TimeUnit.SECONDS));
    assertInstanceOf(SourceException.class, end.getCause());
  }

  @Test
  void anInterruptedReaderKeepsItsInterruption() throws Exception {
    ByteSource source = open();
    assertEquals(SIZE, source.length());
    server.play(request -> Trick.SILENT);
    Thread.currentThread().interrupt();
    SourceException fault =
        assertThrows(SourceException.class, () -> source.read(1_000_000, new byte[9], 0, 9));
    assertTrue(Thread.interrupted());
    assertEquals("Reading was stopped; start it again.", fault.getMessage());
  }

  @Test
  void afterTheLastReaderNothingIsFetched() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    ByteSource source = open();
    assertEquals(SIZE, source.length());
    server.play(
        request -> {
          asked.countDown();
          return Trick.SILENT;
        });
    source.expect(List.of(new ByteRange(1_000_000, 1_000), new ByteRange(2_000_000, 1_000)));
    assertTrue(asked.await(60, TimeUnit.SECONDS));
    source.close();
    server.play(request -> Trick.NONE);
    try (ByteSource again = open()) {
      read(again, 1_000_000, 1_000);
    }
  }

  @Test
  void whoeverWaitsForTheFirstBytesOfAnotherCanBeStopped() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.play(
        request -> {
          asked.countDown();
          return Trick.SILENT;
        });
    Future<Long> first = threads.submit(() -> open().length());
    assertTrue(asked.await(60, TimeUnit.SECONDS));
    Thread second =
        new Thread(() -> assertThrows(SourceException.class, () -> open().length()), "second");
    second.start();
    second.interrupt();
    second.join(20_000);
    assertFalse(second.isAlive(), "it waits on");
    client.close();
    assertThrows(ExecutionException.class, () -> first.get(60, TimeUnit.SECONDS));
  }
}
