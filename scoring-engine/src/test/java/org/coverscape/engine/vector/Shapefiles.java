package org.coverscape.engine.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parts of a small shapefile, byte by byte. */
final class Shapefiles {
  static final String PRJ =
      "PROJCS[\"NAD_1983_UTM_Zone_11N\",GEOGCS[\"GCS_North_American_1983\",DATUM["
          + "\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM["
          + "\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION["
          + "\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER["
          + "\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",-117.0],PARAMETER["
          + "\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

  /** Clockwise shells, a hole before its shell, and an island in that hole. */
  static final List<double[]> RINGS =
      List.of(
          new double[] {2, 2, 8, 2, 8, 8, 2, 8, 2, 2},
          new double[] {0, 0, 0, 10, 10, 10, 10, 0, 0, 0},
          new double[] {4, 4, 4, 6, 6, 6, 6, 4, 4, 4},
          new double[] {20, 0, 20, 1, 21, 1, 21, 0, 20, 0});

  private Shapefiles() {}

  static byte[] shp() {
    return shp(RINGS);
  }

  static byte[] shp(List<double[]> rings) {
    int points = rings.stream().mapToInt(ring -> ring.length / 2).sum();
    int content = 44 + 4 * rings.size() + 16 * points;
    ByteBuffer out = ByteBuffer.allocate(100 + 8 + content);
    out.putInt(0, 9994).putInt(24, out.capacity() / 2);
    out.position(100);
    out.putInt(1).putInt(content / 2);
    out.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
    out.putInt(5).position(out.position() + 32);
    out.putInt(rings.size()).putInt(points);
    int start = 0;
    for (double[] ring : rings) {
      out.putInt(start);
      start += ring.length / 2;
    }
    rings.forEach(
        ring -> {
          for (double ordinate : ring) {
            out.putDouble(ordinate);
          }
        });
    return out.array();
  }

  /** One row: a name, a whole number, a fraction, a day and a flag. */
  static byte[] dbf() {
    String[] fields = {"NAME C 10", "COUNT N 5", "SHARE N 8", "DAY D 8", "OK L 1", "NONE N 4"};
    byte[] row = " Größe      42    0.2520220430T****".getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(32 + 32 * fields.length + 1 + 37);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 3).putInt(4, 1).putShort(8, (short) (33 + 32 * fields.length));
    out.putShort(10, (short) 37);
    for (int i = 0; i < fields.length; i++) {
      String[] field = fields[i].split(" ");
      out.position(32 + 32 * i);
      out.put(field[0].getBytes(StandardCharsets.US_ASCII));
      out.put(32 + 32 * i + 11, (byte) field[1].charAt(0));
      out.put(32 + 32 * i + 16, Byte.parseByte(field[2]));
    }
    out.position(32 + 32 * fields.length);
    out.put((byte) 0x0D).put(row);
    return out.array();
  }
}
