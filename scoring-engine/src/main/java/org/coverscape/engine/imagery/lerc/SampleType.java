package org.coverscape.engine.imagery.lerc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of numbers that pixels are made of, in the order of their codes in LERC 2. */
public enum SampleType {
  /** Signed, 8 bits. */
  INT8("int8", 1),
  /** Unsigned, 8 bits. */
  UINT8("byte", 1),
  /** Signed, 16 bits. */
  INT16("int16", 2),
  /** Unsigned, 16 bits. */
  UINT16("uint16", 2),
  /** Signed, 32 bits. */
  INT32("int32", 4),
  /** Unsigned, 32 bits. */
  UINT32("uint32", 4),
  /** Floating point, 32 bits. */
  FLOAT32("float32", 4),
  /** Floating point, 64 bits. */
  FLOAT64("float64", 8);

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private final String gdalName;
  private final int bytes;

  SampleType(String gdalName, int bytes) {
    this.gdalName = gdalName;
    this.bytes = bytes;
  }

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  /** The type with a code of LERC 2. */
  static Optional<SampleType> ofCode(int code) {
    return code < 0 || code >= values().length ? Optional.empty() : Optional.of(values()[code]);
  }

  /** The type that GDAL and the headers of MRF call so, in letters of either case. */
  public static Optional<SampleType> named(String name) {
    String lower = name.trim().toLowerCase(Locale.ROOT);
    String known = lower.equals("uint8") ? UINT8.gdalName : lower;
    return Arrays.stream(values()).filter(type -> type.gdalName.equals(known)).findFirst();
  }

  /** Bytes of a number. */
  public int bytes() {
    return bytes;
  }

  /** Whether numbers have a fraction. */
  boolean isFloating() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /**
   * Reads a number, the lowest byte first.
   *
   * @param at index of its first byte
   */
  public double get(byte[] array, int at) {
    return switch (this) {
      case INT8 -> array[at];
      case UINT8 -> array[at] & 255;
      case INT16 -> (short) SHORTS.get(array, at);
      case UINT16 -> (short) SHORTS.get(array, at) & 0xFFFF;
      case INT32 -> (int) INTS.get(array, at);
      case UINT32 -> (int) INTS.get(array, at) & 0xFFFF_FFFFL;
      case FLOAT32 -> Float.intBitsToFloat((int) INTS.get(array, at));
      case FLOAT64 -> Double.longBitsToDouble((long) LONGS.get(array, at));
    };
  }

  /**
   * Writes a number, the lowest byte first; fractions are cut off where there are none.
   *
   * @param at index of its first byte
   */
  public void set(byte[] array, int at, double value) {
    switch (this) {
      case INT8, UINT8 -> array[at] = (byte) (int) value;
      case INT16, UINT16 -> SHORTS.set(array, at, (short) (int) value);
      case INT32, UINT32 -> INTS.set(array, at, (int) (long) value);
      case FLOAT32 -> INTS.set(array, at, Float.floatToRawIntBits((float) value));
      case FLOAT64 -> LONGS.set(array, at, Double.doubleToRawLongBits(value));
    }
  }
}
