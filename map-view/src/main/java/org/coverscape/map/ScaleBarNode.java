package org.coverscape.map;

import javafx.scene.layout.Region;

/** A scale bar that follows a map, to be laid over one of its corners. */
public final class ScaleBarNode extends Region {
  /** The scale bar of a map. */
  public ScaleBarNode(MapPane map) {
    map.viewportProperty().addListener((property, before, now) -> requestLayout());
  }
}
