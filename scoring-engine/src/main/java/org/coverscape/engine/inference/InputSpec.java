package org.coverscape.engine.inference;

import java.util.List;
import java.util.Optional;

/**
 * How chips are handed to a model. What is empty or {@code AUTO} is found out by asking the
 * service, or takes the protocol's default.
 *
 * @param name of the input; empty for the service's only one, or {@code images}
 * @param encoding as an image file, or as pixels
 * @param dtype of pixels
 * @param layout of pixels; no service tells it
 * @param shape of the input, −1 where a size may vary; empty where it is not given
 * @param contents how numbers are packed into the message
 * @param preprocessing of pixels
 */
public record InputSpec(
    String name,
    Encoding encoding,
    Optional<Dtype> dtype,
    Optional<Layout> layout,
    List<Long> shape,
    Optional<Contents> contents,
    Preprocessing preprocessing) {
  /** What an image is sent as. */
  public enum Encoding {
    /** What the service asks for: pixels where it wants numbers, else {@link #PNG}. */
    AUTO,
    /** A PNG file, not compressed: lossless. */
    PNG,
    /** A JPEG file: small, for slow networks; answers may differ a little from those for PNG. */
    JPEG,
    /** Pixels. */
    TENSOR
  }

  /** The type of a pixel's numbers. */
  public enum Dtype {
    /** A byte, 0 to 255. */
    UINT8,
    /** A float of four bytes. */
    FP32
  }

  /** The order of a pixel tensor's dimensions. */
  public enum Layout {
    /** Rows, columns, channels. */
    NHWC,
    /** Channels, rows, columns. */
    NCHW
  }

  /** How numbers are packed. */
  public enum Contents {
    /** One by one, in the field of their type. */
    TYPED,
    /** As a block of bytes. */
    RAW
  }

  /** Checks what contradicts itself. */
  public InputSpec {
    shape = List.copyOf(shape);
    if (!shape.stream().allMatch(size -> size == -1 || size > 0)) {
      throw new IllegalArgumentException(
          "shape takes whole numbers above 0, and -1 where a size may vary.");
    }
    boolean file = encoding == Encoding.PNG || encoding == Encoding.JPEG;
    if (file && !preprocessing.equals(Preprocessing.none())) {
      throw new IllegalArgumentException(
          "mean, std, scale and order apply to tensors, not to image files; set encoding to"
              + " tensor.");
    }
    if (file && dtype.isPresent()) {
      throw new IllegalArgumentException(
          "dtype applies to tensors, not to image files; set encoding to tensor.");
    }
    if (dtype.equals(Optional.of(Dtype.UINT8)) && !preprocessing.keepsValues()) {
      throw new IllegalArgumentException(
          "mean, std and scale make fractions, which uint8 cannot hold; set dtype to fp32.");
    }
  }

  /** All left to the service and the defaults. */
  public static InputSpec open() {
    return new InputSpec(
        "",
        Encoding.AUTO,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Preprocessing.none());
  }

  /**
   * Whether pixels are asked for: by the encoding, or where it is left open by what applies to
   * pixels only.
   */
  public boolean wantsPixels() {
    return switch (encoding) {
      case TENSOR -> true;
      case PNG, JPEG -> false;
      case AUTO ->
          dtype.isPresent()
              || layout.isPresent()
              || !preprocessing.equals(Preprocessing.none())
              || shape.stream().skip(1).anyMatch(size -> size > 1);
    };
  }

  /** The same under another name. */
  public InputSpec withName(String other) {
    return new InputSpec(other, encoding, dtype, layout, shape, contents, preprocessing);
  }

  /** The same as image files of a kind, or as whatever the service asks for. */
  public InputSpec withEncoding(Encoding other) {
    return new InputSpec(name, other, dtype, layout, shape, contents, preprocessing);
  }

  /** The same as pixels. */
  public InputSpec withTensor(Dtype type, Layout order) {
    return new InputSpec(
        name,
        Encoding.TENSOR,
        Optional.of(type),
        Optional.of(order),
        shape,
        contents,
        preprocessing);
  }

  /** The same with a shape. */
  public InputSpec withShape(List<Long> sizes) {
    return new InputSpec(name, encoding, dtype, layout, sizes, contents, preprocessing);
  }

  /** The same, packed otherwise. */
  public InputSpec withContents(Contents packing) {
    return new InputSpec(name, encoding, dtype, layout, shape, Optional.of(packing), preprocessing);
  }

  /** The same with pixels prepared. */
  public InputSpec withPreprocessing(Preprocessing steps) {
    return new InputSpec(name, encoding, dtype, layout, shape, contents, steps);
  }
}
