package org.coverscape.engine.imagery.block;

/** Takes bytes that are stored as they are, compression 1 of TIFF. */
final class Plain implements Unpacking {
  private byte[] stored = {};
  private int from;
  private int next;
  private int end;

  @Override
  public void begin(byte[] bytes, int length) {
    stored = bytes;
    from = 0;
    next = 0;
    end = length;
  }

  @Override
  public int read(int length) {
    int got = Math.min(length, end - next);
    from = next;
    next += got;
    return got;
  }

  @Override
  public byte[] bytes() {
    return stored;
  }

  @Override
  public int from() {
    return from;
  }
}
