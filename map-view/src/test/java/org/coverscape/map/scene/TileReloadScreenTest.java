package org.coverscape.map.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPane;
import org.coverscape.map.tile.TileAddress;
import org.coverscape.map.tile.TileLayer;
import org.coverscape.map.tile.TilePixels;
import org.coverscape.map.tile.TileSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tiles that are loaded again and again in a real window; skipped where there is no display. */
class TileReloadScreenTest {
  private static final int OPEN = 1 << 20;
  private static final Color OLD = Color.web("#112233");
  private static final Color NEW = Color.web("#445566");

  private final Painted source = new Painted();
  private TileLayer tiles;
  private MapPane map;
  private Stage stage;

  @BeforeEach
  void openWindow() throws Exception {
    Fx.start();
    tiles = Fx.get(() -> new TileLayer("tiles", 2));
    map = Fx.get(MapPane::new);
    stage = Fx.get(Stage::new);
    Fx.run(
        () -> {
          tiles.setSource(source);
          map.layers().add(tiles);
          map.show(new MapBox(-1_000, -1_000, 1_000, 1_000), false);
          stage.setScene(new javafx.scene.Scene(map, 600, 400));
          stage.show();
        });
    Fx.until("the tiles are there", () -> pixel().equals(OLD));
    Fx.until("all of them", () -> source.busy.get() == 0 && source.most() == 1);
    Fx.pulses(10);
  }

  @AfterEach
  void closeWindow() throws Exception {
    source.gate.release(OPEN);
    Fx.run(
        () -> {
          map.close();
          stage.close();
        });
  }

  @Test
  void manyReloadsBecomeTwoAndOldTilesStay() throws Exception {
    int before = source.most();
    source.argb = 0xff445566;
    source.gate.drainPermits();
    Fx.run(tiles::reload);
    Fx.pulses(10);
    for (int i = 0; i < 5; i++) {
      Fx.run(tiles::reload);
      Fx.pulses(3);
    }
    assertEquals(OLD, Fx.get(this::pixel));
    source.gate.release(OPEN);
    Fx.until("the new tiles come", () -> pixel().equals(NEW));
    Fx.until("the second time", () -> source.most() == before + 2);
    Fx.pulses(20);
    assertEquals(before + 2, source.most());
  }

  @Test
  void sourcesThatFollowEachOtherLeaveWhatIsSeen() throws Exception {
    for (int i = 0; i < 3; i++) {
      Painted stuck = new Painted();
      stuck.gate.drainPermits();
      Fx.run(() -> tiles.setSource(stuck));
      Fx.pulses(5);
      assertEquals(OLD, Fx.get(this::pixel));
      stuck.argb = 0xff000000;
      stuck.gate.release(1);
      Fx.until("one tile comes", () -> stuck.most() > 0);
    }
    source.argb = 0xff445566;
    Fx.run(() -> tiles.setSource(source));
    Fx.until("the last source is seen", () -> pixel().equals(NEW));
  }

  @Test
  void aLayerThatIsNotSeenLoadsWhenItIs() throws Exception {
    int before = source.most();
    Fx.run(
        () -> {
          tiles.visibleProperty().set(false);
          tiles.reload();
        });
    Fx.pulses(10);
    assertEquals(before, source.most());
    Fx.run(() -> tiles.visibleProperty().set(true));
    Fx.until("it loads", () -> source.most() == before + 1);
  }

  private Color pixel() {
    return map.snapshot(null, null).getPixelReader().getColor(307, 205);
  }

  /** Tiles of one colour; each takes a permit. */
  private static final class Painted implements TileSource {
    final Semaphore gate = new Semaphore(OPEN);
    final Map<TileAddress, AtomicInteger> loads = new ConcurrentHashMap<>();
    final AtomicInteger busy = new AtomicInteger();
    volatile int argb = 0xff112233;

    int most() {
      return loads.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    }

    @Override
    public Optional<TilePixels> load(TileAddress address) throws InterruptedException {
      busy.incrementAndGet();
      try {
        gate.acquire();
        loads.computeIfAbsent(address, key -> new AtomicInteger()).incrementAndGet();
        int[] pixels = new int[64];
        Arrays.fill(pixels, argb);
        return Optional.of(new TilePixels(8, 8, pixels));
      } finally {
        busy.decrementAndGet();
      }
    }

    @Override
    public int minZoom() {
      return 0;
    }

    @Override
    public int maxZoom() {
      return 20;
    }

    @Override
    public String attribution() {
      return "";
    }

    @Override
    public Optional<MapBox> extent() {
      return Optional.empty();
    }
  }
}
