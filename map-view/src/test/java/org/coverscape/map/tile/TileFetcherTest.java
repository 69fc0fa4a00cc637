package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.coverscape.map.MapMemory;
import org.junit.jupiter.api.Test;

class TileFetcherTest {
  private final Semaphore arrived = new Semaphore(0);
  private final List<String> faults = new CopyOnWriteArrayList<>();

  @Test
  void loadsWhatIsWantedOnce() throws InterruptedException {
    FakeSource source = new FakeSource();
    try (TileFetcher fetcher = fetcher(source)) {
      fetcher.want(List.of(at(1), at(2), at(3)));
      await(3);
      fetcher.want(List.of(at(1), at(2), at(3), at(4)));
      await(1);
      assertNotNull(fetcher.image(at(4)));
      assertEquals(1, source.loads(at(1)));
    }
  }

  @Test
  void settlesWhatIsMissingOrFailsAndTellsOfAFaultOnce() throws InterruptedException {
    FakeSource source =
        new FakeSource() {
          @Override
          public Optional<TilePixels> load(TileAddress address)
              throws IOException, InterruptedException {
            super.load(address);
            if (address.x() == 1) {
              return Optional.empty();
            }
            if (address.x() < 4) {
              throw new IOException("The disk is away.");
            }
            throw new IllegalStateException("oops");
          }
        };
    try (TileFetcher fetcher = fetcher(source)) {
      fetcher.want(List.of(at(1), at(2), at(3), at(4)));
      await(4);
      assertTrue(fetcher.isMissing(at(1)));
      assertTrue(fetcher.isSettled(at(2)) && fetcher.isSettled(at(4)));
      assertNull(fetcher.image(at(2)));
      assertEquals(1, faults.stream().filter("The disk is away."::equals).count());
      assertEquals(2, faults.size());
      assertTrue(faults.stream().noneMatch(fault -> fault.contains("Exception")), "plain words");
    }
  }

  @Test
  void tilesStayUntilTheirNewEditionIsThere() throws InterruptedException {
    Semaphore gate = new Semaphore(3);
    FakeSource source =
        new FakeSource() {
          @Override
          public Optional<TilePixels> load(TileAddress address)
              throws IOException, InterruptedException {
            gate.acquire();
            Optional<TilePixels> pixels = super.load(address);
            return address.x() == 3 && loads(address) == 1 ? Optional.empty() : pixels;
          }
        };
    try (TileFetcher fetcher = fetcher(source)) {
      List<TileAddress> all = List.of(at(1), at(2), at(3));
      fetcher.want(all);
      await(3);
      TileImage old = fetcher.image(at(1));
      fetcher.renew();
      fetcher.want(all);
      assertTrue(all.stream().noneMatch(fetcher::isSettled));
      assertSame(old, fetcher.image(at(1)));
      gate.release(3);
      await(3);
      assertNotSame(old, fetcher.image(at(1)));
      assertNotNull(fetcher.image(at(3)), "what was missing is asked for again");
      assertTrue(all.stream().allMatch(fetcher::isSettled));
    }
  }

  @Test
  void goesOnAfterMemoryRanOut() throws InterruptedException {
    FakeSource source =
        new FakeSource() {
          @Override
          public Optional<TilePixels> load(TileAddress address)
              throws IOException, InterruptedException {
            if (address.x() < 4) {
              throw new OutOfMemoryError("expected by this test");
            }
            return super.load(address);
          }
        };
    try (TileFetcher fetcher = fetcher(source)) {
      fetcher.want(List.of(at(1), at(2), at(3)));
      await(3);
      fetcher.want(List.of(at(5), at(6)));
      await(2);
      assertNotNull(fetcher.image(at(5)));
      assertEquals(List.of(MapMemory.FULL), faults);
    }
  }

  @Test
  void noThreadIsStartedBeforeATileIsWanted() throws InterruptedException {
    try (TileFetcher fetcher =
        new TileFetcher(
            new FakeSource(), "idle", 2, 1 << 20, arrived::release, new TileFaults(faults::add))) {
      assertFalse(isRunning("coverscape-tiles-idle-0"));
      fetcher.want(List.of(at(1)));
      assertTrue(isRunning("coverscape-tiles-idle-0"));
      await(1);
    }
  }

  private static boolean isRunning(String thread) {
    return Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals(thread));
  }

  private TileFetcher fetcher(TileSource source) {
    return new TileFetcher(
        source, "test", 2, 1 << 20, arrived::release, new TileFaults(faults::add));
  }

  private void await(int tiles) throws InterruptedException {
    assertTrue(arrived.tryAcquire(tiles, 30, TimeUnit.SECONDS), "the tiles arrive");
  }

  private static TileAddress at(int x) {
    return new TileAddress(5, x, 0);
  }
}
