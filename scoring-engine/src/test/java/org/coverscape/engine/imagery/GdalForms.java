package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Makes GeoTIFFs of real scenes with GDAL's programs; skips a test where either is missing. */
final class GdalForms {
  private static final String SCENES = "../shared/data/naip/utm";

  private GdalForms() {}

  /** The first scene, which has four bands. */
  static Path scene() throws IOException {
    Path scenes = Path.of(System.getProperty("coverscape.root", "."), SCENES);
    Assumptions.assumeTrue(Files.isDirectory(scenes), "needs the shared data: naip/utm");
    needs("gdal_translate");
    try (var files = Files.list(scenes)) {
      return files.filter(f -> f.toString().endsWith(".tif")).sorted().findFirst().orElseThrow();
    }
  }

  static void needs(String program) {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin", program)), "needs " + program + " of GDAL");
  }

  static void translate(Path from, Path to, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("gdal_translate", "-q"));
    command.addAll(List.of(options));
    command.addAll(List.of(from.toString(), to.toString()));
    run(command);
  }

  static void run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("GDAL_PAM_ENABLED", "NO");
    builder.environment().put("GDAL_TIFF_INTERNAL_MASK", "YES");
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }
}
