package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.lerc.LercSample;
import org.coverscape.engine.region.PixelWindow;

/**
 * MRFs as damaged input: header, index and data file one behind the other, with the lengths of the
 * first two before them. Checksums of PNG pages are made right again, so that the damage gets in.
 */
public final class MrfFuzz {
  private static final int PAGE = 16;
  private static final int MOST_PIXELS = 1 << 16;

  /** Whole files of every compression. */
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(seed("NONE", "", 3, 3, page -> page));
    seeds.add(seed("NONE", "", 4, 1, page -> page));
    seeds.add(seed("DEFLATE", "", 4, 4, page -> Pages.deflate(page, false)));
    seeds.add(seed("DEFLATE", "RAWZ:ON", 3, 1, page -> Pages.deflate(page, true)));
    seeds.add(seed("DEFLATE", "GZ:ON", 3, 3, Pages::gzip));
    seeds.add(seed("ZSTD", "", 4, 4, page -> Pages.zstd(Pages.ranked(page, 4))));
    seeds.add(seed("PNG", "", 4, 4, page -> Pages.image(page, PAGE, 4, "png")));
    seeds.add(seed("PNG", "DEFLATE:ON", 3, 3, MrfFuzz::deflatedPng));
    seeds.add(seed("PPNG", "", 1, 1, page -> Pages.palette(page, PAGE)));
    seeds.add(seed("JPNG", "", 4, 4, page -> Pages.image(page, PAGE, 4, "png")));
    seeds.add(seed("JPEG", "", 3, 3, page -> Pages.image(page, PAGE, 3, "jpeg")));
    seeds.add(seed("JPEG", "", 3, 1, page -> Pages.image(page, PAGE, 1, "jpeg")));
    for (LercSample sample : LercSample.all()) {
      if (sample.name().contains("-v2-") || sample.name().contains("-lerc1-")) {
        seeds.add(lerc(sample));
      }
    }
    return List.copyOf(seeds);
  }

  private static byte[] deflatedPng(byte[] page) {
    return Pages.deflate(Pages.image(page, PAGE, 3, "png"), false);
  }

  private static byte[] seed(
      String compression, String options, int bands, int pageBands, UnaryOperator<byte[]> pack) {
    List<byte[]> pages = new ArrayList<>();
    for (int[] size : new int[][] {{20, 18}, {10, 9}}) {
      byte[] picture = Pages.picture(size[0], size[1], bands);
      pages.addAll(Pages.cut(picture, size[0], bands, PAGE, pageBands, pack));
    }
    String raster =
        MemoryMrf.size(20, 18, bands, PAGE, pageBands)
            + "<Compression>"
            + compression
            + "</Compression><DataValues NoData=\"0\"/>";
    String more = "<Rsets model=\"uniform\" scale=\"2\"/><Options>" + options + "</Options>";
    return joined(MemoryMrf.of(MemoryMrf.header(raster, more), pages));
  }

  private static byte[] lerc(LercSample sample) {
    String[] types = {"Int8", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Float32", "Float64"};
    String raster =
        String.format(
            "<Size x=\"%1$d\" y=\"%2$d\"/><PageSize x=\"%1$d\" y=\"%2$d\"/>"
                + "<Compression>LERC</Compression><DataType>%3$s</DataType>",
            sample.width(), sample.height(), types[sample.type().ordinal()]);
    return joined(MemoryMrf.of(MemoryMrf.header(raster, ""), List.of(sample.stream())));
  }

  private static byte[] joined(MemoryMrf mrf) {
    byte[] header = mrf.get("a.mrf");
    byte[] index = mrf.get("a.idx");
    byte[] data = mrf.get("a.til");
    return ByteBuffer.allocate(8 + header.length + index.length + data.length)
        .putInt(header.length)
        .putInt(index.length)
        .put(header)
        .put(index)
        .put(data)
        .array();
  }

  /**
   * Reads such a file: what is known of it, and all its pixels where they are few.
   *
   * @throws IOException when it is refused
   */
  public void read(byte[] input) throws IOException {
    if (input.length < 8) {
      throw new IOException("It is too short.");
    }
    ByteBuffer in = ByteBuffer.wrap(input.clone());
    byte[] header = next(in, in.getInt());
    byte[] index = next(in, input.length < 4 ? 0 : ByteBuffer.wrap(input).getInt(4));
    MemoryMrf mrf = new MemoryMrf(header, index, mended(next(in, in.remaining())));
    IOException refusal = null;
    try {
      mrf.tile();
    } catch (IOException e) {
      refusal = e;
    }
    try (MrfFile file = mrf.file()) {
      for (int level = 0; level < file.levels().size(); level++) {
        read(file, level);
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  private static byte[] next(ByteBuffer in, int length) {
    if (in.position() == 4) {
      in.position(8);
    }
    byte[] bytes = new byte[Math.max(0, Math.min(length, in.remaining()))];
    in.get(bytes);
    return bytes;
  }

  private static void read(MrfFile file, int level) throws IOException {
    RasterLevel size = file.levels().get(level);
    int width = Math.min(size.width(), 256);
    int height = Math.min(size.height(), MOST_PIXELS / 256);
    int bands = Math.min(file.header().bands(), 8);
    byte[] target = new byte[width * height * bands * file.header().type().bytes()];
    file.expect(List.of(new PixelWindow(0, 0, 1, 1)), bands);
    file.read(level, new PixelWindow(0, 0, width, height), bands, target);
  }

  /** Makes the checksums of all PNG chunks right that can be found. */
  private static byte[] mended(byte[] data) {
    ByteBuffer in = ByteBuffer.wrap(data);
    for (String kind : List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND")) {
      byte[] key = kind.getBytes(StandardCharsets.US_ASCII);
      for (int at = 4; at + 8 <= data.length; at++) {
        if (data[at] == key[0] && data[at + 1] == key[1] && data[at + 2] == key[2]) {
          long end = at + 4L + in.getInt(at - 4);
          if (end >= at + 4 && end + 4 <= data.length) {
            CRC32 crc = new CRC32();
            crc.update(data, at, (int) end - at);
            in.putInt((int) end, (int) crc.getValue());
          }
        }
      }
    }
    return data;
  }
}
