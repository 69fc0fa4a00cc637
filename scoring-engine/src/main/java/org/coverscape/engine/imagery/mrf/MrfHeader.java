package org.coverscape.engine.imagery.mrf;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.lerc.SampleType;

/**
 * What the header of an MRF says. Immutable.
 *
 * @param width columns
 * @param height rows
 * @param bands samples of a pixel
 * @param pageWidth columns of a page
 * @param pageHeight rows of a page
 * @param interleaved whether a page holds all bands; else each band has pages of its own
 * @param type of the samples
 * @param compression what the pages are
 * @param packing what each page is packed in besides
 * @param highestFirst whether samples as they are have their highest byte first
 * @param noData a value for each band, 0 where the header names none
 * @param marksNoData whether the header names NoData
 * @param palette whether the samples are indices of colours
 * @param scale how many times smaller each overview is than the one before, 0 without overviews
 * @param grid where the pixels lie, where the header says so
 * @param projection the system of the coordinates as well-known text
 * @param data the file of the pages
 * @param index the file of the pages' places
 * @param cachedSource the image that this one is a cache of
 */
public record MrfHeader(
    int width,
    int height,
    int bands,
    int pageWidth,
    int pageHeight,
    boolean interleaved,
    SampleType type,
    MrfCompression compression,
    Packing packing,
    boolean highestFirst,
    List<Double> noData,
    boolean marksNoData,
    boolean palette,
    int scale,
    Optional<PixelGrid> grid,
    Optional<String> projection,
    Part data,
    Part index,
    Optional<String> cachedSource) {
  /** What a page is packed in, after whatever its compression is. */
  public enum Packing {
    /** Nothing. */
    NONE,
    /** Deflate with a zlib or gzip header. */
    DEFLATE,
    /** Deflate without a header. */
    RAW_DEFLATE,
    /** Zstandard. */
    ZSTD
  }

  /**
   * One of the two files beside the header.
   *
   * @param name where the header names it; else it has the header's name with an ending of its own
   * @param offset what is added to all positions in it
   */
  public record Part(Optional<String> name, long offset) {}

  /** What a page holds. */
  PageForm form() {
    return new PageForm(pageWidth, pageHeight, pageBands(), type);
  }

  /** Samples of a pixel in a page. */
  int pageBands() {
    return interleaved ? bands : 1;
  }

  /** Pages at one place: 1, or one for each band. */
  int planes() {
    return interleaved ? 1 : bands;
  }
}
