package org.coverscape.engine.imagery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Geometry;

/**
 * An aerial image that can be scored, as the catalogue knows it. Immutable by convention.
 *
 * @param id the file name without its ending
 * @param location where the file is
 * @param crs what its coordinates mean
 * @param grid where its pixels lie, in units of the CRS
 * @param width columns
 * @param height rows
 * @param bands number of bands: 3 (R, G, B) or 4 (and near-infrared)
 * @param gsd ground sample distance in metres, the longer side of a pixel on the ground
 * @param date when it was taken, where the name or the tags say so
 * @param noData the value that marks NoData in red, green and blue: the file's, else 0, since the
 *     collars of warped images are black
 * @param footprint its outline in degrees of WGS 84
 * @param fingerprint changes when the file does: size and time of last change
 * @param synthetic whether it was painted by code and shows no real ground
 */
public record ImageryTile(
    String id,
    ImageLocation location,
    Crs crs,
    PixelGrid grid,
    int width,
    int height,
    int bands,
    double gsd,
    Optional<LocalDate> date,
    OptionalInt noData,
    Geometry footprint,
    String fingerprint,
    boolean synthetic) {
  /** The year it was taken, where that is known. */
  public OptionalInt year() {
    return date.map(d -> OptionalInt.of(d.getYear())).orElseGet(OptionalInt::empty);
  }

  /** What a map remembers of it. */
  public ImagerySource source() {
    return new ImagerySource(id, date, synthetic);
  }
}
