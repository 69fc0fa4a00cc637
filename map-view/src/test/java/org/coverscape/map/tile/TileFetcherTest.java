package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    }
  }

  private TileFetcher fetcher(TileSource source) {
    return new TileFetcher(source, "test", 2, 1 << 20, arrived::release, faults::add);
  }

  private void await(int tiles) throws InterruptedException {
    assertTrue(arrived.tryAcquire(tiles, 30, TimeUnit.SECONDS), "the tiles arrive");
  }

  private static TileAddress at(int x) {
    return new TileAddress(5, x, 0);
  }
}
