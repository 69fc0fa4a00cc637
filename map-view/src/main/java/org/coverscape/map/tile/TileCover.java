package org.coverscape.map.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coverscape.map.MapBox;
import org.coverscape.map.Viewport;
import org.coverscape.map.WebMercator;

/**
 * The tiles that a view needs.
 *
 * @param zoom their zoom
 * @param visible those that touch the view, the ones nearest to the middle first
 * @param wider wider tiles around them, which stand in when the view is moved or widened
 */
record TileCover(int zoom, List<TileAddress> visible, List<TileAddress> wider) {
  /** Tiles are magnified by less than 2^0.35 before those of the next zoom are taken. */
  private static final double LENIENCE = 0.35;

  /** More tiles than any screen needs: the view is far wider than the source is meant for. */
  private static final int MOST = 1024;

  private static final int STEPS_WIDER = 2;

  /** Picks the tiles of a source for a view. */
  static TileCover of(TileSource source, Viewport view, double outputScale) {
    int zoom = zoom(source, view.metresPerPixel() / outputScale);
    MapBox seen = view.box();
    List<TileAddress> visible = new ArrayList<>();
    if (!source.extent().map(seen::intersects).orElse(true)) {
      return new TileCover(zoom, List.of(), List.of());
    }
    MapBox part = source.extent().map(extent -> common(seen, extent)).orElse(seen);
    int west = index(part.minX() + WebMercator.HALF_WORLD, zoom);
    int east = index(part.maxX() + WebMercator.HALF_WORLD, zoom);
    int north = index(WebMercator.HALF_WORLD - part.maxY(), zoom);
    int south = index(WebMercator.HALF_WORLD - part.minY(), zoom);
    if ((east - west + 1L) * (south - north + 1L) <= MOST) {
      for (int y = north; y <= south; y++) {
        for (int x = west; x <= east; x++) {
          visible.add(new TileAddress(zoom, x, y));
        }
      }
    }
    visible.sort(Comparator.comparingDouble(tile -> distance(tile, view)));
    return new TileCover(zoom, visible, wider(visible, source.minZoom()));
  }

  /**
   * The cover with no more tiles than fit into memory at once, of a wider zoom where it must be;
   * with more, those in view would drive each other out for ever.
   */
  TileCover within(int most, int minZoom) {
    TileCover cover = this;
    while (cover.visible.size() + cover.wider.size() > most && cover.zoom > minZoom) {
      List<TileAddress> parents =
          cover.visible.stream().map(TileAddress::parent).distinct().toList();
      cover = new TileCover(cover.zoom - 1, parents, wider(parents, minZoom));
    }
    return cover.visible.size() + cover.wider.size() <= most
        ? cover
        : new TileCover(cover.zoom, cover.visible.stream().limit(most).toList(), List.of());
  }

  /** All of them, the visible first. */
  List<TileAddress> all() {
    List<TileAddress> all = new ArrayList<>(visible);
    all.addAll(wider);
    return all;
  }

  private static List<TileAddress> wider(List<TileAddress> tiles, int minZoom) {
    Set<TileAddress> wider = new LinkedHashSet<>();
    for (TileAddress tile : tiles) {
      if (tile.zoom() > minZoom) {
        wider.add(tile.ancestor(Math.max(minZoom, tile.zoom() - STEPS_WIDER)));
      }
    }
    return List.copyOf(wider);
  }

  private static int zoom(TileSource source, double metresPerPixel) {
    double exact = Math.log(TileAddress.metresPerPixel(0) / metresPerPixel) / Math.log(2);
    int zoom = (int) Math.ceil(exact - LENIENCE);
    int deepest = Math.min(TileAddress.DEEPEST, source.maxZoom());
    return Math.max(Math.max(0, source.minZoom()), Math.min(deepest, zoom));
  }

  private static int index(double metres, int zoom) {
    long last = (1L << zoom) - 1;
    return (int) Math.max(0, Math.min(last, (long) Math.floor(metres / TileAddress.span(zoom))));
  }

  private static MapBox common(MapBox a, MapBox b) {
    return new MapBox(
        Math.max(a.minX(), b.minX()),
        Math.max(a.minY(), b.minY()),
        Math.min(a.maxX(), b.maxX()),
        Math.min(a.maxY(), b.maxY()));
  }

  private static double distance(TileAddress tile, Viewport view) {
    return tile.box().centre().distance(view.centre());
  }
}
