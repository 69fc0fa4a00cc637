package org.coverscape.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.imagery.TestPacking;
import org.coverscape.engine.imagery.TestTiff;
import org.coverscape.engine.imagery.bytes.MemoryBytes;
import org.coverscape.engine.region.PixelWindow;

/** Rasters of classes and the XML beside them: an input is the TIFF, four bytes more, the XML. */
final class ReferenceTarget implements FuzzTarget {
  private static final byte[] BETWEEN = "----".getBytes(StandardCharsets.US_ASCII);
  private static final String TABLE =
      """
      <PAMDataset><SRS>EPSG:26911</SRS><GeoTransform>5e5,1,0,4e6,0,-1</GeoTransform>
      <PAMRasterBand band="1"><GDALRasterAttributeTable>
      <FieldDefn index="0"><Name>Value</Name><Type>1</Type><Usage>5</Usage></FieldDefn>
      <FieldDefn index="1"><Name>Class</Name><Type>2</Type><Usage>2</Usage></FieldDefn>
      <Row index="0"><F>11</F><F>Open Water</F></Row></GDALRasterAttributeTable>
      <CategoryNames><Category>a</Category></CategoryNames>
      <ColorTable><Entry c1="1" c2="2" c3="3" c4="255"/></ColorTable></PAMRasterBand></PAMDataset>
      """;

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (TestPacking packing : TestPacking.values()) {
      TestTiff tiff = TestTiff.of(60, 50, (x, y, b) -> x * y & 255).bands(1, 8, 1).packed(packing);
      seeds.add(with(tiff.bytes()));
      seeds.add(with(tiff.withoutGeoreference().tiled(16).bytes()));
    }
    return seeds;
  }

  private static byte[] with(byte[] tiff) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(tiff);
    out.writeBytes(BETWEEN);
    out.writeBytes(TABLE.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Override
  public void read(byte[] file) throws IOException {
    int end = file.length - TABLE.length() - BETWEEN.length;
    for (int i = 0; i + BETWEEN.length <= file.length; i++) {
      if (Arrays.equals(file, i, i + BETWEEN.length, BETWEEN, 0, BETWEEN.length)) {
        end = i;
      }
    }
    int split = Math.max(0, end);
    byte[] beside = Arrays.copyOfRange(file, Math.min(file.length, split + 4), file.length);
    try (ReferenceRaster raster =
        ReferenceRaster.open(
            ImageLocation.of(Path.of("a.tif")),
            new MemoryBytes(Arrays.copyOf(file, split)),
            location -> {
              if (location.name().endsWith(".aux.xml")) {
                return new MemoryBytes(beside);
              }
              throw new FileNotFoundException();
            })) {
      int width = Math.min(64, raster.width());
      int height = Math.min(64, raster.height());
      raster.read(
          0, new PixelWindow(raster.width() - width, raster.height() - height, width, height));
    }
  }
}
