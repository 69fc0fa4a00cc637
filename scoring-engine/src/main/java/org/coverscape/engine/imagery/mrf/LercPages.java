package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.imagery.lerc.LercDecoder;
import org.coverscape.engine.imagery.lerc.LercPage;

/** Pages that are LERC streams of either kind, as their own bytes tell. */
final class LercPages implements PageDecoder {
  private final PageForm form;
  private final double[] noData;
  private final LercDecoder decoder = new LercDecoder();

  /** A decoder for the pages of a plane. */
  LercPages(PageForm form, List<Double> noData) {
    this.form = form;
    this.noData = noData.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    decoder.decode(
        stored,
        length,
        new LercPage(page, form.type(), form.width(), form.height(), form.bands(), wanted, noData));
  }
}
