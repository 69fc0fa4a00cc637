package org.coverscape.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {
  private static final Crs ALBERS = Crs.ofEpsg(5070);
  private static final MappedRegion MAPPED =
      TestMaps.random(
          TestMaps.degrees("POLYGON ((-118.4 37.2, -118.2 37.22, -118.25 37.35, -118.4 37.2))"),
          ChipGrid.of(TestMaps.ZONE),
          9);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path export(ExportFormat format, ExportOptions options, String name) throws IOException {
    Path out = folder.resolve(name);
    format.exporter(options).export(MAPPED, out);
    return out;
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void everyFormatWritesItsFile(ExportFormat format) throws IOException {
    String name = format == ExportFormat.SHAPEFILE ? "out.shp" : "out." + format.label();
    assertTrue(Files.size(export(format, ExportOptions.NONE, name)) > 100);
    assertEquals(format, ExportFormat.parse(format.label().toUpperCase(java.util.Locale.ROOT)));
  }

  @Test
  void aCogIsOneByGdalsOwnRules() throws IOException {
    Path cog = export(ExportFormat.COG, ExportOptions.NONE, "map.tif");
    String info = Tool.run("gdalinfo", cog.toString());
    assertTrue(info.contains("LAYOUT=COG"), info);
    assertTrue(info.contains("Color Table"), info);
    assertTrue(Files.exists(folder.resolve("map.tif.aux.xml")));
  }

  /** GDAL's nearest neighbour, from the raster in the grid, is the second opinion. */
  @Test
  void anotherSystemIsFilledAsGdalFillsIt() throws IOException {
    Path own = export(ExportFormat.GEOTIFF, ExportOptions.NONE, "utm.tif");
    Path albers = export(ExportFormat.GEOTIFF, ExportOptions.in(ALBERS), "albers.tif");
    String info = Tool.run("gdalinfo", albers.toString());
    assertTrue(info.contains("ID[\"EPSG\",5070]]"), info);
    Matcher origin = Pattern.compile("Origin = \\((\\S+),(\\S+)\\)").matcher(info);
    assertTrue(origin.find(), info);
    assertEquals(0, Double.parseDouble(origin.group(1)) % 224, 1e-6);
    Matcher size = Pattern.compile("Size is (\\d+), (\\d+)").matcher(info);
    assertTrue(size.find(), info);
    double west = Double.parseDouble(origin.group(1));
    double north = Double.parseDouble(origin.group(2));
    Path second = folder.resolve("gdal.tif");
    Tool.run(
        "gdalwarp",
        "-q",
        "-t_srs",
        "EPSG:5070",
        "-r",
        "near",
        "-et",
        "0",
        "-te",
        "" + west,
        "" + (north - 224.0 * Integer.parseInt(size.group(2))),
        "" + (west + 224.0 * Integer.parseInt(size.group(1))),
        "" + north,
        "-tr",
        "224",
        "224",
        own.toString(),
        second.toString());
    String[] ours = values(albers);
    String[] theirs = values(second);
    assertEquals(theirs.length, ours.length);
    int same = 0;
    for (int i = 0; i < ours.length; i++) {
      same += ours[i].equals(theirs[i]) ? 1 : 0;
    }
    assertTrue(same >= 0.999 * ours.length, same + " of " + ours.length);
  }

  private static String[] values(Path raster) throws IOException {
    return Tool.run("gdal_translate", "-q", "-of", "XYZ", raster.toString(), "/vsistdout/")
        .lines()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toArray(String[]::new);
  }

  private Path reference(Crs crs, double x, double y) throws IOException {
    Path file = folder.resolve("reference.tif");
    GeoTiffWriter.write(
        file,
        GeoTiffSpec.of(20, 10, 1, PixelGrid.northUp(x, y, 30, 30), crs),
        (row, target) -> java.util.Arrays.fill(target, (byte) row));
    return file;
  }

  @Test
  void aReferenceGivesSizeAndPlaceOfThePixels() throws IOException {
    Path reference = reference(ALBERS, -2000013.5, 1800007.25);
    Path out =
        export(ExportFormat.GEOTIFF, ExportOptions.in(ALBERS).snappedTo(reference), "snapped.tif");
    String info = Tool.run("gdalinfo", out.toString());
    assertTrue(info.contains("Pixel Size = (30.0"), info);
    Matcher origin = Pattern.compile("Origin = \\((\\S+),(\\S+)\\)").matcher(info);
    assertTrue(origin.find(), info);
    assertEquals(0, Math.IEEEremainder(Double.parseDouble(origin.group(1)) + 2000013.5, 30), 1e-6);
    assertEquals(0, Math.IEEEremainder(Double.parseDouble(origin.group(2)) - 1800007.25, 30), 1e-6);
    // many small pixels together have the area of the cells
    long pixels = java.util.Arrays.stream(values(out)).filter(v -> !v.equals("0")).count();
    double cells = 0;
    CoveredCells covered = CoveredCells.of(MAPPED);
    for (int row = covered.minRow(); row <= covered.maxRow(); row++) {
      for (int col = covered.minCol(); col <= covered.maxCol(); col++) {
        cells += MapRaster.LAND_COVER.value(covered, row, col) > 0 ? 1 : 0;
      }
    }
    assertEquals(cells * 224 * 224, pixels * 900.0, cells * 224 * 224 * 2e-3);
  }

  @Test
  void aReferenceThatDoesNotFitIsRefused() throws IOException {
    Path reference = reference(Crs.ofEpsg(3857), -13000000, 4500000);
    ExportOptions options = ExportOptions.in(ALBERS).snappedTo(reference);
    IOException fault =
        assertThrows(IOException.class, () -> export(ExportFormat.GEOTIFF, options, "refused.tif"));
    assertTrue(
        fault.toString().contains("choose one coordinate system for both"), fault.toString());
    Path text = Files.writeString(folder.resolve("text.tif"), "no raster");
    ExportOptions noRaster = new ExportOptions(Optional.empty(), Optional.of(text));
    IOException unread =
        assertThrows(
            IOException.class, () -> export(ExportFormat.GEOTIFF, noRaster, "refused.tif"));
    assertTrue(unread.toString().contains("is not a georeferenced GeoTIFF"), unread.toString());
  }

  @Test
  void polygonsKeepTheirHectaresInAnotherSystem() throws IOException {
    Path gpkg = export(ExportFormat.GEOPACKAGE, ExportOptions.in(ALBERS), "albers.gpkg");
    String info =
        Tool.run(
            "ogrinfo",
            "-q",
            "-dialect",
            "sqlite",
            "-sql",
            "SELECT sum(hectares) AS ha, sum(ST_Area(geom)) / 10000 AS albers,"
                + " min(ST_IsValid(geom)) AS valid FROM landcover",
            gpkg.toString());
    Matcher row =
        Pattern.compile(
                "ha \\(Real\\) = (\\S+)\\s+albers \\(Real\\) = (\\S+)\\s+valid \\(Integer\\) = 1")
            .matcher(info);
    assertTrue(row.find(), info);
    double hectares = AreaReport.of(MAPPED).classified().hectares();
    assertEquals(hectares, Double.parseDouble(row.group(1)), hectares * 1e-6);
    // Albers keeps areas
    assertEquals(hectares, Double.parseDouble(row.group(2)), hectares * 1e-5);
  }

  @Test
  void optionsWithoutMeaningAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> ExportFormat.CSV.exporter(ExportOptions.in(ALBERS)));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExportFormat.SHAPEFILE.exporter(ExportOptions.NONE.snappedTo(Path.of("x.tif"))));
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> ExportFormat.parse("dwg"));
    assertTrue(fault.toString().contains("geotiff, cog, shapefile"), fault.toString());
  }
}
