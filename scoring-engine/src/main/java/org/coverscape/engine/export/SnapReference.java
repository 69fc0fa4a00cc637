package org.coverscape.engine.export;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coverscape.engine.region.Crs;
import org.geotools.api.data.DataSourceException;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * A GeoTIFF whose pixels others shall fall on.
 *
 * @param file the file
 * @param crs its coordinate system
 * @param lattice the corners of its pixels
 */
record SnapReference(Path file, Crs crs, PixelLattice lattice) {
  /** How far two definitions of one system may part, in pixels. */
  private static final double SAME = 0.01;

  /** Pixels between two corners that are held against each other. */
  private static final int FAR = 100;

  /**
   * Reads where the pixels of a GeoTIFF lie.
   *
   * @throws IOException with one sentence when it has no usable georeference
   */
  static SnapReference read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("The reference " + file + " does not exist; check its name.");
    }
    try {
      GeoTiffReader reader = new GeoTiffReader(file.toFile());
      try {
        Crs crs = Crs.parse(reader.getCoordinateReferenceSystem().toWKT());
        AffineTransform pixels =
            (AffineTransform) reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER);
        return new SnapReference(file, crs, lattice(file, pixels));
      } finally {
        reader.dispose();
      }
    } catch (DataSourceException | RuntimeException e) {
      throw new IOException(
          "The reference " + file + " is not a georeferenced GeoTIFF; choose another.", e);
    }
  }

  private static PixelLattice lattice(Path file, AffineTransform pixels) throws IOException {
    if (pixels.getShearX() != 0 || pixels.getShearY() != 0) {
      throw new IOException("The reference " + file + " is rotated; choose one that is north up.");
    }
    return new PixelLattice(
        pixels.getTranslateX(),
        pixels.getTranslateY(),
        Math.abs(pixels.getScaleX()),
        Math.abs(pixels.getScaleY()));
  }

  /**
   * The pixels in a system that names the same ground.
   *
   * @throws IOException with one sentence when it is another system
   */
  PixelLattice latticeIn(Crs wanted) throws IOException {
    if (!isSame(wanted)) {
      throw new IOException(
          "The reference "
              + file
              + " is in "
              + crs.name()
              + ", not in "
              + wanted
              + "; choose one coordinate system for both.");
    }
    return lattice;
  }

  /** Whether two corners far apart have the same coordinates in both. */
  private boolean isSame(Crs wanted) {
    double[] here = {
      lattice.x(),
      lattice.y(),
      lattice.x() + FAR * lattice.width(),
      lattice.y() + FAR * lattice.height()
    };
    double[] there = here.clone();
    crs.to(wanted).transform(there, 2);
    boolean same = true;
    for (int i = 0; i < here.length; i++) {
      same &=
          Math.abs(there[i] - here[i]) < SAME * (i % 2 == 0 ? lattice.width() : lattice.height());
    }
    return same;
  }
}
