package org.coverscape.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * The words that score it.
   *
   * @param out the job's folder
   * @param options what else is said, after all of that
   */
  static String[] score(Path out, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("score", "--region", region().toString()));
    words.addAll(List.of("--imagery", image().toString(), "--out", out.toString()));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  private static Path folder() {
    return Coverscape.root().resolve("src/test/target/sample");
  }
}
