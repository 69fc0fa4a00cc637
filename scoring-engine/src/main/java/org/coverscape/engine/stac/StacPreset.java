package org.coverscape.engine.stac;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Public catalogues of NAIP that have a name here. */
public enum StacPreset {
  /** Microsoft's Planetary Computer: COGs on Azure, signed when they are read. */
  PLANETARY_COMPUTER(
      "planetary-computer", URI.create("https://planetarycomputer.microsoft.com/api/stac/v1")),
  /** Element 84's Earth Search: images on S3, where the reader pays for the transfer. */
  EARTH_SEARCH("earth-search", URI.create("https://earth-search.aws.element84.com/v1"));

  private final String label;
  private final URI root;

  StacPreset(String label, URI root) {
    this.label = label;
    this.root = root;
  }

  /** What a person calls it. */
  public String label() {
    return label;
  }

  /** Its landing page. */
  public URI root() {
    return root;
  }

  /** The collections that are searched. */
  public List<String> collections() {
    return List.of("naip");
  }

  /** The one with a label. */
  static Optional<StacPreset> find(String label) {
    return Arrays.stream(values()).filter(p -> p.label.equalsIgnoreCase(label)).findFirst();
  }
}
