package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryFormat;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.MemoryBytes;

/** An MRF of three files in memory, whole or damaged. */
final class MemoryMrf implements ImageryFormat.Access {
  static final String GEO =
      "<GeoTags><BoundingBox minx=\"400000\" miny=\"3.693e+06\" maxx=\"400040\" maxy=\"3693030\"/>"
          + "<Projection>PROJCS[\"NAD83 / UTM zone 12N\",AUTHORITY[\"EPSG\",\"26912\"]]"
          + "</Projection></GeoTags>";

  final Map<String, byte[]> files = new HashMap<>();

  MemoryMrf(String header, byte[] index, byte[] data) {
    this(header.getBytes(StandardCharsets.UTF_8), index, data);
  }

  MemoryMrf(byte[] header, byte[] index, byte[] data) {
    files.put("a.mrf", header);
    files.put("a.idx", index);
    for (MrfCompression kind : MrfCompression.values()) {
      files.put("a" + kind.ending(), data);
    }
  }

  /** With an index of the pages one behind the other; those of no bytes are empty. */
  static MemoryMrf of(String header, List<byte[]> pages) {
    ByteBuffer index = ByteBuffer.allocate(pages.size() * MrfIndex.RECORD);
    ByteBuffer data = ByteBuffer.allocate(pages.stream().mapToInt(page -> page.length).sum() + 5);
    data.put(new byte[5]);
    for (byte[] page : pages) {
      index.putLong(page.length == 0 ? 0 : data.position()).putLong(page.length);
      data.put(page);
    }
    return new MemoryMrf(header, index.array(), data.array());
  }

  /** A header with everything around what the raster is. */
  static String header(String raster, String more) {
    return "<MRF_META><Raster>" + raster + "</Raster>" + more + GEO + "</MRF_META>";
  }

  /** The sizes as elements. */
  static String size(int width, int height, int bands, int page, int pageBands) {
    return String.format(
        "<Size x=\"%d\" y=\"%d\" c=\"%d\"/><PageSize x=\"%d\" y=\"%d\" c=\"%d\"/>",
        width, height, bands, page, page, pageBands);
  }

  private static ImageLocation location() {
    return ImageLocation.of(Path.of("a.mrf"));
  }

  @Override
  public ByteSource bytes(ImageLocation location) throws IOException {
    byte[] file = files.get(location.name());
    if (file == null) {
      throw new NoSuchFileException(location.name());
    }
    return new MemoryBytes(file);
  }

  /** One of the files. */
  byte[] get(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  MrfFile file() throws IOException {
    return MrfFile.open(location(), bytes(location()), this);
  }

  RasterReader reader() throws IOException {
    return new MrfFormat().open(location(), bytes(location()), this);
  }

  ImageryTile tile() throws IOException {
    return tile(location());
  }

  /** As if it lay elsewhere. */
  ImageryTile tile(ImageLocation place) throws IOException {
    return new MrfFormat().describe(place, bytes(place), this);
  }
}
