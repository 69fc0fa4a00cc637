package org.coverscape.engine.stac;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;

/**
 * What an Item says that leaves open where its pixels lie.
 *
 * @param location its image
 * @param date when that was taken
 * @param noData the value of pixels without a picture
 * @param fingerprint tells one state of the image from another, the same between searches
 * @param synthetic whether it was painted by code
 */
record UnplacedItem(
    ImageLocation location,
    Optional<LocalDate> date,
    OptionalInt noData,
    String fingerprint,
    boolean synthetic) {
  /** The image, as its own header places it; what the Item says comes first. */
  ImageryTile placed(ImageryTile header) {
    return new ImageryTile(
        header.id(),
        location,
        header.crs(),
        header.grid(),
        header.width(),
        header.height(),
        header.bands(),
        header.gsd(),
        date.or(header::date),
        noData.isPresent() ? noData : header.noData(),
        header.footprint(),
        fingerprint,
        synthetic || header.synthetic());
  }
}
