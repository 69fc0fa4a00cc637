package org.coverscape.app.run;

import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.scoring.ScoringPlan;

/**
 * What is to be run.
 *
 * @param plan the region, its grid and its images
 * @param imagery opens the images
 * @param folder the job's folder; a journal that is there is gone on with
 * @param services who scores, one at least
 * @param focusX easting, in metres of EPSG:3857, of the ground that is to be scored first
 * @param focusY its northing
 */
public record RunRequest(
    ScoringPlan plan,
    RasterReader.Opener imagery,
    Path folder,
    List<ServiceSpec> services,
    double focusX,
    double focusY) {
  /** Takes a copy of the list. */
  public RunRequest {
    services = List.copyOf(services);
  }

  /** The job's journal. */
  public Path journal() {
    return JobLoader.journal(folder);
  }
}
