package org.coverscape.service.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a network wants done to 8-bit pixels before it sees them: {@code (pixel × scale − mean) ÷
 * std} for each channel, then perhaps blue first.
 *
 * @param scale not zero
 * @param mean of red, green and blue, in that order even where blue is sent first
 * @param std of red, green and blue, none zero
 * @param blueFirst whether channels are sent as blue, green, red
 */
record PixelScaling(float scale, List<Float> mean, List<Float> std, boolean blueFirst) {
  private static final PixelScaling NONE =
      new PixelScaling(1, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f), false);

  /**
   * By the names that people know them by. {@code resnet50} is the one of Keras and of Project
   * Brainwave; {@code imagenet} that of torchvision; {@code unit} is 0 to 1, {@code symmetric} −1
   * to 1.
   */
  private static final Map<String, PixelScaling> NAMED =
      Map.of(
          "none", NONE,
          "unit", new PixelScaling(1 / 255f, NONE.mean, NONE.std, false),
          "symmetric",
              new PixelScaling(1 / 127.5f, List.of(1f, 1f, 1f), List.of(1f, 1f, 1f), false),
          "imagenet",
              new PixelScaling(
                  1 / 255f,
                  List.of(0.485f, 0.456f, 0.406f),
                  List.of(0.229f, 0.224f, 0.225f),
                  false),
          "resnet50", new PixelScaling(1, List.of(123.68f, 116.779f, 103.939f), NONE.std, true));

  /** Checks that there is a number for each channel. */
  PixelScaling {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != 3 || !mean.stream().allMatch(Float::isFinite)) {
      throw new IllegalArgumentException("mean takes three numbers, for red, green and blue.");
    }
    if (std.size() != 3 || !std.stream().allMatch(v -> Float.isFinite(v) && v != 0)) {
      throw new IllegalArgumentException(
          "std takes three numbers that are not 0, for red, green and blue.");
    }
    if (!Float.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException("scale takes a number that is not 0.");
    }
  }

  /** Pixels as they are, 0 to 255, red first. */
  static PixelScaling none() {
    return NONE;
  }

  /** A scaling by its name, in any case; empty where there is none of that name. */
  static Optional<PixelScaling> named(String name) {
    return Optional.ofNullable(NAMED.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether numbers stay what they are; the order of channels may change. */
  boolean keepsValues() {
    return scale == 1 && mean.equals(NONE.mean) && std.equals(NONE.std);
  }

  /** The channel, 0 red to 2 blue, that is sent at a place. */
  int channel(int place) {
    return blueFirst ? 2 - place : place;
  }

  /** What is sent for each value of a pixel, 0 to 255, of a channel. */
  float[] values(int channel) {
    float[] values = new float[256];
    for (int pixel = 0; pixel < values.length; pixel++) {
      values[pixel] = (pixel * scale - mean.get(channel)) / std.get(channel);
    }
    return values;
  }
}
