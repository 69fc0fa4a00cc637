package org.coverscape.engine.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a file together in the order of a Cloud Optimized GeoTIFF: header, all directories, then the
 * tiles of the smallest overview first and of the full resolution last.
 *
 * <p>Each tile stands between its size and a copy of its last four bytes, and a note in front says
 * so, as GDAL's COG driver documents it; other readers see ordinary TIFF.
 */
final class TiffAssembler {
  private static final int HEADER = 8;
  private static final int LEADER = 4;
  private static final int TRAILER = 4;
  private static final long MAX_LENGTH = 0xFFFFFFFFL;
  private static final byte[] LAYOUT_NOTE = layoutNote();

  private final GeoTiffSpec spec;
  private final Pyramid pyramid;
  private final TileScratch scratch;

  /** For tiles that are all in scratch. */
  TiffAssembler(GeoTiffSpec spec, Pyramid pyramid, TileScratch scratch) {
    this.spec = spec;
    this.pyramid = pyramid;
    this.scratch = scratch;
  }

  /** Writes the whole file. */
  void write(OutputFile out, Path name) throws IOException {
    int levels = pyramid.sizes().size();
    long data = firstDirectory() + directorySizes(levels);
    List<long[]> offsets = new ArrayList<>();
    for (int level = levels - 1; level >= 0; level--) {
      offsets.add(0, offsets(level, data));
      data += dataSize(level);
    }
    if (data > MAX_LENGTH) {
      throw new IOException(
          name + " would be larger than 4 GB, which a GeoTIFF cannot be; choose a smaller area.");
    }
    writeDirectories(out, offsets);
    for (int level = levels - 1; level >= 0; level--) {
      writeTiles(out, level);
    }
  }

  private int firstDirectory() {
    int end = HEADER + LAYOUT_NOTE.length;
    return end + (end & 1);
  }

  private long directorySizes(int levels) {
    long sum = 0;
    for (int level = 0; level < levels; level++) {
      sum += directory(level, new long[scratch.tiles(level).size()]).size();
    }
    return sum;
  }

  private TiffDirectory directory(int level, long[] offsets) {
    Pyramid.Size size = pyramid.sizes().get(level);
    long[] sizes = scratch.tiles(level).stream().mapToLong(TileScratch.Stored::size).toArray();
    return LevelFields.of(spec, size.width(), size.height(), offsets, sizes, level > 0);
  }

  private long[] offsets(int level, long start) {
    List<TileScratch.Stored> tiles = scratch.tiles(level);
    long[] offsets = new long[tiles.size()];
    long at = start;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at + LEADER;
      at += LEADER + tiles.get(i).size() + TRAILER;
    }
    return offsets;
  }

  private long dataSize(int level) {
    long sum = 0;
    for (TileScratch.Stored tile : scratch.tiles(level)) {
      sum += LEADER + tile.size() + TRAILER;
    }
    return sum;
  }

  private void writeDirectories(OutputFile out, List<long[]> offsets) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(firstDirectory()).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(firstDirectory());
    head.put(LAYOUT_NOTE);
    out.write(head.array(), 0, head.capacity());
    long at = firstDirectory();
    for (int level = 0; level < offsets.size(); level++) {
      TiffDirectory directory = directory(level, offsets.get(level));
      long next = at + directory.size();
      byte[] bytes = directory.bytes(at, level == offsets.size() - 1 ? 0 : next);
      out.write(bytes, 0, bytes.length);
      at = next;
    }
  }

  private void writeTiles(OutputFile out, int level) throws IOException {
    ByteBuffer leader = ByteBuffer.allocate(LEADER).order(ByteOrder.LITTLE_ENDIAN);
    for (TileScratch.Stored tile : scratch.tiles(level)) {
      byte[] bytes = scratch.bytes(tile);
      out.write(leader.putInt(0, tile.size()).array(), 0, LEADER);
      out.write(bytes, 0, tile.size());
      out.write(bytes, tile.size() - TRAILER, TRAILER);
    }
  }

  /** The structural metadata of GDAL's COG driver; its size counts what follows the first line. */
  private static byte[] layoutNote() {
    String body =
        "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nBLOCK_LEADER=SIZE_AS_UINT4\n"
            + "BLOCK_TRAILER=LAST_4_BYTES_REPEATED\nKNOWN_INCOMPATIBLE_EDITION=NO\n ";
    String head = String.format("GDAL_STRUCTURAL_METADATA_SIZE=%06d bytes\n", body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
