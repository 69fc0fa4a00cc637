package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.JpegImage;
import org.coverscape.engine.inference.StoredPng;

/** Chips as image files. */
final class ImageFiles {
  private ImageFiles() {}

  /**
   * A chip as a file, which is not copied again.
   *
   * @param encoding JPEG, or anything else for PNG
   */
  static ByteString file(Chip chip, Encoding encoding) {
    return UnsafeByteOperations.unsafeWrap(
        encoding == Encoding.JPEG ? JpegImage.encode(chip) : StoredPng.encode(chip));
  }

  /** Files one after the other, each behind its length in four bytes, little-endian. */
  static ByteString packed(List<ByteString> files) {
    ByteString all = ByteString.EMPTY;
    for (ByteString file : files) {
      ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      length.putInt(0, file.size());
      all = all.concat(UnsafeByteOperations.unsafeWrap(length)).concat(file);
    }
    return all;
  }
}
