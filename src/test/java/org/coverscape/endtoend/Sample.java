package org.coverscape.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.sample.SampleArea;

/** The bundled sample, painted once for all tests. */
final class Sample {
  private Sample() {}

  /** Its GeoTIFF. */
  static Path image() throws IOException {
    return SampleArea.ensure(folder());
  }

  /** Its region as a WKT file. */
  static Path region() throws IOException {
    Region region = SampleArea.region();
    Path file = folder().resolve("region.wkt");
    Files.createDirectories(folder());
    Files.writeString(file, region.geometry().toText());
    return file;
  }

  private static Path folder() {
    return Coverscape.root().resolve("src/test/target/sample");
  }
}
