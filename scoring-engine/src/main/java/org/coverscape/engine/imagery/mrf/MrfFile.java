package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.imagery.FileFaults;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryFormat;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.region.PixelWindow;

/**
 * The samples of an MRF of any type and number of bands. Not thread-safe.
 *
 * <p>Memory is bounded by the size of a page, whatever header, index and pages say.
 */
public final class MrfFile implements AutoCloseable {
  private final MrfHeader header;
  private final List<MrfLevel> levels;
  private final MrfIndex index;
  private final MrfPages pages;

  private MrfFile(MrfHeader header, MrfIndex index, MrfPages pages) throws IOException {
    this.header = header;
    this.index = index;
    this.pages = pages;
    List<MrfLevel> all = MrfLevel.of(header);
    if (all.get(0).end() > index.records()) {
      throw new MrfException("Its index ends early; copy the .idx file again.");
    }
    levels = all.stream().filter(level -> level.end() <= index.records()).toList();
  }

  /**
   * Opens an MRF.
   *
   * @param location of its header
   * @param bytes the header's bytes; stay the caller's
   * @param access to the files beside it
   * @throws IOException with one plain sentence when it cannot be read
   */
  public static MrfFile open(ImageLocation location, ByteSource bytes, ImageryFormat.Access access)
      throws IOException {
    return FileFaults.explain(
        () -> {
          MrfHeader header = MrfHeaderReader.read(bytes);
          MrfParts parts = new MrfParts(location, access);
          ByteSource index = parts.index(header);
          ByteSource data = null;
          try {
            data = parts.data(header);
            return new MrfFile(
                header, new MrfIndex(index, header.index().offset()), new MrfPages(header, data));
          } catch (IOException | RuntimeException e) {
            index.close();
            if (data != null) {
              data.close();
            }
            throw e;
          }
        });
  }

  /** What its header says. */
  public MrfHeader header() {
    return header;
  }

  /** The sizes at which it is stored: the full one, then its overviews, ever smaller. */
  public List<RasterLevel> levels() {
    return levels.stream()
        .map(
            level ->
                new RasterLevel(
                    level.width(), level.height(), header.pageWidth(), header.pageHeight()))
        .toList();
  }

  /**
   * The first bands of a window that lies inside a level.
   *
   * @param target takes width × height × bands samples, interleaved by pixel, row by row, the
   *     lowest byte of each first; after a fault it holds leftovers
   * @throws IOException with one plain sentence when any of them cannot be read
   */
  public void read(int level, PixelWindow window, int bands, byte[] target) throws IOException {
    MrfLevel from = levels.get(level);
    List<MrfPages.Wanted> wanted = wanted(from, window, header.interleaved() ? 1 : bands);
    pages.expect(wanted);
    for (MrfPages.Wanted page : wanted) {
      pages.read(page, window, bands, target);
    }
  }

  /**
   * Says which windows of the full size are going to be read next, in this order.
   *
   * @throws IOException with one plain sentence when the places of their pages cannot be read
   */
  public void expect(List<PixelWindow> windows, int bands) throws IOException {
    List<MrfPages.Wanted> all = new ArrayList<>();
    for (PixelWindow window : windows) {
      all.addAll(wanted(levels.get(0), window, header.interleaved() ? 1 : bands));
    }
    pages.expect(all);
  }

  private List<MrfPages.Wanted> wanted(MrfLevel level, PixelWindow window, int planes)
      throws IOException {
    List<MrfPages.Wanted> wanted = new ArrayList<>();
    int width = header.pageWidth();
    int height = header.pageHeight();
    for (int row = window.y() / height; row <= (window.endY() - 1) / height; row++) {
      for (int col = window.x() / width; col <= (window.endX() - 1) / width; col++) {
        for (int plane = 0; plane < planes; plane++) {
          MrfIndex.Place place = index.place(level.record(col, row, plane));
          wanted.add(new MrfPages.Wanted(col * width, row * height, plane, place));
        }
      }
    }
    return wanted;
  }

  /**
   * Whether pages of the full size are still to be fetched from another image, as caches have them.
   */
  boolean isUnfinished() throws IOException {
    if (header.cachedSource().isEmpty()) {
      return false;
    }
    for (long record = 0; record < levels.get(0).end(); record++) {
      if (!index.place(record).isKnown()) {
        return true;
      }
    }
    return false;
  }

  /** What changes when one of the files beside the header does. */
  String fingerprint() throws IOException {
    return index.source().fingerprint() + "/" + pages.source().fingerprint();
  }

  /** Lets go of files and buffers; what is read afterwards opens them again. */
  @Override
  public void close() throws IOException {
    index.close();
    pages.close();
  }
}
