package org.coverscape.service.image;

import com.google.protobuf.ByteString;

/**
 * A chip in a PNG or JPEG file; an image of another size is brought to 224 px by {@link
 * CentreCrop}.
 *
 * @param received the file
 */
public record EncodedChip(ByteString received) implements ChipSource {
  @Override
  public byte[] pixels() throws ImageFault {
    return CentreCrop.of(ImageDecoder.decode(HeapBytes.of(received)));
  }
}
