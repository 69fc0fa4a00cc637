package org.coverscape.engine.imagery.jpeg;

/** Helps to change streams. */
final class Bytes {
  private Bytes() {}

  static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Index of the first place where two bytes follow each other, −1 without any. */
  static int find(byte[] bytes, int first, int second) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if ((bytes[i] & 255) == first && (bytes[i + 1] & 255) == second) {
        return i;
      }
    }
    return -1;
  }

  static byte[] insert(byte[] bytes, int at, int... more) {
    byte[] result = new byte[bytes.length + more.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(of(more), 0, result, at, more.length);
    System.arraycopy(bytes, at, result, at + more.length, bytes.length - at);
    return result;
  }
}
