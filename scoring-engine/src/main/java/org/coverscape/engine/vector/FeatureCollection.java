package org.coverscape.engine.vector;

import java.util.List;
import org.coverscape.engine.region.Crs;

/**
 * The features of a file or of a layer in one.
 *
 * @param crs what their coordinates mean
 * @param features the features, in the file's order
 */
public record FeatureCollection(Crs crs, List<Feature> features) {
  /** Takes a copy of the list. */
  public FeatureCollection {
    features = List.copyOf(features);
  }
}
