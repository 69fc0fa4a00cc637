package org.coverscape.service.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Decodes PNG and JPEG files to RGB. Greys become equal red, green and blue; transparency and
 * colour profiles are ignored; 16-bit samples keep their upper 8 bits.
 */
final class ImageDecoder {
  private ImageDecoder() {}

  /**
   * Decodes a file, which is told from its first bytes.
   *
   * @param file a slice with an array behind it, from position 0
   * @throws ImageFault when it is no PNG or JPEG, is damaged or truncated, or is absurdly large
   */
  static RgbImage decode(ByteBuffer file) throws ImageFault {
    if (PngChunks.isPng(file)) {
      Optional<RgbImage> plain = PlainPng.decode(file);
      return plain.isPresent() ? plain.get() : JdkImages.decode(file, "png");
    }
    if (isJpeg(file)) {
      return JdkImages.decode(file, "jpeg");
    }
    throw new ImageFault("The image is neither a PNG nor a JPEG file; send one of these.");
  }

  private static boolean isJpeg(ByteBuffer file) {
    return file.remaining() > 2
        && (file.get(0) & 0xff) == 0xff
        && (file.get(1) & 0xff) == 0xd8
        && (file.get(2) & 0xff) == 0xff;
  }
}
