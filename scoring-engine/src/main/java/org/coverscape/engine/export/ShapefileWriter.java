package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.region.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes polygons as a shapefile: {@code .shp}, {@code .shx}, {@code .dbf} in UTF-8, {@code .cpg}
 * and {@code .prj}.
 *
 * <p>The files take their names on {@link #finish}; before that, and after a fault, nothing is
 * changed. Faults are {@link IOException}s with one sentence for a person. Not thread-safe.
 */
public final class ShapefileWriter implements AutoCloseable {
  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;

  /** What readers take: two gigabytes, although the format could count to four. */
  private static final long LARGEST = Integer.MAX_VALUE;

  private final Path shp;
  private final Crs crs;
  private final BinaryFile shapes;
  private final BinaryFile index;
  private final DbfFile table;
  private final Envelope extent = new Envelope();
  private int records;

  private ShapefileWriter(Path shp, Crs crs, BinaryFile shapes, BinaryFile index, DbfFile table) {
    this.shp = shp;
    this.crs = crs;
    this.shapes = shapes;
    this.index = index;
    this.table = table;
  }

  /**
   * Begins a shapefile.
   *
   * @param shp the {@code .shp} file; the others lie beside it
   * @param crs what the coordinates mean
   * @param fields the columns of the table
   */
  public static ShapefileWriter create(Path shp, Crs crs, List<DbfField> fields)
      throws IOException {
    BinaryFile shapes = new BinaryFile(shp, HEADER);
    try {
      BinaryFile index = new BinaryFile(sibling(shp, ".shx"), HEADER);
      try {
        DbfFile table = new DbfFile(sibling(shp, ".dbf"), List.copyOf(fields));
        return new ShapefileWriter(shp, crs, shapes, index, table);
      } catch (IOException e) {
        index.close();
        throw e;
      }
    } catch (IOException e) {
      shapes.close();
      throw e;
    }
  }

  private static Path sibling(Path shp, String ending) {
    return shp.toAbsolutePath().resolveSibling(RasterExport.stem(shp) + ending);
  }

  /** Adds polygons with one value for each column, null for none. */
  public void add(Geometry polygons, List<? extends @Nullable Object> values) throws IOException {
    byte[] content = ShapeRecord.of(polygons);
    if (shapes.length() + content.length > LARGEST) {
      throw new IOException(
          shp + " would be larger than a shapefile can be; export a GeoPackage instead.");
    }
    ByteBuffer entry = ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN);
    index.write(entry.putInt(words(shapes.length())).putInt(words(content.length)).array());
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN);
    shapes.write(head.putInt(++records).putInt(words(content.length)).array());
    shapes.write(content);
    table.add(values);
    extent.expandToInclude(polygons.getEnvelopeInternal());
  }

  /** Lengths are counted in words of 16 bits. */
  private static int words(long bytes) {
    return (int) (bytes / 2);
  }

  /** Ends the files and gives them their names. */
  public void finish() throws IOException {
    shapes.finish(header(shapes.length()));
    index.finish(header(index.length()));
    table.finish();
    DraftFile.write(sibling(shp, ".cpg"), "UTF-8");
    DraftFile.write(sibling(shp, ".prj"), EsriWkt.of(crs));
    table.commit();
    index.commit();
    shapes.commit();
  }

  private byte[] header(long length) {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.BIG_ENDIAN);
    header.putInt(FILE_CODE).position(24);
    header.putInt(words(length)).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(VERSION).putInt(ShapeRecord.POLYGON);
    ShapeRecord.putBox(header, extent.isNull() ? new Envelope(0, 0, 0, 0) : extent);
    return header.array();
  }

  /** Closes the files; removes them when they were not finished. */
  @Override
  public void close() throws IOException {
    try (shapes;
        index;
        table) {
      records = 0;
    }
  }
}
