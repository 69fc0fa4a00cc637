package org.coverscape.engine.raster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs GDAL's command-line tools as a second opinion; skips the test where they are missing. */
public final class GdalTool {
  private GdalTool() {}

  /** What {@code gdalinfo} prints about a file, checksums of all bands and levels included. */
  public static String info(Path file) throws IOException, InterruptedException {
    return run("gdalinfo", "-checksum", "-mdd", "all", file.toString());
  }

  /** What GDAL's own validator says, where its Python package is installed. */
  public static String validateCloudOptimized(Path file) throws IOException, InterruptedException {
    String module = "osgeo_utils.samples.validate_cloud_optimized_geotiff";
    String said = execute(List.of("/usr/bin/python3", "-m", module, file.toString()));
    Assumptions.assumeFalse(
        said.contains("No module named"), "GDAL's Python package is not installed.");
    return said;
  }

  /** Runs a tool without side files and gives back all it prints. */
  public static String run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(1, List.of("--config", "GDAL_PAM_ENABLED", "NO"));
    return execute(words);
  }

  private static String execute(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      Assumptions.abort(
          command.get(0) + " is not installed; install GDAL's tools to run this check.");
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
