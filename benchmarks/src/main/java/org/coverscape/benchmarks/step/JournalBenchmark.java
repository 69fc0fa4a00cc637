package org.coverscape.benchmarks.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobJournal;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Appends 10,000 answers to a journal and waits until they are committed; per answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JournalBenchmark {
  private static final int ROWS = 10_000;
  private static final int ACROSS = 32;

  private final ClassScores scores = ClassScores.of(0.1f, 0.5f, 0.1f, 0.1f, 0.1f, 0.05f);
  private @Nullable Path folder;
  private @Nullable JobJournal journal;
  private int next;

  /** A new journal for each iteration. */
  @Setup(Level.Iteration)
  public void open() throws IOException {
    Path made = Files.createTempDirectory("coverscape-journal");
    folder = made;
    next = 0;
    journal =
        JobJournal.create(
            made.resolve("job.sqlite"),
            new JobHeader(
                Region.ofDegrees(-112, 33, -111, 34),
                Chips.GRID,
                "benchmark",
                List.of(),
                OptionalInt.empty(),
                false,
                "benchmark",
                Instant.EPOCH));
  }

  /** Removes it. */
  @TearDown(Level.Iteration)
  public void close() throws IOException {
    if (journal != null && folder != null) {
      journal.close();
      Files.delete(folder.resolve("job.sqlite"));
      Files.delete(folder);
    }
  }

  /** Rows come in the order of a swath. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void append() throws InterruptedException {
    if (journal == null) {
      throw new IllegalStateException("the journal is not open");
    }
    for (int i = 0; i < ROWS; i++, next++) {
      journal.append(
          new ChipOutcome.Scored(
              Chips.GRID.index(-(next / ACROSS), next % ACROSS),
              List.of("m_3311201_ne_12_1_20150101"),
              scores,
              "localhost:8500"));
    }
    journal.flush();
  }
}
