package org.coverscape.engine.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * Everything a project file holds. Immutable; lists and maps keep their order.
 *
 * @param name what the user calls it
 * @param regions the regions
 * @param jobs the jobs
 * @param imagery files and folders of imagery
 * @param found images that were found elsewhere, in catalogues and on the web, as they were then
 * @param layers the layers of the map, the lowest first
 * @param colours the colours of classes that differ from the usual, such as {@code #a0522d}
 * @param view what the map shows; empty for all of the regions
 * @param services addresses of scoring services; empty for the bundled one
 * @param settings anything else, by name
 */
public record Project(
    String name,
    List<ProjectRegion> regions,
    List<ProjectJob> jobs,
    List<Path> imagery,
    List<ImageryTile> found,
    List<ProjectLayer> layers,
    Map<LandCoverClass, String> colours,
    Optional<ProjectView> view,
    List<String> services,
    Map<String, String> settings) {
  /** Takes copies of lists and maps. */
  public Project {
    regions = List.copyOf(regions);
    jobs = List.copyOf(jobs);
    imagery = List.copyOf(imagery);
    found = List.copyOf(found);
    layers = List.copyOf(layers);
    colours = Collections.unmodifiableMap(new LinkedHashMap<>(colours));
    services = List.copyOf(services);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The same with another view. */
  public Project withView(ProjectView shown) {
    return new Project(
        name,
        regions,
        jobs,
        imagery,
        found,
        layers,
        colours,
        Optional.of(shown),
        services,
        settings);
  }

  /** A project with nothing in it yet. */
  public static Project empty(String name) {
    return new Project(
        name,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Map.of());
  }
}
