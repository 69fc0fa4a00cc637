package org.coverscape.engine.imagery.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks JPEG streams of one shape: baseline and extended sequential ones of 8 bits with Huffman
 * codes (ITU-T T.81), of one scan or several, whose components have the image's resolution or half
 * of it in either direction. The cosine transform is that of floating point.
 *
 * <p>Keeps tables and samples from one stream to the next; not thread-safe. Its memory follows from
 * the shape alone, and the time for a stream from its shape and its length.
 */
public final class JpegDecoder {
  private final JpegShape shape;
  private final Tables tables = new Tables();
  private final List<byte[]> kept = new ArrayList<>();
  private @Nullable Frame frame;
  private List<Plane> planes = List.of();

  /** A decoder of streams of a shape. */
  public JpegDecoder(JpegShape shape) {
    this.shape = shape;
    for (int i = 0; i < shape.components(); i++) {
      kept.add(new byte[0]);
    }
  }

  /**
   * Unpacks a stream.
   *
   * @param stored the stream from index 0 on
   * @param length its bytes; what follows them is left alone
   * @param ycbcr whether its three components are brightness and tint, to be made red, green and
   *     blue; others are taken as they are
   * @param target takes the samples, interleaved by pixel, row by row, at least {@link
   *     JpegShape#bytes}
   * @return false when the stream is of a form that is not unpacked here (progressive, arithmetic
   *     codes, 12 bits, other resolutions, tables missing); nothing was written then
   * @throws JpegException when it is damaged or has another shape; the target may be half written
   */
  public boolean decode(byte[] stored, int length, boolean ycbcr, byte[] target)
      throws JpegException {
    if (target.length < shape.bytes()) {
      throw new IllegalArgumentException("room for " + target.length);
    }
    Segments in = new Segments(stored, length);
    tables.begin(stored);
    Frame known = null;
    int interval = 0;
    boolean[] done = new boolean[shape.components()];
    for (int marker = in.next(); marker != Marker.END; marker = in.next()) {
      if (Marker.isFrame(marker)) {
        if (known != null) {
          throw new JpegException("a second frame");
        }
        boolean sequential = marker == Marker.SEQUENTIAL || marker == Marker.EXTENDED;
        Optional<Frame> next = sequential ? Frame.read(in, shape) : Optional.empty();
        if (next.isEmpty()) {
          return false;
        }
        known = next.get();
        prepare(known);
      } else if (marker == Marker.SCAN) {
        if (known == null) {
          throw new JpegException("a scan before its frame");
        }
        Optional<Scan> scan = Scan.read(in, known, planes, tables, interval);
        if (scan.isEmpty()) {
          return false;
        }
        mark(scan.get(), done);
        in.resume(new ScanReader(scan.get(), stored, in.end(), length).read());
      } else if (marker == Marker.HUFFMAN_TABLES) {
        tables.takeHuffman(in);
      } else if (marker == Marker.STEPS) {
        tables.takeSteps(in);
      } else if (marker == Marker.RESTART_INTERVAL) {
        interval = in.take16();
      }
    }
    for (boolean each : done) {
      if (!each) {
        throw new JpegException("a component without a scan");
      }
    }
    new PixelWriter(known, planes).write(ycbcr, target);
    return true;
  }

  private static void mark(Scan scan, boolean[] done) throws JpegException {
    for (Scan.Part part : scan.parts()) {
      if (done[part.number()]) {
        throw new JpegException("a second scan of a component");
      }
      done[part.number()] = true;
    }
  }

  /** Makes room; that of the stream before does, where the frame is alike. */
  private void prepare(Frame next) {
    if (next.equals(frame)) {
      return;
    }
    List<Plane> made = new ArrayList<>();
    for (int i = 0; i < shape.components(); i++) {
      Component component = next.components().get(i);
      int samples = component.stride() * component.rows();
      if (kept.get(i).length < samples) {
        kept.set(i, new byte[samples]);
      }
      made.add(new Plane(component, kept.get(i)));
    }
    planes = List.copyOf(made);
    frame = next;
  }
}
