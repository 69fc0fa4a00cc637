package org.coverscape.benchmarks.step;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.training.DenseTrainer;
import org.coverscape.engine.training.FeatureRows;
import org.coverscape.engine.training.Preset;
import org.coverscape.engine.training.TrainedLayer;
import org.coverscape.engine.training.TrainingData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Trains the head of 2018 on as many chips as it had, ten epochs; per chip and epoch. Features are
 * noise in memory: 128 as the bundled network has, 2,048 as a ResNet-50.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
public class TrainBenchmark {
  private static final int CHIPS = 44_000;
  private static final int EPOCHS = 10;
  private static final int CLASSES = 6;

  /** Features of a chip. */
  @Param({"128", "2048"})
  public int width;

  private TrainingData chips = none();

  private static TrainingData none() {
    return new TrainingData(FeatureRows.of(new float[0][0]), new int[0], CLASSES);
  }

  /** Makes the features. */
  @Setup
  public void fill() {
    Random random = new Random(1);
    float[][] rows = new float[CHIPS][width];
    int[] targets = new int[CHIPS];
    for (int chip = 0; chip < CHIPS; chip++) {
      targets[chip] = chip % CLASSES;
      for (int f = 0; f < width; f++) {
        rows[chip][f] = random.nextFloat();
      }
    }
    chips = new TrainingData(FeatureRows.of(rows), targets, CLASSES);
  }

  /** Without a validation, which would count too. */
  @Benchmark
  @OperationsPerInvocation(CHIPS * EPOCHS)
  public TrainedLayer train() throws InterruptedException {
    return new DenseTrainer(Preset.Y2018, 1).train(chips, none(), epoch -> {});
  }
}
