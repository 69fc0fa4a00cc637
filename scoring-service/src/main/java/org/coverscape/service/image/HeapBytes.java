package org.coverscape.service.image;

import com.google.protobuf.ByteOutput;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Looks into received bytes without copying them: a chip is 150 KB, and there are hundreds a
 * second.
 */
final class HeapBytes {
  private HeapBytes() {}

  /** A view of the bytes with an array behind it, for reading only, from position 0. */
  static ByteBuffer of(ByteString bytes) {
    View view = new View(bytes.size());
    try {
      UnsafeByteOperations.unsafeWriteTo(bytes, view);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return view.bytes;
  }

  /** Keeps the array when the bytes come in one piece, and collects the pieces otherwise. */
  private static final class View extends ByteOutput {
    private final int size;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int filled;

    View(int size) {
      this.size = size;
    }

    @Override
    public void write(byte value) {
      write(new byte[] {value}, 0, 1);
    }

    @Override
    public void write(byte[] value, int offset, int length) {
      if (length == size) {
        bytes = ByteBuffer.wrap(value, offset, length).slice();
        return;
      }
      append(ByteBuffer.wrap(value, offset, length));
    }

    @Override
    public void writeLazy(byte[] value, int offset, int length) {
      write(value, offset, length);
    }

    @Override
    public void write(ByteBuffer value) {
      append(value.duplicate());
    }

    @Override
    public void writeLazy(ByteBuffer value) {
      append(value.duplicate());
    }

    private void append(ByteBuffer piece) {
      if (bytes.capacity() < size) {
        bytes = ByteBuffer.allocate(size);
      }
      int length = piece.remaining();
      bytes.put(filled, piece, piece.position(), length);
      filled += length;
    }
  }
}
