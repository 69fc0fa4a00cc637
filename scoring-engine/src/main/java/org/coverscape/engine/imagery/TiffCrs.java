package org.coverscape.engine.imagery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.region.Crs;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.gce.geotiff.GeoTiffReader;

/** The coordinate system of a GeoTIFF. */
final class TiffCrs {
  private TiffCrs() {}

  /**
   * The system its keys name by EPSG code, or else the one they spell out, as GeoTools reads it.
   *
   * @throws TiffException with one plain sentence when there is none, or none that is known
   */
  static Crs of(ByteSource file, GeoKeys keys) throws IOException {
    if (!keys.isKnown()) {
      throw new TiffException("It does not say what coordinate system it is in.");
    }
    OptionalInt epsg = keys.epsg();
    try {
      return epsg.isPresent() ? Crs.ofEpsg(epsg.getAsInt()) : spelledOut(file);
    } catch (IOException | RuntimeException e) {
      if (e instanceof SourceException fault && fault.isPassing()) {
        throw fault; // nothing is known of the system then
      }
      throw new TiffException(
          epsg.isPresent()
              ? "Its coordinate system, EPSG:" + epsg.getAsInt() + ", is not known."
              : "Its coordinate system is not known; reproject it to UTM.",
          e);
    }
  }

  private static Crs spelledOut(ByteSource file) throws IOException {
    byte[] keys = KeysOnly.of(file);
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(keys))) {
      GeoTiffReader reader = new GeoTiffReader(stream);
      CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
      reader.dispose();
      return Crs.parse(crs.toWKT());
    }
  }
}
