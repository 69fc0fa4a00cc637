package org.coverscape.service.grpc;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferInputTensor;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.EncodedChip;

/**
 * The images of a {@code ModelInfer} request: the input named {@code images}, or the only one.
 *
 * <ul>
 *   <li>{@code BYTES [N]}: a PNG or JPEG file each, in {@code bytes_contents}, or raw with four
 *       bytes of little-endian length before each file;
 *   <li>{@code UINT8} or {@code FP32}, {@code [N,224,224,3]} or {@code [224,224,3]}: pixels, in
 *       {@code uint_contents} or {@code fp32_contents}, or raw.
 * </ul>
 */
final class InferInput {
  static final String FILES = "BYTES";

  private InferInput() {}

  /**
   * The images, in order, none of them decoded yet.
   *
   * @throws RequestFault when there are none, too many, or they come in no form named above
   */
  static List<ChipSource> of(ModelInferRequest request) throws RequestFault {
    checkContents(request);
    int index = index(request.getInputsList());
    InferInputTensor tensor = request.getInputs(index);
    Shape shape = Shape.of(tensor.getShapeList());
    if (request.getRawInputContentsCount() == 0) {
      return typed(tensor, shape);
    }
    return raw(tensor.getDatatype(), shape, request.getRawInputContents(index));
  }

  /** The protocol forbids typed contents beside raw ones, and wants one raw part for each input. */
  private static void checkContents(ModelInferRequest request) throws RequestFault {
    int raw = request.getRawInputContentsCount();
    if (raw == 0) {
      return;
    }
    if (request.getInputsList().stream().anyMatch(InferInputTensor::hasContents)) {
      throw new RequestFault(
          "The request has both contents and raw_input_contents; send one of them.");
    }
    if (raw != request.getInputsCount()) {
      throw new RequestFault(
          "The request has "
              + request.getInputsCount()
              + " inputs but "
              + raw
              + " raw_input_contents; send one for each.");
    }
  }

  private static int index(List<InferInputTensor> inputs) throws RequestFault {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).getName().equals(ImagesInput.NAME)) {
        return i;
      }
    }
    if (inputs.size() == 1) {
      return 0;
    }
    throw new RequestFault("The request has no input named images; put the images there.");
  }

  private static List<ChipSource> typed(InferInputTensor tensor, Shape shape) throws RequestFault {
    InferTensorContents contents = tensor.getContents();
    return switch (tensor.getDatatype()) {
      case FILES -> files(contents.getBytesContentsList(), shape);
      case "UINT8" ->
          PixelTensor.numbers(
              shape, contents.getUintContentsCount(), 1, i -> contents.getUintContents(i));
      case "FP32" ->
          PixelTensor.numbers(
              shape, contents.getFp32ContentsCount(), 4, i -> contents.getFp32Contents(i));
      default -> throw unknown(tensor.getDatatype());
    };
  }

  private static List<ChipSource> raw(String type, Shape shape, ByteString content)
      throws RequestFault {
    return switch (type) {
      case FILES -> files(parts(content), shape);
      case "UINT8" -> PixelTensor.bytes(shape, content);
      case "FP32" -> PixelTensor.floats(shape, content);
      default -> throw unknown(type);
    };
  }

  private static RequestFault unknown(String type) {
    return new RequestFault(
        "The images are of type '"
            + type
            + "'; send BYTES with PNG or JPEG files, or UINT8 or FP32 pixels.");
  }

  private static List<ChipSource> files(List<ByteString> files, Shape shape) throws RequestFault {
    ImagesInput.checkCount(files.size());
    if (shape.elements() != files.size()) {
      throw new RequestFault(
          "The shape "
              + shape
              + " does not fit the "
              + files.size()
              + " images that came; give the shape [N] for N images.");
    }
    List<ChipSource> chips = new ArrayList<>(files.size());
    files.forEach(file -> chips.add(new EncodedChip(file)));
    return chips;
  }

  private static List<ByteString> parts(ByteString content) throws RequestFault {
    List<ByteString> parts = new ArrayList<>();
    ByteBuffer lengths = content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at < content.size()) {
      int room = content.size() - at - Integer.BYTES;
      int length = room < 0 ? -1 : lengths.getInt(at);
      if (length < 0 || length > room || parts.size() == ImagesInput.MAX_IMAGES) {
        throw new RequestFault(
            "The raw images are cut off or too many; put the length of each of at most "
                + ImagesInput.MAX_IMAGES
                + " before it, in four bytes, lowest first.");
      }
      at += Integer.BYTES;
      parts.add(content.substring(at, at + length));
      at += length;
    }
    return parts;
  }
}
