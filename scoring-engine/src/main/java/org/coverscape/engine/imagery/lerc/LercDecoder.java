package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * Unpacks LERC 1 and LERC 2 (versions 1 to 6), one page after the other. Keeps its buffers; not
 * thread-safe.
 *
 * <p>Facts of the formats are from Esri's "Lerc ByteStream Specification" and the published sources
 * of its library, both under the Apache licence. Never takes more memory than the page and a few
 * arrays of its size, whatever the bytes say.
 */
public final class LercDecoder {
  private final Lerc1Stream first = new Lerc1Stream();
  private final Lerc2Stream second = new Lerc2Stream();
  private ValidMask last = ValidMask.uniform(1, true);

  /**
   * What a stream says of itself.
   *
   * @param width columns
   * @param height rows
   * @param depth samples of a pixel; those of LERC 1 have one
   * @param type of the samples; those of LERC 1 are FLOAT32
   */
  public record Info(int width, int height, int depth, SampleType type) {
    /**
     * Reads the header of the first stream among some bytes.
     *
     * @param bytes from index 0
     * @param length how many
     * @throws IOException when they are no LERC stream
     */
    public static Info of(byte[] bytes, int length) throws IOException {
      LercInput in = new LercInput(bytes, 0, length);
      if (in.isAt(Lerc2Header.KEY)) {
        Lerc2Header header = Lerc2Header.read(in);
        return new Info(header.width(), header.height(), header.depth(), header.type());
      }
      if (!in.isAt(Lerc1Stream.KEY)) {
        throw new IOException("no LERC stream");
      }
      Lerc1Stream.Header header = Lerc1Stream.Header.read(in);
      return new Info(header.width(), header.height(), 1, SampleType.FLOAT32);
    }
  }

  /**
   * Unpacks a page: one stream of all its bands, or streams of some of them one after the other.
   *
   * @param stored from index 0; what follows is left alone
   * @param length bytes of the page
   * @throws IOException when the bytes are damaged, end too early or are another page's; what was
   *     written is then of no use
   */
  public void decode(byte[] stored, int length, LercPage page) throws IOException {
    LercInput in = new LercInput(stored, 0, length);
    ValidMask mask = ValidMask.uniform(page.pixels(), true);
    int band = 0;
    while (band < page.wanted()) {
      if (in.isAt(Lerc2Header.KEY)) {
        int start = in.position();
        Lerc2Header header = Lerc2Header.read(in);
        LercInput rest = in.part(start + header.length() - in.position());
        mask = second.read(rest, header, page, band, mask);
        band += header.depth();
      } else if (in.isAt(Lerc1Stream.KEY)) {
        mask = first.read(in, page, band, mask);
        band++;
      } else {
        throw new IOException("no LERC stream");
      }
    }
    last = mask;
  }

  /** Whether a pixel of the last band that was unpacked has a value. */
  public boolean hasValue(int pixel) {
    return last.has(pixel);
  }
}
