package org.coverscape.service;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.proto.serving.PredictionServiceGrpc.PredictionServiceBlockingStub;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;

/** A plain client over a real loopback socket. */
public final class TestClient implements AutoCloseable {
  private final ManagedChannel channel;

  /** Talks to a port of this computer. */
  public TestClient(int port) {
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .maxInboundMessageSize(64 << 20)
            .build();
  }

  /** The channel, for other services. */
  public ManagedChannel channel() {
    return channel;
  }

  /** The prediction service, with a deadline that a sound server never meets. */
  public PredictionServiceBlockingStub stub() {
    return PredictionServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  /** A request for images in files. */
  public static PredictRequest images(List<byte[]> files) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDtype(DataType.DT_STRING).setTensorShape(shape(files.size()));
    files.forEach(file -> tensor.addStringVal(ByteString.copyFrom(file)));
    return request("images", tensor.build());
  }

  /** A request with one input. */
  public static PredictRequest request(String input, TensorProto tensor) {
    return PredictRequest.newBuilder().putInputs(input, tensor).build();
  }

  /** The same request to a model of some name. */
  public static PredictRequest named(PredictRequest request, String model) {
    return request.toBuilder().setModelSpec(ModelSpec.newBuilder().setName(model)).build();
  }

  /** A shape. */
  public static TensorShapeProto shape(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }

  /** The numbers a request is answered with, as they lie in {@code float_val}. */
  public List<Float> answer(PredictRequest request) {
    return output(request).getFloatValList();
  }

  /** The tensor a request is answered with. */
  public TensorProto output(PredictRequest request) {
    return stub().predict(request).getOutputsOrThrow("output_alias");
  }

  /** The sizes of a tensor. */
  public static List<Long> sizes(TensorProto tensor) {
    List<Long> sizes = new ArrayList<>();
    tensor.getTensorShape().getDimList().forEach(dim -> sizes.add(dim.getSize()));
    return sizes;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
