package org.coverscape.engine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.coverscape.engine.imagery.jpeg.JpegFuzz;
import org.coverscape.engine.imagery.lerc.LercFuzz;
import org.coverscape.engine.imagery.mrf.MrfFuzz;

/** All parsers of files from outside; whoever writes one adds it here. */
final class FuzzTargets {
  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        new TiffTarget(),
        new ReferenceTarget(),
        PlainTarget.ofReadable("mrf", new MrfFuzz().seeds(), file -> new MrfFuzz().read(file)),
        PlainTarget.ofReadable("lerc", new LercFuzz().seeds(), FuzzTargets::readLerc),
        PlainTarget.ofReadable("jpeg", jpegs(), file -> new JpegFuzz().read(file)),
        new StacTarget());
  }

  private static List<byte[]> jpegs() {
    try {
      return new JpegFuzz().seeds();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever reads pages says in a sentence that one is damaged. */
  private static void readLerc(byte[] file) throws IOException {
    try {
      new LercFuzz().read(file);
    } catch (IOException e) {
      throw new IOException("A page is damaged.", e);
    }
  }
}
