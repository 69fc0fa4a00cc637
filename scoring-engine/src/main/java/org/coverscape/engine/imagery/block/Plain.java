package org.coverscape.engine.imagery.block;

/** Takes bytes that are stored as they are, compression 1 of TIFF. */
final class Plain implements Unpacking {
  private byte[] stored = {};
  private int at;
  private int end;

  @Override
  public void begin(byte[] bytes, int length) {
    stored = bytes;
    at = 0;
    end = length;
  }

  @Override
  public int read(byte[] into, int length) {
    int got = Math.min(length, end - at);
    System.arraycopy(stored, at, into, 0, got);
    at += got;
    return got;
  }

  @Override
  public boolean isComplete() {
    return true;
  }

  @Override
  public void close() {
    stored = new byte[0];
  }
}
