package org.coverscape.engine.imagery;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.block.BlockDecoder;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.imagery.bytes.StoredBytes;
import org.coverscape.engine.region.PixelWindow;
import org.jspecify.annotations.Nullable;

/** One of the sizes at which a TIFF stores its image, and what unpacks it. Not thread-safe. */
final class TiffLevel implements AutoCloseable {
  private final TiffShape shape;
  private final TiffLayout layout;
  private final Optional<TiffMask> mask;
  private final StoredBytes stored;
  private final byte blank;
  private @Nullable LevelPixels pixels;
  private @Nullable LevelPixels valid;

  /**
   * Nothing is read yet.
   *
   * @param blank what stands for blocks that were never written
   */
  TiffLevel(
      TiffShape shape, TiffLayout layout, Optional<TiffMask> mask, StoredBytes stored, byte blank) {
    this.shape = shape;
    this.layout = layout;
    this.mask = mask;
    this.stored = stored;
    this.blank = blank;
  }

  RasterLevel size() {
    return new RasterLevel(
        shape.width(), shape.height(), layout.blockWidth(), layout.readableHeight());
  }

  boolean isMasked() {
    return mask.isPresent();
  }

  /**
   * Unpacks the first bands of a window, mask or not.
   *
   * @throws IOException with one plain sentence when any of the pixels cannot be read
   */
  void read(PixelWindow window, int bands, byte[] target) throws IOException {
    if (bands > shape.samples()) {
      throw new IOException("It has fewer bands than red, green and blue; it shows no colours.");
    }
    checkEnd(layout, window, bands);
    explain(() -> pixels().read(window, bands, target));
  }

  /** The bytes that {@link #read}, and {@link #readMask} where there is a mask, will read. */
  List<ByteRange> ranges(PixelWindow window, int bands) throws IOException {
    List<ByteRange> ranges = new ArrayList<>();
    if (bands <= shape.samples() && !layout.endsBefore(window, bands)) {
      ranges.addAll(pixels().ranges(window, bands));
    }
    if (mask.isPresent() && !mask.get().layout().endsBefore(window, 1)) {
      ranges.addAll(valid(mask.get()).ranges(window, 1));
    }
    return ranges;
  }

  /** Unpacks the mask of a window, where there is one: 0 where pixels are not valid. */
  void readMask(PixelWindow window, byte[] target) throws IOException {
    TiffMask of = mask.orElseThrow();
    checkEnd(of.layout(), window, 1);
    explain(() -> valid(of).read(window, 1, target));
    if (of.shape().bits() == Byte.SIZE) {
      for (int i = 0; i < window.width() * window.height(); i++) {
        target[i] = (byte) (target[i] == 0 ? 0 : -1);
      }
    }
  }

  private static void checkEnd(TiffLayout layout, PixelWindow window, int bands)
      throws IOException {
    if (layout.endsBefore(window, bands)) {
      throw new IOException(
          "The file ends before its last pixels; it is truncated, copy it again.");
    }
  }

  /** Unpacks something. */
  private interface Unpacking {
    void run() throws IOException;
  }

  private static void explain(Unpacking unpacking) throws IOException {
    try {
      unpacking.run();
    } catch (SourceException e) {
      throw e;
    } catch (FileNotFoundException e) {
      throw new IOException("It cannot be opened; check that it is still there.", e);
    } catch (IOException | RuntimeException e) {
      throw new IOException("A part of its pixels is damaged; copy the file again.", e);
    }
  }

  private LevelPixels pixels() throws IOException {
    LevelPixels known = pixels;
    if (known == null) {
      Optional<String> refusal = layout.coding().refusal(shape);
      if (refusal.isPresent()) {
        throw new TiffException(refusal.get());
      }
      BlockDecoder decoder =
          layout
              .coding()
              .decoder(shape, layout.blockWidth())
              .orElseThrow(() -> new IOException("The pixels are not 8-bit."));
      known = new BlockPixels(layout, stored, decoder, blank);
      pixels = known;
    }
    return known;
  }

  private LevelPixels valid(TiffMask of) throws IOException {
    LevelPixels known = valid;
    if (known == null) {
      known = of.pixels(stored);
      valid = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    if (pixels != null) {
      pixels.close();
      pixels = null;
    }
    if (valid != null) {
      valid.close();
      valid = null;
    }
  }
}
