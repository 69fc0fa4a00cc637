package org.coverscape.map;

/** What the layers of a map say about memory. Stateless. */
public final class MapMemory {
  /** What people are told when a layer has let its pictures go for want of memory. */
  public static final String FULL =
      "There is not enough memory for the map; close other programs or zoom in.";

  private MapMemory() {}
}
