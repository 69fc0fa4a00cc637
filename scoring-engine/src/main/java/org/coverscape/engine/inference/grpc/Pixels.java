package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InputSpec.Layout;
import org.coverscape.engine.inference.Preprocessing;

/**
 * Chips as the numbers of a tensor: channels ordered and prepared as the model wants them. The
 * bytes of chips that need nothing done to them are not copied, and must not change. Thread-safe.
 */
final class Pixels {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHANNELS = 3;
  private static final int PLANE = Chip.BYTES / CHANNELS;

  private final Layout layout;
  private final boolean reversed;

  /** What is sent for each value of a pixel, by the place of the channel in the tensor. */
  private final float[][] values = new float[CHANNELS][256];

  Pixels(Layout layout, Preprocessing preprocessing) {
    this.layout = layout;
    this.reversed = preprocessing.order() == Preprocessing.Order.BGR;
    for (int place = 0; place < CHANNELS; place++) {
      for (int pixel = 0; pixel < 256; pixel++) {
        values[place][pixel] = preprocessing.value(channel(place), pixel);
      }
    }
  }

  /** The bytes of chips, one after the other. */
  ByteString bytes(List<Chip> chips) {
    ByteString all = ByteString.EMPTY;
    for (Chip chip : chips) {
      all = all.concat(UnsafeByteOperations.unsafeWrap(arranged(chip)));
    }
    return all;
  }

  /** The prepared floats of chips, one after the other, little-endian. */
  ByteString packedFloats(List<Chip> chips) {
    byte[] packed = new byte[chips.size() * Chip.BYTES * Float.BYTES];
    int start = 0;
    for (Chip chip : chips) {
      for (int place = 0; place < CHANNELS; place++) {
        pack(chip.rgb(), place, packed, start);
      }
      start += Chip.BYTES * Float.BYTES;
    }
    return UnsafeByteOperations.unsafeWrap(packed);
  }

  /** One channel, without a division for each number. */
  private void pack(byte[] rgb, int place, byte[] packed, int start) {
    float[] table = values[place];
    int step = (layout == Layout.NHWC ? CHANNELS : 1) * Float.BYTES;
    int at = start + (layout == Layout.NHWC ? place : place * PLANE) * Float.BYTES;
    for (int from = channel(place); from < rgb.length; from += CHANNELS, at += step) {
      INTS.set(packed, at, Float.floatToRawIntBits(table[rgb[from] & 0xFF]));
    }
  }

  /** Hands over the prepared floats of chips, one by one. */
  void eachFloat(List<Chip> chips, FloatSink sink) {
    for (Chip chip : chips) {
      byte[] source = arranged(chip);
      for (int i = 0; i < Chip.BYTES; i++) {
        sink.add(value(source, i));
      }
    }
  }

  /** Hands over the bytes of chips as numbers, one by one. */
  void eachByte(List<Chip> chips, ByteSink sink) {
    for (Chip chip : chips) {
      for (byte pixel : arranged(chip)) {
        sink.add(pixel & 0xFF);
      }
    }
  }

  /** Takes floats. */
  @FunctionalInterface
  interface FloatSink {
    void add(float value);
  }

  /** Takes bytes, 0 to 255. */
  @FunctionalInterface
  interface ByteSink {
    void add(int value);
  }

  private float value(byte[] arranged, int i) {
    int place = layout == Layout.NHWC ? i % CHANNELS : i / PLANE;
    return values[place][arranged[i] & 0xFF];
  }

  private int channel(int place) {
    return reversed ? CHANNELS - 1 - place : place;
  }

  private byte[] arranged(Chip chip) {
    byte[] rgb = chip.rgb();
    if (layout == Layout.NHWC && !reversed) {
      return rgb;
    }
    byte[] arranged = new byte[rgb.length];
    int stride = layout == Layout.NHWC ? CHANNELS : 1;
    for (int place = 0; place < CHANNELS; place++) {
      int to = layout == Layout.NHWC ? place : place * PLANE;
      for (int from = channel(place); from < rgb.length; from += CHANNELS, to += stride) {
        arranged[to] = rgb[from];
      }
    }
    return arranged;
  }
}
