package org.coverscape.map.tile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.map.MapBox;

/** Tiles of one colour that depends on their address; counts the loads. */
class FakeSource implements TileSource {
  static final int SIZE = 8;
  final Map<TileAddress, AtomicInteger> loads = new ConcurrentHashMap<>();

  static TilePixels pixels(TileAddress address) {
    int[] argb = new int[SIZE * SIZE];
    Arrays.fill(argb, 0xff000000 | address.hashCode() & 0xffffff);
    return new TilePixels(SIZE, SIZE, argb);
  }

  int loads(TileAddress address) {
    AtomicInteger count = loads.get(address);
    return count == null ? 0 : count.get();
  }

  @Override
  public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
    loads.computeIfAbsent(address, key -> new AtomicInteger()).incrementAndGet();
    return Optional.of(pixels(address));
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public int maxZoom() {
    return 18;
  }

  @Override
  public String attribution() {
    return "fake";
  }

  @Override
  public Optional<MapBox> extent() {
    return Optional.empty();
  }
}
