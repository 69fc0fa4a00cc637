package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the pixels of a JPEG stream (ITU-T T.81, annex B).
 *
 * @param width columns
 * @param height rows
 * @param components samples of a pixel
 * @param ycbcr whether three components are YCbCr, by the rules that libjpeg has for it
 * @param maskFrom index of the first byte of a mask of zeros, −1 without one
 * @param maskTo index behind its last
 */
record JpegSegments(
    int width, int height, int components, boolean ycbcr, int maskFrom, int maskTo) {
  private static final int START_OF_SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int MASK = 0xE3;
  private static final int ADOBE = 0xEE;

  /** Reads what is told of a stream, up to its first scan. */
  static JpegSegments read(byte[] stored, int length) throws IOException {
    if (length < 4 || (stored[0] & 255) != 0xFF || (stored[1] & 255) != 0xD8) {
      throw new IOException("a page is no JPEG stream");
    }
    return new Reading(stored, length).read();
  }

  private static final class Reading {
    private final byte[] stored;
    private final int length;
    private boolean jfif;
    private int adobe = -1;
    private int frame = -1;
    private int maskFrom = -1;
    private int maskTo = -1;

    Reading(byte[] stored, int length) {
      this.stored = stored;
      this.length = length;
    }

    JpegSegments read() throws IOException {
      int at = 2;
      while (at + 4 <= length && (stored[at] & 255) == 0xFF) {
        int marker = stored[at + 1] & 255;
        if (marker == 0xFF) {
          at++; // a filler
          continue;
        }
        if (marker == START_OF_SCAN) {
          return segments();
        }
        int end = at + 2 + int16(at + 2);
        if (end < at + 4 || end > length) {
          break;
        }
        take(marker, at + 4, end);
        at = end;
      }
      throw new IOException("a JPEG stream without pixels");
    }

    private void take(int marker, int from, int end) {
      if (marker == JFIF) {
        jfif = true;
      } else if (marker == ADOBE && end - from >= 12 && isAt("Adobe", from)) {
        adobe = stored[from + 11];
      } else if (marker == MASK && end - from >= ZenMask.KEY.length() && isAt(ZenMask.KEY, from)) {
        maskFrom = from + ZenMask.KEY.length();
        maskTo = end;
      } else if (marker >= 0xC0 && marker <= 0xCF && marker % 4 != 0 && end - from >= 6) {
        frame = from; // C4, C8 and CC are no frames; C0 is one
      } else if (marker == 0xC0 && end - from >= 6) {
        frame = from;
      }
    }

    private boolean isAt(String key, int from) {
      byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
      return Arrays.equals(bytes, 0, bytes.length, stored, from, from + bytes.length);
    }

    private int int16(int at) {
      return (stored[at] & 255) << 8 | stored[at + 1] & 255;
    }

    private JpegSegments segments() throws IOException {
      if (frame < 0) {
        throw new IOException("a JPEG stream without a size");
      }
      int components = stored[frame + 5] & 255;
      return new JpegSegments(
          int16(frame + 3), int16(frame + 1), components, ycbcr(components), maskFrom, maskTo);
    }

    private boolean ycbcr(int components) {
      if (components != 3 || jfif) {
        return components == 3;
      }
      if (adobe >= 0) {
        return adobe != 0;
      }
      return frame + 12 >= length
          || stored[frame + 6] != 'R'
          || stored[frame + 9] != 'G'
          || stored[frame + 12] != 'B';
    }
  }

  /** Whether a mask of zeros stands beside the pixels. */
  boolean hasMask() {
    return maskFrom >= 0;
  }
}
