package org.coverscape.engine.imagery.jpeg;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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
  private List<Plane> planes = List.of();

  /** A decoder of streams of a shape. */
  public JpegDecoder(JpegShape shape) {
    this.shape = shape;
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
   * @throws JpegException when it is damaged or has another shape; nothing was written then either
   */
  public boolean decode(byte[] stored, int length, boolean ycbcr, byte[] target)
      throws JpegException {
    if (target.length < shape.bytes()) {
      throw new IllegalArgumentException("room for " + target.length);
    }
    Segments in = new Segments(stored, length);
    tables.begin(stored);
    Optional<Frame> read = read(in);
    read.ifPresent(known -> new PixelWriter(known, planes).write(ycbcr, target));
    return read.isPresent();
  }

  /** Reads the samples of all components; empty where the stream is of another form. */
  private Optional<Frame> read(Segments in) throws JpegException {
    Optional<Frame> known = Optional.empty();
    BitSet done = new BitSet();
    int interval = 0;
    for (int marker = in.next(); marker != Marker.END; marker = in.next()) {
      if (Marker.isFrame(marker)) {
        if (known.isPresent()) {
          throw new JpegException("a second frame");
        }
        known = frame(in, marker);
        if (known.isEmpty()) {
          return known;
        }
      } else if (marker == Marker.SCAN) {
        Frame its = known.orElseThrow(() -> new JpegException("a scan before its frame"));
        if (!scan(in, its, interval, done)) {
          return Optional.empty();
        }
      } else if (marker == Marker.RESTART_INTERVAL) {
        interval = in.take16();
      } else {
        tables.take(in, marker);
      }
    }
    if (known.isEmpty() || done.cardinality() < shape.components()) {
      throw new JpegException("a component without a scan");
    }
    return known;
  }

  private Optional<Frame> frame(Segments in, int marker) throws JpegException {
    if (marker != Marker.SEQUENTIAL && marker != Marker.EXTENDED) {
      return Optional.empty();
    }
    Optional<Frame> frame = Frame.read(in, shape);
    frame.ifPresent(this::prepare);
    return frame;
  }

  /** Reads a scan; false when tables are missing. */
  private boolean scan(Segments in, Frame frame, int interval, BitSet done) throws JpegException {
    Optional<Scan> scan = Scan.read(in, frame, planes, tables, interval);
    if (scan.isEmpty()) {
      return false;
    }
    for (Scan.Part part : scan.get().parts()) {
      if (done.get(part.number())) {
        throw new JpegException("a second scan of a component");
      }
      done.set(part.number());
    }
    in.resume(new ScanReader(scan.get(), in).read());
    return true;
  }

  /** Makes room; that of the stream before does, where the frame is alike. */
  private void prepare(Frame next) {
    if (planes.stream().map(Plane::component).toList().equals(next.components())) {
      return;
    }
    List<Plane> made = new ArrayList<>();
    for (int i = 0; i < shape.components(); i++) {
      Component component = next.components().get(i);
      int samples = component.stride() * component.rows();
      boolean fits = i < planes.size() && planes.get(i).samples().length >= samples;
      made.add(new Plane(component, fits ? planes.get(i).samples() : new byte[samples]));
    }
    planes = List.copyOf(made);
  }
}
