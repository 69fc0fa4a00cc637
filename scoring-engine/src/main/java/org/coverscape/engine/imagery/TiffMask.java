package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Optional;
import org.coverscape.engine.imagery.block.BitBlocks;
import org.coverscape.engine.imagery.block.BlockDecoder;
import org.coverscape.engine.imagery.bytes.StoredBytes;

/**
 * An image of a TIFF that says which pixels of another of the same size are valid: where it is 0
 * they are not (TIFF 6.0, NewSubfileType 4; one bit or one byte per pixel, as GDAL writes them).
 *
 * @param shape size and kind of its pixels
 * @param layout where they are stored
 */
public record TiffMask(TiffShape shape, TiffLayout layout) {
  /** NewSubfileType: the third bit. */
  private static final int MASK = 4;

  static boolean isMask(TiffFields fields) throws IOException {
    return (fields.first(254, 0) & MASK) != 0;
  }

  static TiffMask read(TiffFields fields, long fileLength) throws IOException {
    TiffShape shape = TiffShape.read(fields);
    return new TiffMask(shape, TiffLayout.read(fields, shape, fileLength));
  }

  /** Whether it is of an image of such a shape. */
  boolean isOf(TiffShape image) {
    return shape.width() == image.width() && shape.height() == image.height();
  }

  /**
   * Checks that it can be read.
   *
   * @throws TiffException with one plain sentence when it cannot
   */
  void check() throws TiffException {
    Optional<String> refusal =
        layout.coding().compression().refusal("The mask of its valid pixels is");
    if (refusal.isPresent()) {
      throw new TiffException(refusal.get());
    }
    decoder().close();
  }

  /** Unpacks it, 0 for each pixel that is not valid; blocks that were never written are so too. */
  LevelPixels pixels(StoredBytes stored) throws TiffException {
    return new BlockPixels(layout, stored, decoder(), (byte) 0);
  }

  private BlockDecoder decoder() throws TiffException {
    Optional<BlockDecoder> decoder =
        switch (shape.samples() == 1 ? shape.bits() : 0) {
          case 1 -> layout.coding().bitDecoder(layout.rowBytes()).map(BitBlocks::new);
          case 8 -> layout.coding().decoder(shape, layout.blockWidth());
          default -> Optional.empty();
        };
    return decoder.orElseThrow(
        () ->
            new TiffException(
                "Its mask of valid pixels is of an odd kind; save it again without a mask."));
  }
}
