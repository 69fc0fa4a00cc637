package org.coverscape.service.image;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.coverscape.service.image.PngChunks.Chunk;

/**
 * Decodes the kind of PNG that clients send: 8-bit RGB, not interlaced, stored or deflated, any row
 * filter. The JDK's reader takes many times as long on a stored one, and checks no checksums.
 */
final class PlainPng {
  private PlainPng() {}

  /**
   * Decodes a PNG file.
   *
   * @return empty when the file is sound so far but of another kind, such as greys or 16 bits
   * @throws ImageFault when it is damaged or too large
   */
  static Optional<RgbImage> decode(ByteBuffer file) throws ImageFault {
    List<Chunk> chunks = PngChunks.of(file);
    ByteBuffer header = chunks.get(0).data();
    int width = header.getInt(0);
    int height = header.getInt(4);
    RgbImage.checkSize(width & 0xffffffffL, height & 0xffffffffL);
    if (!isPlain(header)) {
      return Optional.empty();
    }
    return Optional.of(new RgbImage(width, height, samples(chunks, width, height)));
  }

  private static byte[] samples(List<Chunk> chunks, int width, int height) throws ImageFault {
    int length = height * (1 + 3 * width);
    if (chunks.size() == 2) { // the header and one piece of data
      Optional<StoredZlib> stored = StoredZlib.of(chunks.get(1).data(), length);
      if (stored.isPresent()) {
        return PngFilter.undo(stored.get(), width, height);
      }
    }
    byte[] rows = new byte[length];
    inflate(chunks, rows);
    return PngFilter.undo(rows, width, height);
  }

  /** Bit depth 8, colour type 2 (RGB), and compression, filter and interlace methods 0. */
  private static boolean isPlain(ByteBuffer header) {
    return header.get(8) == 8
        && header.get(9) == 2
        && header.get(10) == 0
        && header.get(11) == 0
        && header.get(12) == 0;
  }

  /** Fills {@code rows} exactly, from the IDAT chunks taken together as one zlib stream. */
  private static void inflate(List<Chunk> chunks, byte[] rows) throws ImageFault {
    Inflater inflater = new Inflater();
    try {
      int filled = 0;
      for (Chunk chunk : chunks) {
        if (chunk.type() == PngChunks.IDAT) {
          inflater.setInput(chunk.data());
          filled = drain(inflater, rows, filled);
        }
      }
      if (filled != rows.length || !inflater.finished()) {
        throw ImageFault.damaged("PNG");
      }
    } catch (DataFormatException e) {
      throw ImageFault.damaged("PNG", e);
    } finally {
      inflater.end();
    }
  }

  private static int drain(Inflater inflater, byte[] rows, int from)
      throws DataFormatException, ImageFault {
    int filled = from;
    while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
      if (filled < rows.length) {
        filled += inflater.inflate(rows, filled, rows.length - filled);
      } else if (inflater.inflate(new byte[1]) != 0) { // one byte of room reads the trailer
        throw ImageFault.damaged("PNG");
      }
    }
    return filled;
  }
}
