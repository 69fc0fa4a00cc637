package org.coverscape.app.model;

import java.net.URI;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.stac.StacPreset;
import org.coverscape.engine.stac.StacSource;

/** Where imagery that is not among the user's files can be looked for. */
public enum SearchPlace {
  /** Microsoft's catalogue. */
  PLANETARY_COMPUTER(
      "Planetary Computer", "", "NAIP of all years, read directly. No account needed."),
  /** Element 84's catalogue. */
  EARTH_SEARCH(
      "Earth Search",
      "",
      "Readers of these images pay for the transfer: they are found, and read only with access of"
          + " your own."),
  /** Any other catalogue of the web. */
  CATALOGUE(
      "Another catalogue",
      "https://…, the address of a STAC catalogue",
      "An API, one of its collections, or a catalog.json."),
  /** A folder of Items. */
  FOLDER("A folder of STAC Items", "A folder, or a file of Items", "Items on this computer."),
  /** One image by its address. */
  IMAGE(
      "The address of an image",
      "https://…, the address of a GeoTIFF or MRF",
      "Cloud-optimized ones are read piece by piece.");

  private final String title;
  private final String prompt;
  private final String hint;

  SearchPlace(String title, String prompt, String hint) {
    this.title = title;
    this.prompt = prompt;
    this.hint = hint;
  }

  /** What a person calls it. */
  public String title() {
    return title;
  }

  /** What a person has to type; empty where that is nothing. */
  public String prompt() {
    return prompt;
  }

  /** One sentence about it. */
  public String hint() {
    return hint;
  }

  /** Whether it is searched for a region, and not one image. */
  public boolean isCatalogue() {
    return this != IMAGE;
  }

  /**
   * The catalogue that is meant; may ask the disk.
   *
   * @param typed what was typed
   * @throws IllegalArgumentException with one sentence when it is none
   */
  StacSource source(String typed) {
    return switch (this) {
      case PLANETARY_COMPUTER -> StacSource.parse(StacPreset.PLANETARY_COMPUTER.label());
      case EARTH_SEARCH -> StacSource.parse(StacPreset.EARTH_SEARCH.label());
      default -> StacSource.parse(given(typed));
    };
  }

  private String given(String typed) {
    if (typed.isBlank()) {
      throw new IllegalArgumentException(
          this == FOLDER
              ? "Choose the folder of the Items first, or type its name."
              : "Type the address first; it begins with https://.");
    }
    return typed;
  }

  /**
   * The image that an address means.
   *
   * @throws IllegalArgumentException with one sentence when it is no address of the web
   */
  static ImageLocation image(String typed) {
    String address = IMAGE.given(typed).strip();
    try {
      ImageLocation location = ImageLocation.parse(address);
      if (location instanceof ImageLocation.OfWeb web && hasHost(web.uri())) {
        return location;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(noAddress(address), e);
    }
    throw new IllegalArgumentException(noAddress(address));
  }

  private static boolean hasHost(URI uri) {
    return uri.getHost() != null;
  }

  private static String noAddress(String typed) {
    return "'" + typed + "' is no address of an image; it begins with https:// and names a file.";
  }
}
