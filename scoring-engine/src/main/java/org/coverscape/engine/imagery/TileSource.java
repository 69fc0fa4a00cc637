package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coverscape.engine.region.PixelWindow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pixels of one open image, unpacked block by block through a cache.
 *
 * <p>Whether a pixel can be read depends on its block alone, never on the window it is asked for
 * with. Not thread-safe.
 */
final class TileSource implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TileSource.class);

  /** Least width and height of what is unpacked together: small blocks are read in one go. */
  private static final int UNIT = 256;

  /** The same for strips, which are as wide as the image. */
  private static final int STRIP_UNIT = 64;

  /** Pixels of a unit of several blocks, where blocks are long and narrow. */
  private static final int MOST_JOINED = 4 << 20;

  private final ImageryTile tile;
  private final UnitCache cache;
  private final @Nullable RasterReader reader;
  private final int blockWidth;
  private final int blockHeight;
  private final int unitWidth;
  private final int unitHeight;
  private byte[] scratch = {};
  private @Nullable String fault;

  /** Opens an image; one that cannot be opened is all unreadable. */
  TileSource(ImageryTile tile, RasterReader.Opener opener, UnitCache cache) {
    this.tile = tile;
    this.cache = cache;
    this.reader = open(tile, opener);
    blockWidth = reader == null ? UNIT : Math.min(reader.blockWidth(), tile.width());
    blockHeight = reader == null ? UNIT : reader.blockHeight();
    unitWidth = upTo(least(UNIT, Math.min(blockHeight, tile.height())), blockWidth);
    unitHeight = upTo(least(isStriped() ? STRIP_UNIT : UNIT, unitWidth), blockHeight);
  }

  private static int least(int wanted, int otherSide) {
    return Math.max(1, Math.min(wanted, MOST_JOINED / otherSide));
  }

  private @Nullable RasterReader open(ImageryTile image, RasterReader.Opener opener) {
    try {
      RasterReader opened = opener.open(image);
      if (opened.width() == image.width() && opened.height() == image.height()) {
        return opened;
      }
      opened.close();
      fault = "It has changed since it was indexed; index it again.";
    } catch (IOException e) {
      fault = sentence(e);
    }
    return null;
  }

  private static int upTo(int least, int block) {
    return (least + block - 1) / block * block;
  }

  /** Whether its blocks are as wide as it is. */
  boolean isStriped() {
    return blockWidth >= tile.width();
  }

  /** What was wrong with the first pixels that could not be read, in one sentence. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** The pixels of a window, which may reach beyond the image; good until the next are read. */
  SourcePixels read(PixelWindow window) {
    PixelWindow image = new PixelWindow(0, 0, tile.width(), tile.height());
    Optional<PixelWindow> inside = Windows.intersection(window, image);
    int size = Math.multiplyExact(window.width(), window.height());
    SourcePixels pixels =
        new SourcePixels(
            window,
            scratch(Math.multiplyExact(size, 3)),
            inside.filter(window::equals).isPresent() ? new byte[0] : new byte[size]);
    if (!pixels.isClean()) {
      Arrays.fill(pixels.states(), SourcePixels.OUTSIDE);
    }
    return inside.map(part -> fill(pixels, part)).orElse(pixels);
  }

  /**
   * Says which windows are going to be read next, in this order; they may reach beyond the image.
   * What cannot be had is told when it is read.
   */
  void expect(List<PixelWindow> windows) {
    if (reader == null) {
      return;
    }
    Set<PixelWindow> units = new LinkedHashSet<>();
    PixelWindow image = new PixelWindow(0, 0, tile.width(), tile.height());
    for (PixelWindow window : windows) {
      Windows.intersection(window, image).ifPresent(part -> addMissing(part, units));
    }
    try {
      reader.expect(List.copyOf(units));
    } catch (IOException e) {
      LOG.debug("An image cannot be read ahead.", e);
    }
  }

  private void addMissing(PixelWindow part, Set<PixelWindow> units) {
    for (int y = part.y() / unitHeight * unitHeight; y < part.endY(); y += unitHeight) {
      for (int x = part.x() / unitWidth * unitWidth; x < part.endX(); x += unitWidth) {
        if (cache.get(this, x, y).isEmpty()) {
          units.add(window(x, y));
        }
      }
    }
  }

  private byte[] scratch(int size) {
    if (scratch.length < size) {
      scratch = new byte[size];
    }
    return scratch;
  }

  private SourcePixels fill(SourcePixels pixels, PixelWindow part) {
    List<PixelWindow> broken = new ArrayList<>();
    for (int y = part.y() / unitHeight * unitHeight; y < part.endY(); y += unitHeight) {
      for (int x = part.x() / unitWidth * unitWidth; x < part.endX(); x += unitWidth) {
        DecodedUnit unit = unit(x, y);
        Windows.intersection(unit.window(), part).ifPresent(shared -> copy(unit, shared, pixels));
        unit.broken().forEach(b -> Windows.intersection(b, part).ifPresent(broken::add));
      }
    }
    return PixelStates.mark(pixels, part, tile.noData(), broken);
  }

  /**
   * Copies the pixels of a window inside the image, NoData as it is stored.
   *
   * @return whether all of them can be read; else the target is of no use
   */
  boolean copy(PixelWindow window, byte[] rgb) {
    SourcePixels target = new SourcePixels(window, rgb, new byte[0]);
    for (int y = window.y() / unitHeight * unitHeight; y < window.endY(); y += unitHeight) {
      for (int x = window.x() / unitWidth * unitWidth; x < window.endX(); x += unitWidth) {
        DecodedUnit unit = unit(x, y);
        PixelWindow shared = Windows.intersection(unit.window(), window).orElseThrow();
        if (unit.broken().stream().anyMatch(b -> Windows.intersection(b, shared).isPresent())) {
          return false;
        }
        copy(unit, shared, target);
      }
    }
    return true;
  }

  private static void copy(DecodedUnit unit, PixelWindow part, SourcePixels pixels) {
    int stride = unit.window().width() * 3;
    int from = (part.y() - unit.window().y()) * stride + (part.x() - unit.window().x()) * 3;
    for (int y = part.y(); y < part.endY(); y++) {
      System.arraycopy(
          unit.rgb(), from, pixels.rgb(), pixels.index(part.x(), y) * 3, part.width() * 3);
      from += stride;
    }
  }

  private DecodedUnit unit(int x, int y) {
    Optional<DecodedUnit> kept = cache.get(this, x, y);
    if (kept.isPresent()) {
      return kept.get();
    }
    DecodedUnit unit = decode(window(x, y));
    cache.put(this, unit);
    return unit;
  }

  private PixelWindow window(int x, int y) {
    return new PixelWindow(
        x, y, Math.min(unitWidth, tile.width() - x), Math.min(unitHeight, tile.height() - y));
  }

  private DecodedUnit decode(PixelWindow window) {
    byte[] rgb = cache.array(size(window));
    if (reader == null) {
      return new DecodedUnit(window, rgb, List.of(window));
    }
    try {
      reader.readRgb(window, rgb);
      return new DecodedUnit(window, rgb, List.of());
    } catch (IOException e) {
      if (window.width() > blockWidth || window.height() > blockHeight) {
        return blockByBlock(window, rgb, reader);
      }
      // a second try would cost as much patience again where a network is lost
      fault = fault == null ? sentence(e) : fault;
      return new DecodedUnit(window, rgb, List.of(window));
    }
  }

  /** Saves what can be saved of a unit with a fault in it. */
  private DecodedUnit blockByBlock(PixelWindow window, byte[] rgb, RasterReader from) {
    DecodedUnit unit = new DecodedUnit(window, rgb, new ArrayList<>());
    for (int y = window.y(); y < window.endY(); y += blockHeight) {
      for (int x = window.x(); x < window.endX(); x += blockWidth) {
        PixelWindow block =
            Windows.intersection(new PixelWindow(x, y, blockWidth, blockHeight), window)
                .orElseThrow();
        try {
          SourcePixels target = new SourcePixels(window, unit.rgb(), new byte[0]);
          copy(new DecodedUnit(block, from.readRgb(block), List.of()), block, target);
        } catch (IOException e) {
          unit.broken().add(block);
          fault = fault == null ? sentence(e) : fault;
        }
      }
    }
    return unit;
  }

  private static int size(PixelWindow window) {
    return window.width() * window.height() * 3;
  }

  private static String sentence(IOException fault) {
    String message = fault.getMessage();
    return message == null ? "It cannot be read." : message;
  }

  /** Lets go of unpacked pixels that end at a row and a column, or before. */
  void release(int endY, int endX) {
    cache.release(this, endY, endX);
  }

  @Override
  public void close() throws IOException {
    release(Integer.MAX_VALUE, Integer.MAX_VALUE);
    if (reader != null) {
      reader.close();
    }
  }
}
