package org.coverscape.benchmarks.step;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.coverscape.engine.imagery.block.BlockDecoder;
import org.coverscape.engine.imagery.block.BlockForm;
import org.coverscape.engine.imagery.block.BlockPart;
import org.coverscape.engine.imagery.block.JpegBlocks;
import org.coverscape.engine.imagery.block.PackedBlocks;
import org.coverscape.engine.imagery.block.PixelTarget;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One stored tile of 512 × 512 pixels, 5.2 chips, to red, green and blue. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  private static final int SIZE = 512;
  private static final int BANDS = 4;
  private static final BlockPart ALL = new BlockPart(0, 0, SIZE, SIZE);

  private final byte[] pixels = SyntheticGround.pixels(SIZE, SIZE, BANDS);
  private final byte[] deflated = deflated(differences(pixels));
  private final byte[] jpeg = jpeg(SyntheticGround.pixels(SIZE, SIZE, 3));
  private final BlockDecoder plainDecoder = PackedBlocks.plain(new BlockForm(SIZE, BANDS, false));
  private final BlockDecoder deflateDecoder =
      PackedBlocks.deflate(new BlockForm(SIZE, BANDS, true));
  private final BlockDecoder jpegDecoder = new JpegBlocks(new byte[0], 3, true);
  private final byte[] rgb = new byte[SIZE * SIZE * 3];
  private final PixelTarget target = new PixelTarget(rgb, 0, SIZE * 3, 3);

  /** Four bands as they are. */
  @Benchmark
  public byte[] none() throws IOException {
    plainDecoder.decode(pixels, pixels.length, SIZE, ALL, target);
    return rgb;
  }

  /** Four bands, predictor 2. */
  @Benchmark
  public byte[] deflate() throws IOException {
    deflateDecoder.decode(deflated, deflated.length, SIZE, ALL, target);
    return rgb;
  }

  /** Three bands, YCbCr with half the resolution in colour. */
  @Benchmark
  public byte[] jpeg() throws IOException {
    jpegDecoder.decode(jpeg, jpeg.length, SIZE, ALL, target);
    return rgb;
  }

  private static byte[] differences(byte[] pixels) {
    byte[] differences = pixels.clone();
    int row = SIZE * BANDS;
    for (int i = 0; i < pixels.length; i++) {
      if (i % row >= BANDS) {
        differences[i] -= pixels[i - BANDS];
      }
    }
    return differences;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 1024];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] jpeg(byte[] rgb) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIZE * SIZE; i++) {
      int colour = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
      image.setRGB(i % SIZE, i / SIZE, colour);
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
