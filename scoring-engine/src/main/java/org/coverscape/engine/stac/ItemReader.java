package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.PixelFrame;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.engine.vector.GeoJson;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * Makes tiles of STAC Items (versions 0.9 to 1.1) without opening their images. Stateless.
 *
 * <p>The ground sample distance and the outline are those of the pixels, as if the file had been
 * read; what an Item says of its bands is taken on trust.
 */
final class ItemReader {
  /** NoData where an Item names none, as for files. */
  private static final int BLACK = 0;

  /** What an Item that says nothing of its bands is taken for. */
  private static final int COLOURS = 3;

  private ItemReader() {}

  /**
   * The tile of an Item, or one plain sentence why it gives none.
   *
   * @param item anything that JSON can say
   * @param document where it was read; relative addresses are those of this place
   */
  static IndexOutcome read(JsonNode item, ImageLocation document) {
    ImageLocation self = self(item, document);
    try {
      return new IndexOutcome.Indexed(tile(item, document));
    } catch (StacException | FeatureException e) {
      return new IndexOutcome.Refused(self, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new IndexOutcome.Refused(
          self, "Its entry places it outside of its coordinate system; the entry is wrong.");
    }
  }

  /** The Item, where it has an image and says everything but where its pixels lie. */
  static Optional<UnplacedItem> unplaced(JsonNode item, ImageLocation document) {
    try {
      checkItem(item);
      ItemFrame.of(ImageAsset.of(item).node(), item.path("properties"));
      return Optional.empty();
    } catch (StacException e) {
      return e.isUnplaced() ? unplacedOf(item, document) : Optional.empty();
    }
  }

  private static Optional<UnplacedItem> unplacedOf(JsonNode item, ImageLocation document) {
    JsonNode properties = item.path("properties");
    try {
      ImageAsset asset = ImageAsset.of(item);
      return Hrefs.image(asset.node(), properties, document)
          .map(
              location ->
                  new UnplacedItem(
                      location,
                      ItemDate.of(properties, id(location)),
                      asset.bands().noData(),
                      ItemFingerprint.of(item, asset.node(), location),
                      isSynthetic(properties)));
    } catch (StacException e) {
      return Optional.empty();
    }
  }

  private static ImageLocation self(JsonNode item, ImageLocation document) {
    for (JsonNode link : Members.list(item, "links")) {
      if (Members.text(link, "rel").filter("self"::equalsIgnoreCase).isPresent()) {
        return Members.text(link, "href")
            .flatMap(href -> Hrefs.resolve(href, document))
            .orElse(document);
      }
    }
    return document;
  }

  private static ImageryTile tile(JsonNode item, ImageLocation document) throws StacException {
    checkItem(item);
    JsonNode properties = item.path("properties");
    ImageAsset asset = ImageAsset.of(item);
    ImageLocation location =
        Hrefs.image(asset.node(), properties, document)
            .orElseThrow(
                () ->
                    new StacException(
                        "Its image has no address that can be reached; https and s3 can."));
    PixelFrame frame = ItemFrame.of(asset.node(), properties);
    Geometry footprint = frame.footprint();
    checkPlace(item, footprint);
    String id = id(location);
    return new ImageryTile(
        id,
        location,
        frame.crs(),
        frame.grid(),
        frame.width(),
        frame.height(),
        asset.bands().count().orElse(COLOURS),
        frame.gsd(),
        ItemDate.of(properties, id),
        OptionalInt.of(asset.bands().noData().orElse(BLACK)),
        footprint,
        ItemFingerprint.of(item, asset.node(), location),
        isSynthetic(properties));
  }

  private static void checkItem(JsonNode item) throws StacException {
    if (!Members.text(item, "type").filter("Feature"::equals).isPresent()
        || !item.path("properties").isObject()
        || !item.path("assets").isObject()) {
      throw new StacException("It is no STAC Item; properties or assets are missing.");
    }
  }

  /** The outline is not used, but an entry that contradicts itself is not to be trusted. */
  private static void checkPlace(JsonNode item, Geometry footprint) throws StacException {
    JsonNode outline = item.path("geometry");
    if (outline.isMissingNode() || outline.isNull()) {
      return;
    }
    Geometry said = GeoJson.read(outline.toString()).features().get(0).geometry();
    if (!(said instanceof Polygonal) || said.isEmpty()) {
      throw new StacException("Its outline is not a polygon; the entry is wrong.");
    }
    Envelope there = said.getEnvelopeInternal();
    Envelope here = footprint.getEnvelopeInternal();
    boolean acrossTheDateLine = there.getWidth() > 180 || here.getWidth() > 180;
    if (!acrossTheDateLine && !there.intersects(here)) {
      throw new StacException("Its outline and its pixels lie apart; the entry is wrong.");
    }
  }

  private static String id(ImageLocation location) {
    String name = location.name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static boolean isSynthetic(JsonNode properties) {
    return Members.text(properties, "description")
        .filter(text -> text.toLowerCase(Locale.ROOT).contains("synthetic"))
        .isPresent();
  }
}
