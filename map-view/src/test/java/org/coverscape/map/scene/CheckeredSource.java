package org.coverscape.map.scene;

import java.util.Optional;
import org.coverscape.map.MapBox;
import org.coverscape.map.tile.TileAddress;
import org.coverscape.map.tile.TilePixels;
import org.coverscape.map.tile.TileSource;

/** Paints fields in greens and browns that look the same at every zoom. */
final class CheckeredSource implements TileSource {
  private final int tint;

  CheckeredSource(int tint) {
    this.tint = tint;
  }

  @Override
  public Optional<TilePixels> load(TileAddress address) {
    int size = TileAddress.SIZE;
    int[] argb = new int[size * size];
    MapBox box = address.box();
    double pixel = box.width() / size;
    for (int i = 0; i < argb.length; i++) {
      int column = i % size;
      int row = i / size;
      double x = box.minX() + (column + 0.5) * pixel;
      double y = box.maxY() - (row + 0.5) * pixel;
      argb[i] = colour(x, y, column == 0 || row == 0);
    }
    return Optional.of(new TilePixels(size, size, argb));
  }

  private int colour(double x, double y, boolean edge) {
    long field = (long) Math.floor(x / 400) * 31 + (long) Math.floor(y / 300) * 17;
    double wave = Math.sin(x / 23) * Math.cos(y / 31) * 12;
    int green = (int) (110 + Math.floorMod(field * 7, 60) + wave);
    int red = (int) (90 + Math.floorMod(field * 13, 70) + wave);
    int blue = (int) (70 + Math.floorMod(field * 5, 40) + wave);
    int shade = edge ? 20 : 0;
    return 0xff000000
        | clamp(red - shade + (tint >> 16)) << 16
        | clamp(green - shade + (tint >> 8 & 0xff)) << 8
        | clamp(blue - shade + (tint & 0xff));
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
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
    return "painted";
  }

  @Override
  public Optional<MapBox> extent() {
    return Optional.empty();
  }
}
