package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The asset of an Item that is its image.
 *
 * @param key its key among the assets
 * @param node the asset
 * @param bands what it says of its bands
 */
record ImageAsset(String key, JsonNode node, AssetBands bands) {
  private static final Set<String> NO_IMAGERY =
      Set.of("thumbnail", "overview", "metadata", "tiles", "cloud", "data-mask", "saturation");

  /**
   * Chooses among the assets: GeoTIFFs and MRFs that are not for looks or masks, those with
   * suitable bands first, then those of the role {@code data}, of the key {@code image}, of red,
   * green and blue ({@code visual}), and cloud-optimized ones.
   *
   * @throws StacException when none of them is an image that can be scored
   */
  static ImageAsset of(JsonNode item) throws StacException {
    List<ImageAsset> images = new ArrayList<>();
    for (Map.Entry<String, JsonNode> asset : item.path("assets").properties()) {
      if (isImage(asset.getValue())) {
        images.add(
            new ImageAsset(asset.getKey(), asset.getValue(), AssetBands.of(asset.getValue())));
      }
    }
    ImageAsset best =
        images.stream()
            .max(Comparator.comparingInt(ImageAsset::rank))
            .orElseThrow(
                () -> new StacException("Its entry names no GeoTIFF or MRF; there is no image."));
    String refusal = best.bands.refusal().orElse("");
    if (!refusal.isEmpty()) {
      throw new StacException(refusal);
    }
    return best;
  }

  private static boolean isImage(JsonNode asset) {
    String href = Members.text(asset, "href").orElse("").toLowerCase(Locale.ROOT);
    String path = href.split("[?#]", 2)[0];
    String type = type(asset);
    boolean raster =
        type.startsWith("image/tiff")
            || type.startsWith("image/vnd.stac.geotiff")
            || type.contains("mrf")
            || (type.isEmpty() || type.equals("application/octet-stream"))
                && path.matches(".*\\.(tiff?|mrf)");
    return raster
        && !href.isEmpty()
        && Members.texts(asset, "roles").stream().noneMatch(NO_IMAGERY::contains);
  }

  private static String type(JsonNode asset) {
    return Members.text(asset, "type").orElse("").toLowerCase(Locale.ROOT);
  }

  private int rank() {
    List<String> roles = Members.texts(node, "roles");
    String name = key.toLowerCase(Locale.ROOT);
    return (bands.refusal().isEmpty() ? 32 : 0)
        + (bands.count().isPresent() ? 16 : 0)
        + (name.equals("image") ? 8 : 0)
        + (roles.contains("data") ? 4 : 0)
        + (roles.contains("visual") || name.equals("visual") ? 2 : 0)
        + (type(node).contains("cloud-optimized") ? 1 : 0);
  }
}
