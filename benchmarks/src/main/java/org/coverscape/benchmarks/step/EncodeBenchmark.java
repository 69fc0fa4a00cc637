package org.coverscape.benchmarks.step;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.inference.StoredPng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A chip to the bytes that a service is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncodeBenchmark {
  private final Chip chip = Chips.chip(0, 0);
  private final BufferedImage picture =
      new BufferedImage(ChipGrid.CHIP_PIXELS, ChipGrid.CHIP_PIXELS, BufferedImage.TYPE_3BYTE_BGR);

  /** What the engine sends: PNG without compression. */
  @Benchmark
  public byte[] storedPng() {
    return StoredPng.encode(chip);
  }

  /** The bytes of a raw tensor: a copy. */
  @Benchmark
  public byte[] raw() {
    return chip.rgb().clone();
  }

  /** JPEG by the Java runtime, at its own quality. */
  @Benchmark
  public byte[] jpeg() throws IOException {
    return written("jpeg");
  }

  /** Compressed PNG by the Java runtime. */
  @Benchmark
  public byte[] png() throws IOException {
    return written("png");
  }

  private byte[] written(String format) throws IOException {
    byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    byte[] rgb = chip.rgb();
    for (int i = 0; i < bgr.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(Chip.BYTES);
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }
}
