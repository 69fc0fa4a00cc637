package org.coverscape.cli;

import org.coverscape.engine.place.RegionSource;
import org.coverscape.engine.region.Region;
import picocli.CommandLine.Option;

/** The ground that a verb is about. */
final class RegionOption {
  @Option(
      names = "--region",
      required = true,
      paramLabel = "F",
      description =
          "GeoJSON, shapefile (also zipped), GeoPackage, KML or WKT, or minx,miny,maxx,maxy in"
              + " degrees.")
  private String region = "";

  /** Reads it. */
  Region read() {
    return RegionSource.read(region);
  }
}
