package org.coverscape.engine.inference;

import java.util.List;

/**
 * What a network wants done to pixels before it sees them: {@code (pixel × scale − mean) ÷ std},
 * per channel, and then perhaps the channels the other way round.
 *
 * <p>ResNet-50 as Project Brainwave ran it: mean 123.68, 116.779, 103.939, order BGR.
 *
 * @param mean of red, green and blue, in that order whatever {@code order} says
 * @param std of red, green and blue, none zero
 * @param scale not zero
 * @param order in which the channels are sent
 */
public record Preprocessing(List<Float> mean, List<Float> std, float scale, Order order) {
  /** The order of the channels. */
  public enum Order {
    /** Red, green, blue. */
    RGB,
    /** Blue, green, red. */
    BGR
  }

  private static final List<Float> ZEROS = List.of(0f, 0f, 0f);
  private static final List<Float> ONES = List.of(1f, 1f, 1f);

  /** Checks that there is a number for each channel. */
  public Preprocessing {
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

  /** Nothing: 0 to 255 as they are, red first. */
  public static Preprocessing none() {
    return new Preprocessing(ZEROS, ONES, 1, Order.RGB);
  }

  /** The same with other means. */
  public Preprocessing withMean(List<Float> values) {
    return new Preprocessing(values, std, scale, order);
  }

  /** The same with other deviations. */
  public Preprocessing withStd(List<Float> values) {
    return new Preprocessing(mean, values, scale, order);
  }

  /** The same with another scale. */
  public Preprocessing withScale(float factor) {
    return new Preprocessing(mean, std, factor, order);
  }

  /** The same in another order. */
  public Preprocessing withOrder(Order other) {
    return new Preprocessing(mean, std, scale, other);
  }

  /** Whether the numbers stay what they are; the order may change. */
  public boolean keepsValues() {
    return mean.equals(ZEROS) && std.equals(ONES) && scale == 1;
  }

  /**
   * The number that is sent for a pixel.
   *
   * @param channel 0 red, 1 green, 2 blue
   * @param pixel 0 to 255
   */
  public float value(int channel, int pixel) {
    return (pixel * scale - mean.get(channel)) / std.get(channel);
  }
}
