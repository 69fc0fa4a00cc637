package org.coverscape.engine.export;

import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.UtmZone;

/**
 * Coordinate systems in the dialect that shapefiles carry: Esri's names, no TOWGS84, no axes, no
 * authorities.
 */
final class EsriWkt {
  private static final String NAD83 =
      "GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\","
          + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
          + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private EsriWkt() {}

  /** The text of a {@code .prj} file. */
  static String of(Crs crs) {
    Optional<UtmZone> zone = UtmZone.of(crs);
    if (zone.isPresent()) {
      return utm(zone.get(), crs.epsg().orElse(0) / 100 == 269);
    }
    return switch (crs.epsg().orElse(0)) {
      case 4326 -> WGS84;
      case 4269 -> NAD83;
      case 5070 -> albers();
      case 3857 -> mercator();
      default -> plain(crs.wkt());
    };
  }

  private static String utm(UtmZone zone, boolean nad83) {
    return String.format(
        Locale.ROOT,
        "PROJCS[\"%s_UTM_Zone_%d%s\",%s,PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",%.1f],"
            + "PARAMETER[\"Central_Meridian\",%.1f],PARAMETER[\"Scale_Factor\",0.9996],"
            + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
        nad83 ? "NAD_1983" : "WGS_1984",
        zone.number(),
        zone.north() ? "N" : "S",
        nad83 ? NAD83 : WGS84,
        zone.north() ? 0.0 : 10_000_000.0,
        6.0 * zone.number() - 183);
  }

  private static String albers() {
    return "PROJCS[\"NAD_1983_Contiguous_USA_Albers\","
        + NAD83
        + ",PROJECTION[\"Albers\"],PARAMETER[\"False_Easting\",0.0],"
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",-96.0],"
        + "PARAMETER[\"Standard_Parallel_1\",29.5],PARAMETER[\"Standard_Parallel_2\",45.5],"
        + "PARAMETER[\"Latitude_Of_Origin\",23.0],UNIT[\"Meter\",1.0]]";
  }

  private static String mercator() {
    return "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
        + WGS84
        + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
        + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
        + "UNIT[\"Meter\",1.0]]";
  }

  /** Any other system: its text without what the dialect does not know. */
  private static String plain(String wkt) {
    return wkt.replaceAll(",\\s*(TOWGS84|AXIS|AUTHORITY)\\[[^\\[\\]]*]", "")
        .replaceAll("UNIT\\[\"(?:m|metre)\"", "UNIT[\"Meter\"")
        .replaceAll("UNIT\\[\"degree\"", "UNIT[\"Degree\"")
        .replaceAll("\\s*([,\\[\\]])\\s*", "$1");
  }
}
