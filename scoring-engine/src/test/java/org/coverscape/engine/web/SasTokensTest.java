package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signatures, by a clock and an endpoint of one's own. */
@Timeout(120)
class SasTokensTest {
  private static final URI FILE = URI.create("https://naip.blob.core.windows.net/naip/a.tif");

  private static SasTokens tokens(SasTokens.Source source) {
    Instant now = Instant.parse("2024-05-01T12:00:00Z");
    return new SasTokens(SasEndpoint.PLANETARY_COMPUTER, source, () -> now);
  }

  @Test
  void withAClockThatIsFastNotEachRequestAsks() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    SasTokens tokens =
        tokens(
            uri -> {
              asked.incrementAndGet();
              return "{\"msft:expiry\":\"2024-05-01T11:00:00Z\",\"token\":\"sig=a\"}";
            });
    assertEquals(Optional.of("sig=a"), tokens.token(FILE));
    assertEquals(Optional.of("sig=a"), tokens.token(FILE));
    assertEquals(1, asked.get());
  }

  @Test
  void whoeverWaitsForTheSameTokenCanBeStopped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    SasTokens tokens =
        tokens(
            uri -> {
              begun.countDown();
              end.await();
              return "{\"token\":\"sig=a\"}";
            });
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<Optional<String>> first = threads.submit(() -> tokens.token(FILE));
      begun.await();
      Thread second =
          new Thread(
              () -> assertThrows(InterruptedException.class, () -> tokens.token(FILE)), "second");
      second.start();
      second.interrupt();
      second.join(20_000);
      assertFalse(second.isAlive(), "it waits on");
      end.countDown();
      assertEquals(Optional.of("sig=a"), first.get(60, TimeUnit.SECONDS));
    } finally {
      end.countDown();
      threads.shutdownNow();
    }
  }
}
