package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Optional;
import org.coverscape.engine.imagery.block.BlockDecoder;
import org.coverscape.engine.imagery.block.BlockForm;
import org.coverscape.engine.imagery.block.JpegBlocks;
import org.coverscape.engine.imagery.block.LercBlocks;
import org.coverscape.engine.imagery.block.PackedBlocks;
import org.coverscape.engine.imagery.block.WholeBlocks;

/**
 * How the bytes of a TIFF's blocks are packed. Immutable by convention.
 *
 * @param compression tag 259
 * @param predictor tag 317: 1 none, 2 differences along the row, 3 floating point
 * @param planar whether each band has blocks of its own
 * @param reversed whether bits are stored from the lowest of a byte (tag 266)
 * @param jpegTables tag 347: what the JPEG streams of all blocks share; empty where there is none
 * @param lerc tag 50674: what packs LERC streams once more, by its number
 */
record TiffCoding(
    TiffCompression compression,
    int predictor,
    boolean planar,
    boolean reversed,
    byte[] jpegTables,
    int lerc) {
  private static final int YCBCR = 6;
  private static final int DIFFERENCES = 2;

  static TiffCoding read(TiffFields fields) throws IOException {
    TiffCompression compression =
        TiffCompression.of((int) Math.min(fields.first(259, 1), Integer.MAX_VALUE));
    return new TiffCoding(
        compression,
        (int) Math.min(fields.first(317, 1), 65535),
        fields.first(284, 1) == 2,
        // a JPEG stream has an order of its own
        fields.first(266, 1) == 2 && compression != TiffCompression.JPEG,
        fields.bytes(347),
        compression == TiffCompression.LERC ? lerc(fields.longs(50674)) : 0);
  }

  /** A version, then the packing. */
  private static int lerc(long[] parameters) {
    return parameters.length < 2 ? 0 : (int) Math.min(parameters[1], Integer.MAX_VALUE);
  }

  /** Whether the bytes of a block are pixels as they are. */
  boolean isPlain() {
    return compression == TiffCompression.NONE;
  }

  /** Why colours that are packed so cannot be read, in one sentence; empty when they can. */
  Optional<String> refusal(TiffShape shape) {
    if (hasOddPredictor()) {
      return Optional.of(
          "Its pixels were prepared for packing in a way that is not known; save it again with"
              + " deflate compression.");
    }
    if (lerc < 0 || lerc >= LercBlocks.Packing.values().length) {
      return Optional.of(
          "Its pixels are packed with LERC and once more in a way that is not known; save it again"
              + " with deflate compression.");
    }
    boolean ycbcr = shape.photometric() == YCBCR;
    boolean jpeg = compression == TiffCompression.JPEG;
    if (jpeg && (shape.samples() > 4 || (shape.samples() > 3 && ycbcr))) {
      return Optional.of(
          "Its "
              + shape.samples()
              + " bands are packed with JPEG as if they were three; save it again with deflate"
              + " compression.");
    }
    if (ycbcr && (planar || !jpeg) && compression.isReadable()) {
      return Optional.of(
          "Its colours are stored as brightness and tint (YCbCr) without JPEG; export it as RGB.");
    }
    return compression.refusal("Its pixels are");
  }

  private boolean hasOddPredictor() {
    return compression.hasPredictor() && predictor != 1 && predictor != DIFFERENCES;
  }

  /**
   * A decoder for 8-bit pixels; empty for others, and for what is refused.
   *
   * @param blockWidth columns of a block
   */
  Optional<BlockDecoder> decoder(TiffShape shape, int blockWidth) {
    int samples = planar ? 1 : shape.samples();
    if (shape.bits() != Byte.SIZE || refusal(shape).isPresent()) {
      return Optional.empty();
    }
    if (compression == TiffCompression.JPEG) {
      return Optional.of(new JpegBlocks(jpegTables, samples, shape.photometric() == YCBCR));
    }
    boolean differences = compression.hasPredictor() && predictor == DIFFERENCES;
    return Optional.of(unpacking(new BlockForm(blockWidth, samples, differences)));
  }

  /** A decoder for rows of bits, eight to a byte; empty where they are packed as JPEG or LERC. */
  Optional<BlockDecoder> bitDecoder(int rowBytes) {
    boolean bytes = compression == TiffCompression.JPEG || compression == TiffCompression.LERC;
    boolean known = compression.refusal("").isEmpty() && !bytes;
    return known && (predictor == 1 || !compression.hasPredictor())
        ? Optional.of(unpacking(new BlockForm(rowBytes, 1, false)))
        : Optional.empty();
  }

  private BlockDecoder unpacking(BlockForm form) {
    return switch (compression) {
      case NONE -> PackedBlocks.plain(form);
      case DEFLATE, OLD_DEFLATE -> PackedBlocks.deflate(form);
      case LZW -> WholeBlocks.lzw(form);
      case PACK_BITS -> WholeBlocks.packBits(form);
      case ZSTD -> WholeBlocks.zstd(form);
      case LERC -> new LercBlocks(form, LercBlocks.Packing.values()[lerc]);
      default -> throw new IllegalStateException("no decoder for " + compression);
    };
  }
}
