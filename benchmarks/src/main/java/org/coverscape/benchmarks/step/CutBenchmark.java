package org.coverscape.benchmarks.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Cuts 16 × 16 chips out of an image whose blocks cost nothing to unpack; per chip. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CutBenchmark {
  private static final int ACROSS = 16;
  private static final int SIZE = ACROSS * ChipGrid.CHIP_PIXELS;
  private static final double WEST = 2016 * 224;
  private static final double NORTH = 16_000 * 224;

  private final Geometry ground =
      new GeometryFactory().toGeometry(new Envelope(WEST, WEST + SIZE, NORTH - SIZE, NORTH));
  private final RegionCover cover =
      RegionCover.of(new Region(ground, Chips.GRID.crs()), Chips.GRID);
  private final ImageryTile tile =
      new ImageryTile(
          "synthetic",
          ImageLocation.of(Path.of("synthetic.tif")),
          Chips.GRID.crs(),
          PixelGrid.northUp(WEST, NORTH, 1, 1),
          SIZE,
          SIZE,
          3,
          1,
          Optional.empty(),
          OptionalInt.of(0),
          new Region(ground, Chips.GRID.crs()).in(Crs.WGS84).geometry(),
          "synthetic",
          true);
  private final MemoryReader reader = new MemoryReader(SIZE);

  /** The image lies on the grid. */
  @Benchmark
  @OperationsPerInvocation(ACROSS * ACROSS)
  public void copied(Blackhole sink) throws InterruptedException {
    ChipCutter.ChipSink chips =
        new ChipCutter.ChipSink() {
          @Override
          public void chip(Chip chip) {
            sink.consume(chip);
          }

          @Override
          public void unscored(ChipOutcome.Unscored outcome) {
            throw new IllegalStateException(outcome.toString());
          }
        };
    try (ChipCutter cutter = new ChipCutter(List.of(tile), Chips.GRID, opened -> reader)) {
      for (CoverBlock block : cover) {
        cutter.cut(block, chips);
      }
    }
  }
}
