package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Optional;
import org.coverscape.engine.imagery.block.BlockDecoder;
import org.coverscape.engine.imagery.block.BlockForm;
import org.coverscape.engine.imagery.block.JpegBlocks;
import org.coverscape.engine.imagery.block.PackedBlocks;

/**
 * How the bytes of a TIFF's blocks are packed. Immutable by convention.
 *
 * @param compression tag 259: 1 none, 7 JPEG, 8 and 32946 deflate…
 * @param predictor tag 317: 1 none, 2 differences along the row, 3 floating point
 * @param planar whether each band has blocks of its own
 * @param reversed whether bits are stored from the lowest of a byte (tag 266)
 * @param jpegTables tag 347: what the JPEG streams of all blocks share; empty where there is none
 */
record TiffCoding(
    int compression, int predictor, boolean planar, boolean reversed, byte[] jpegTables) {
  private static final int NONE = 1;
  private static final int JPEG = 7;
  private static final int DEFLATE = 8;
  private static final int OLD_DEFLATE = 32946;
  private static final int RGB = 2;
  private static final int YCBCR = 6;
  private static final int DIFFERENCES = 2;

  static TiffCoding read(TiffFields fields) throws IOException {
    return new TiffCoding(
        (int) Math.min(fields.first(259, NONE), 65535),
        (int) Math.min(fields.first(317, 1), 65535),
        fields.first(284, 1) == 2,
        fields.first(266, 1) == 2,
        fields.bytes(347));
  }

  /** Whether the bytes of a block are pixels as they are. */
  boolean isPlain() {
    return compression == NONE;
  }

  /** A decoder for the common forms, whose pixels are 8-bit red, green, blue and what follows. */
  Optional<BlockDecoder> decoder(TiffShape shape, int blockWidth) {
    if (shape.bits() != 8 || shape.format() != 1 || shape.samples() < 3 || planar || reversed) {
      return Optional.empty();
    }
    if (compression == JPEG) {
      return jpeg(shape);
    }
    return shape.photometric() == RGB ? packed(shape, blockWidth) : Optional.empty();
  }

  /** Of four bands, or without colours in the header, the components are what they are. */
  private Optional<BlockDecoder> jpeg(TiffShape shape) {
    boolean ycbcr = shape.photometric() == YCBCR;
    boolean known = shape.samples() == 3 || (shape.samples() == 4 && !ycbcr);
    return known
        ? Optional.of(new JpegBlocks(jpegTables, shape.samples(), ycbcr))
        : Optional.empty();
  }

  private Optional<BlockDecoder> packed(TiffShape shape, int blockWidth) {
    boolean differences = !isPlain() && predictor == DIFFERENCES;
    BlockForm form = new BlockForm(blockWidth, shape.samples(), differences);
    if (isPlain()) {
      return Optional.of(PackedBlocks.plain(form));
    }
    boolean known = predictor == 1 || differences;
    return known && (compression == DEFLATE || compression == OLD_DEFLATE)
        ? Optional.of(PackedBlocks.deflate(form))
        : Optional.empty();
  }
}
