package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.coverscape.proto.inference.ModelMetadataResponse.TensorMetadata;

/**
 * Fills what the configuration of an input leaves open with what a server tells of its model.
 *
 * <p>AMD's server breaks on raw contents and gives tensors no names: who calls itself so, or names
 * nothing, is sent typed contents.
 */
final class V2Discovery {
  private static final String NAME = "images";

  private final ServiceSpec spec;
  private final InputSpec input;

  V2Discovery(ServiceSpec spec) {
    this.spec = spec;
    this.input = spec.input();
  }

  /** Whether the model need not be asked about: chips can be sent as configured. */
  boolean isComplete() {
    return switch (input.encoding()) {
      case AUTO -> false;
      case PNG, JPEG -> true;
      case TENSOR -> input.dtype().isPresent();
    };
  }

  /**
   * The input of calls.
   *
   * @param model what the server told; empty where it does not tell
   * @param server what the server calls itself; empty where it does not tell
   * @throws ServiceFault when the model takes nothing that could be sent
   */
  V2Input input(ModelMetadataResponse model, String server) {
    TensorMetadata told = chosen(model.getInputsList());
    Encoding encoding = encoding(told.getDatatype());
    boolean tensor = encoding == Encoding.TENSOR;
    boolean sameForm = tensor != told.getDatatype().equals("BYTES");
    InputShape shape = Shapes.told(spec, tensor, sameForm ? told.getShapeList() : List.of());
    return new V2Input(
        name(told),
        encoding,
        tensor ? dtype(told.getDatatype()) : Dtype.UINT8,
        input.contents().orElseGet(() -> contents(model, told, server)),
        shape,
        new Pixels(shape.layout(), input.preprocessing()));
  }

  private TensorMetadata chosen(List<TensorMetadata> inputs) {
    Optional<TensorMetadata> named =
        inputs.stream().filter(tensor -> tensor.getName().equals(input.name())).findFirst();
    if (named.isPresent()) {
      return named.get();
    }
    if (inputs.size() > 1 && input.name().isEmpty()) {
      throw fault(
          " takes "
              + inputs.size()
              + " inputs ("
              + Told.names(inputs.stream().map(TensorMetadata::getName).toList())
              + "); name the one for the image (input name).");
    }
    return inputs.size() == 1 ? inputs.get(0) : TensorMetadata.getDefaultInstance();
  }

  private String name(TensorMetadata told) {
    if (!input.name().isEmpty()) {
      return input.name();
    }
    return told.getName().isEmpty() ? NAME : told.getName();
  }

  private Encoding encoding(String datatype) {
    if (input.encoding() != Encoding.AUTO) {
      return input.encoding();
    }
    boolean numbers = !datatype.isEmpty() && !datatype.equals("BYTES");
    return numbers || input.wantsPixels() ? Encoding.TENSOR : Encoding.PNG;
  }

  private Dtype dtype(String datatype) {
    if (input.dtype().isPresent()) {
      return input.dtype().get();
    }
    return switch (datatype) {
      case "FP32", "", "BYTES" -> Dtype.FP32;
      case "UINT8" -> unprepared();
      default ->
          throw fault(
              " takes numbers of the type "
                  + Told.words(datatype)
                  + "; set dtype to uint8 or fp32.");
    };
  }

  private Dtype unprepared() {
    if (!input.preprocessing().keepsValues()) {
      throw fault(" takes bytes, which mean, std and scale would make fractions; leave them out.");
    }
    return Dtype.UINT8;
  }

  private static Contents contents(
      ModelMetadataResponse model, TensorMetadata told, String server) {
    String name = server.toLowerCase(Locale.ROOT);
    boolean amd = name.startsWith("amd") || name.startsWith("proteus");
    boolean nameless = model.getInputsCount() > 0 && told.getName().isEmpty();
    return amd || nameless ? Contents.TYPED : Contents.RAW;
  }

  private ServiceFault fault(String what) {
    return new ServiceFault(ServiceFault.Kind.PERMANENT, "The model at " + spec.endpoint() + what);
  }
}
