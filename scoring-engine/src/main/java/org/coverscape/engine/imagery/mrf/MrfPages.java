package org.coverscape.engine.imagery.mrf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.imagery.bytes.StoredBytes;
import org.coverscape.engine.region.PixelWindow;

/** The pages of an MRF, read and unpacked one by one. Not thread-safe. */
final class MrfPages implements AutoCloseable {
  /** What packing may add to pages of hardly any pixels: headers and tables. */
  private static final int PACKING_OVERHEAD = 1 << 16;

  /**
   * A page.
   *
   * @param x the image's column of its first pixel
   * @param y the image's row of its first pixel
   * @param plane which of the pages at this place
   * @param place where it is stored
   */
  record Wanted(int x, int y, int plane, MrfIndex.Place place) {}

  private final MrfHeader header;
  private final PageForm form;
  private final StoredBytes stored;
  private final long length;
  private final boolean apart;
  private final Map<Integer, PageDecoder> decoders = new HashMap<>();
  private byte[] page = {};

  /** Takes the source over: closing this closes it. */
  MrfPages(MrfHeader header, ByteSource source) throws IOException {
    this.header = header;
    form = header.form();
    stored = new StoredBytes(source);
    length = source.length();
    apart =
        header.compression() == MrfCompression.LERC
            && header.noData().stream().distinct().count() > 1;
  }

  /** Masked pixels of a LERC page of one band have that band's NoData. */
  private PageDecoder decoder(int plane) {
    return decoders.computeIfAbsent(
        apart ? plane : 0, each -> PageDecoders.of(header, noData(each)));
  }

  private List<Double> noData(int plane) {
    return header.noData().subList(plane, plane + form.bands());
  }

  ByteSource source() {
    return stored.source();
  }

  /** Says what is going to be read next. */
  void expect(List<Wanted> wanted) throws IOException {
    List<ByteRange> ranges = new ArrayList<>();
    for (Wanted each : wanted) {
      if (each.place.size() > 0 && each.place.size() <= mostStored() && isInside(each.place)) {
        ranges.add(
            new ByteRange(header.data().offset() + each.place.position(), each.place.size()));
      }
    }
    stored.expect(ranges);
  }

  /** Bytes of a page as it is stored; more are damage. */
  private long mostStored() {
    return 2L * form.bytes() + PACKING_OVERHEAD;
  }

  private boolean isInside(MrfIndex.Place place) {
    long room = length - header.data().offset();
    return place.position() >= 0
        && place.size() >= 0
        && place.position() <= room
        && place.size() <= room - place.position();
  }

  /** Copies what a window shares with a page. */
  void read(Wanted wanted, PixelWindow window, int bands, byte[] target) throws IOException {
    try {
      load(wanted, Math.min(bands, form.bands()));
    } catch (SourceException e) {
      throw e;
    } catch (FileNotFoundException e) {
      throw new IOException("It cannot be opened; check that it is still there.", e);
    } catch (IOException | RuntimeException e) {
      throw new IOException("A part of its pixels is damaged; copy the file again.", e);
    }
    copy(wanted, window, bands, target);
  }

  private void load(Wanted wanted, int bands) throws IOException {
    if (page.length == 0) {
      page = new byte[form.bytes()];
    }
    MrfIndex.Place place = wanted.place;
    if (place.size() == 0) {
      if (header.cachedSource().isPresent() && !place.isKnown()) {
        throw new MrfException("A part of it was never fetched; use the image it is a cache of.");
      }
      form.fill(page, header.noData(), wanted.plane);
      return;
    }
    if (!isInside(place)) {
      throw new MrfException(
          "Its data file ends before its last pixels; it is truncated, copy it again.");
    }
    if (place.size() > mostStored()) {
      throw new IOException("a page far larger than its pixels");
    }
    int count = (int) place.size();
    byte[] bytes = stored.read(header.data().offset() + place.position(), count);
    decoder(wanted.plane).decode(bytes, count, page, bands);
  }

  private void copy(Wanted wanted, PixelWindow window, int bands, byte[] target) {
    int left = Math.max(wanted.x, window.x());
    int right = Math.min(wanted.x + form.width(), window.endX());
    int top = Math.max(wanted.y, window.y());
    int bottom = Math.min(wanted.y + form.height(), window.endY());
    int size = form.type().bytes();
    int fromStep = form.pixelBytes();
    int toStep = bands * size;
    int taken = Math.min(bands, form.bands()) * size;
    for (int y = top; y < bottom; y++) {
      int from = ((y - wanted.y) * form.width() + left - wanted.x) * fromStep;
      int to = ((y - window.y()) * window.width() + left - window.x()) * toStep;
      copyRow(from, fromStep, target, to + wanted.plane * size, toStep, taken, right - left);
    }
  }

  private void copyRow(
      int from, int fromStep, byte[] target, int to, int toStep, int taken, int count) {
    if (taken == fromStep && taken == toStep) {
      System.arraycopy(page, from, target, to, count * taken);
    } else if (taken == 3) {
      copyThree(from, fromStep, target, to, toStep, count);
    } else {
      for (int i = 0; i < count; i++) {
        for (int k = 0; k < taken; k++) {
          target[to + i * toStep + k] = page[from + i * fromStep + k];
        }
      }
    }
  }

  private void copyThree(int from, int fromStep, byte[] target, int to, int toStep, int count) {
    int at = from;
    for (int i = to, end = to + count * toStep; i < end; i += toStep) {
      target[i] = page[at];
      target[i + 1] = page[at + 1];
      target[i + 2] = page[at + 2];
      at += fromStep;
    }
  }

  @Override
  public void close() throws IOException {
    decoders.values().forEach(PageDecoder::close);
    decoders.clear();
    page = new byte[0];
    stored.close();
  }
}
