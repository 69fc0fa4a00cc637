package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * What an asset says of its bands.
 *
 * @param count their number; empty where nothing is said
 * @param type how their numbers are stored, such as {@code uint8}
 * @param noData the value of pixels without a picture, where it is one of a byte
 */
record AssetBands(OptionalInt count, Optional<String> type, OptionalInt noData) {
  /** Reads {@code bands} of STAC 1.1, or {@code raster:bands} and {@code eo:bands} before it. */
  static AssetBands of(JsonNode asset) {
    OptionalInt count = OptionalInt.empty();
    Optional<String> type = Members.text(asset, "data_type");
    OptionalInt noData = noData(asset);
    for (String list : List.of("bands", "raster:bands", "eo:bands")) {
      JsonNode bands = asset.path(list);
      if (bands.isArray() && !bands.isEmpty()) {
        count = count.isPresent() ? count : OptionalInt.of(bands.size());
        type = type.or(() -> first(bands, "data_type"));
        noData = noData.isPresent() ? noData : noData(bands.path(0));
      }
    }
    return new AssetBands(count, type, noData);
  }

  private static Optional<String> first(JsonNode bands, String name) {
    return StreamSupport.stream(bands.spliterator(), false)
        .flatMap(band -> Members.text(band, name).stream())
        .findFirst();
  }

  private static OptionalInt noData(JsonNode object) {
    OptionalInt value = Members.whole(object, "nodata");
    return value.isPresent() && value.getAsInt() >= 0 && value.getAsInt() <= 255
        ? value
        : OptionalInt.empty();
  }

  /** Why such bands cannot be scored; empty where they can, as far as is said. */
  Optional<String> refusal() {
    if (count.isPresent() && count.getAsInt() != 3 && count.getAsInt() != 4) {
      return Optional.of(
          count.getAsInt() == 1
              ? "Its files hold one band each; Coverscape scores red, green and blue of one file."
              : "It has "
                  + count.getAsInt()
                  + " bands; Coverscape scores imagery of 3 or 4 bands.");
    }
    return type.filter(t -> !t.equals("uint8"))
        .map(
            t ->
                "Its bands are stored as "
                    + (t.length() > 20 ? t.substring(0, 20) : t)
                    + "; Coverscape scores 8-bit red, green, blue imagery.");
  }
}
