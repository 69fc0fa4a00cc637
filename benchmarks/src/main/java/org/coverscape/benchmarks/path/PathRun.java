package org.coverscape.benchmarks.path;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.coverscape.engine.about.ProgramVersion;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.engine.inference.grpc.GrpcSettings;
import org.coverscape.engine.scoring.ScoringJob;
import org.coverscape.engine.scoring.ScoringListener;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.scoring.ScoringSummary;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobImage;
import org.coverscape.engine.store.JobJournal;

/** Scores tiles as a program does, with services, journal and job, and says what it cost. */
final class PathRun {
  private final List<ServiceEndpoint> services;
  private final HeapPeak heap;
  private int window;

  PathRun(List<ServiceEndpoint> services, HeapPeak heap) {
    this.services = services;
    this.heap = heap;
  }

  PathResult over(TileFolder folder) throws IOException, InterruptedException, ExecutionException {
    Path journal = Files.createTempDirectory("coverscape-path").resolve("job.sqlite");
    heap.reset();
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    ScoringSummary summary = score(folder.plan(), journal);
    double wall = (System.nanoTime() - start) / 1e9;
    PathResult result =
        new PathResult(
            folder.tiles().size(), summary, cpuSeconds() - cpu, wall, heap.bytes(), window);
    Files.deleteIfExists(journal);
    Files.delete(journal.getParent());
    return result;
  }

  private ScoringSummary score(ScoringPlan plan, Path file)
      throws InterruptedException, ExecutionException {
    try (ServicePool pool =
        new ServicePool(
            GrpcServices.open(services, GrpcSettings.defaults()), PoolSettings.defaults())) {
      String model = pool.connect();
      try (JobJournal journal = JobJournal.create(file, header(plan, model))) {
        ScoringJob job =
            new ScoringJob(plan, AnyImagery.local(), pool, journal, ScoringListener.NONE);
        job.start();
        ScoringSummary summary = job.completion().get();
        window = pool.stats().stream().mapToInt(ServiceStats::window).max().orElse(0);
        return summary;
      }
    }
  }

  private static JobHeader header(ScoringPlan plan, String model) {
    return new JobHeader(
        plan.region(),
        plan.grid(),
        model,
        plan.tiles().stream().map(JobImage::of).toList(),
        plan.year(),
        plan.anyGsd(),
        ProgramVersion.get(),
        Instant.now());
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
