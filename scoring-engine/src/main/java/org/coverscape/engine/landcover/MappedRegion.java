package org.coverscape.engine.landcover;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.region.Region;

/**
 * A job's result: everything that reports and exporters need, and nothing of how it came about.
 *
 * @param region the region in the grid's coordinates
 * @param grid the grid of cells
 * @param map the answers
 * @param imagerySets the sets of image ids the cells were cut from; the map holds each cell's place
 *     in this list, the first is the empty set
 * @param sources every image that was used
 * @param model what answered, such as {@code coverscape-landcover:1}
 */
public record MappedRegion(
    Region region,
    ChipGrid grid,
    LandCoverMap map,
    List<List<String>> imagerySets,
    List<ImagerySource> sources,
    String model) {
  /** Checks that region and grid share a coordinate system. */
  public MappedRegion {
    if (!region.crs().sameGround(grid.crs())) {
      throw new IllegalArgumentException("The region must be in the grid's coordinates.");
    }
    imagerySets = imagerySets.stream().map(List::copyOf).toList();
    sources = List.copyOf(sources);
  }

  /** The cells of the region. */
  public RegionCover cover() {
    return RegionCover.ofGround(region.geometry(), grid);
  }

  /** The images of one cell. */
  public List<ImagerySource> imagery(int row, int col) {
    Set<String> ids =
        imagerySets.get(map.imagerySet(row, col)).stream().collect(Collectors.toSet());
    return sources.stream().filter(source -> ids.contains(source.id())).toList();
  }

  /** Whether any of the imagery was painted by code. */
  public boolean synthetic() {
    return sources.stream().anyMatch(ImagerySource::synthetic);
  }
}
