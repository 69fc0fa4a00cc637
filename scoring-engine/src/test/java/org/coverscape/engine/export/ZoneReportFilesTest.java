package org.coverscape.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.analysis.Zone;
import org.coverscape.engine.analysis.ZoneReport;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneReportFilesTest {
  private static final String REGION =
      "POLYGON ((500100 4400100, 504000 4400100, 504000 4403000, 500100 4403000, 500100 4400100))";
  private static final String OUTSIDE = "POLYGON ((1000 0, 2000 0, 2000 1000, 1000 0))";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private static ZoneReport report() {
    MappedRegion mapped = TestMaps.random(TestMaps.utm(REGION), ChipGrid.of(TestMaps.ZONE), 3);
    return ZoneReport.of(
        mapped,
        TestMaps.ZONE.crs(),
        List.of(Zone.of("a, \"b\"", TestMaps.wkt(REGION)), Zone.of("far", TestMaps.wkt(OUTSIDE))));
  }

  @Test
  void bothFilesAreWrittenWhicheverIsNamed() throws IOException {
    ZoneReportFiles files = ZoneReportFiles.of(folder.resolve("out.gpkg"));
    files.write(report(), "hectares", folder.resolve("parcels.gpkg"));
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertEquals(3, lines.size());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "zone_field_hectares,zone_hectares,hectares,acres,outside_hectares,barren_hectares,"),
        lines.get(0));
    assertTrue(lines.get(0).endsWith(",unscored_percent,confidence"), lines.get(0));
    assertTrue(lines.get(1).startsWith("\"a, \"\"b\"\"\",1131."), lines.get(1));
    assertTrue(lines.get(2).startsWith("far,49.7"), lines.get(2));
    assertTrue(lines.get(2).endsWith(","), lines.get(2));
    String info = Tool.run("ogrinfo", "-al", "-geom=NO", files.geoPackage().toString());
    assertTrue(info.contains("Feature Count: 2"), info);
    assertTrue(info.contains("confidence (Real) = (null)"), info);
    assertTrue(info.contains("zone_field_hectares (String) = a, \"b\""), info);
  }

  @Test
  void theZonesThemselvesAreNeverReplaced() throws IOException {
    Path zones = Files.writeString(folder.resolve("parcels.gpkg"), "mine");
    IOException fault =
        assertThrows(
            IOException.class,
            () -> ZoneReportFiles.of(folder.resolve("parcels.csv")).write(report(), "PIN", zones));
    assertTrue(fault.toString().contains("would replace the zones"), fault.toString());
    assertEquals("mine", Files.readString(zones));
  }
}
