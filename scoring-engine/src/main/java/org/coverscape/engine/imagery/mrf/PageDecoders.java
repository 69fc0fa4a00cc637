package org.coverscape.engine.imagery.mrf;

import java.util.List;

/** Makes the decoder that an image's pages need. */
final class PageDecoders {
  private PageDecoders() {}

  /**
   * A decoder.
   *
   * @param noData what pixels without a value get, for each band of a page
   */
  static PageDecoder of(MrfHeader header, List<Double> noData) {
    PageForm form = header.form();
    PageDecoder inside =
        switch (header.compression()) {
          case NONE, DEFLATE, ZSTD -> new RawPages(form, header.highestFirst());
          case LERC -> new LercPages(form, noData);
          case JPEG -> new JpegPages(form);
          case PNG -> new PngPages(form, false);
          case PPNG -> new PngPages(form, header.palette());
          case JPNG -> form.bands() == 1 ? new PngPages(form, false) : new JpngPages(form);
          case TIF -> new TifPages(form);
        };
    return header.packing() == MrfHeader.Packing.NONE
        ? inside
        : new PackedPages(form, header.packing(), header.compression().isRaw(), inside);
  }
}
