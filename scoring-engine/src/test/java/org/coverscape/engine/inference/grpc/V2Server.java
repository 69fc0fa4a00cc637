package org.coverscape.engine.inference.grpc;

import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelInferResponse.InferOutputTensor;
import org.coverscape.proto.inference.ModelMetadataRequest;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.coverscape.proto.inference.ModelMetadataResponse.TensorMetadata;
import org.coverscape.proto.inference.ModelReadyRequest;
import org.coverscape.proto.inference.ModelReadyResponse;
import org.coverscape.proto.inference.ServerMetadataRequest;
import org.coverscape.proto.inference.ServerMetadataResponse;
import org.coverscape.proto.inference.ServerReadyRequest;
import org.coverscape.proto.inference.ServerReadyResponse;
import org.jspecify.annotations.Nullable;

/** A server of the Open Inference Protocol on loopback that answers as a test says. */
final class V2Server implements AutoCloseable {
  static final float[] SCORES = PredictServer.SCORES;

  final AtomicInteger readinessAsked = new AtomicInteger();
  volatile @Nullable ModelInferRequest lastRequest;
  volatile @Nullable Metadata lastHeaders;
  volatile ModelMetadataResponse metadata = ModelMetadataResponse.getDefaultInstance();
  volatile @Nullable Status metadataFault;
  volatile String serverName = "test";
  volatile @Nullable Boolean modelReady;
  volatile @Nullable Boolean serverReady;
  volatile BiConsumer<ModelInferRequest, StreamObserver<ModelInferResponse>> onInfer =
      (request, observer) -> PredictServer.answer(observer, scores(rows(request)));

  private final Server server;

  private V2Server(List<BindableService> others) throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            InsecureServerCredentials.create());
    builder.addService(new Inference()).intercept(new Headers()).maxInboundMessageSize(64 << 20);
    others.forEach(builder::addService);
    server = builder.build().start();
  }

  static V2Server start(BindableService... others) throws IOException {
    return new V2Server(List.of(others));
  }

  ServiceEndpoint endpoint() {
    return new ServiceEndpoint("localhost", server.getPort());
  }

  GrpcInferenceService open(UnaryOperator<ServiceSpec> change) {
    return GrpcInferenceService.open(change.apply(ServiceSpec.of(endpoint())));
  }

  /** A client that need not find out what is spoken. */
  GrpcInferenceService openV2(UnaryOperator<ServiceSpec> change) {
    return open(spec -> change.apply(spec.withModel(m -> m.withProtocol(ServiceProtocol.V2))));
  }

  V2Server taking(String name, String datatype, Long... shape) {
    metadata =
        ModelMetadataResponse.newBuilder()
            .setName("landcover")
            .addVersions("3")
            .addInputs(
                TensorMetadata.newBuilder()
                    .setName(name)
                    .setDatatype(datatype)
                    .addAllShape(List.of(shape)))
            .build();
    return this;
  }

  V2Server answering(Function<ModelInferRequest, ModelInferResponse> answer) {
    onInfer = (request, observer) -> PredictServer.answer(observer, answer.apply(request));
    return this;
  }

  V2Server failing(Status status) {
    onInfer = (request, observer) -> observer.onError(status.asRuntimeException());
    return this;
  }

  static int rows(ModelInferRequest request) {
    List<Long> shape = request.getInputs(0).getShapeList();
    return shape.size() == 3 ? 1 : shape.get(0).intValue();
  }

  static ModelInferResponse scores(int rows) {
    List<Float> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      values.addAll(floats(SCORES));
    }
    return typed("scores", values, (long) rows, 6L);
  }

  static List<Float> floats(float... values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  static ModelInferResponse typed(String name, List<Float> values, Long... shape) {
    return ModelInferResponse.newBuilder()
        .setModelName("landcover")
        .setModelVersion("3")
        .addOutputs(
            output(name, "FP32", shape)
                .setContents(InferTensorContents.newBuilder().addAllFp32Contents(values)))
        .build();
  }

  static InferOutputTensor.Builder output(String name, String datatype, Long... shape) {
    return InferOutputTensor.newBuilder()
        .setName(name)
        .setDatatype(datatype)
        .addAllShape(List.of(shape));
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> void answerOrNot(StreamObserver<T> observer, @Nullable T value) {
    if (value == null) {
      observer.onError(Status.UNIMPLEMENTED.asRuntimeException());
    } else {
      PredictServer.answer(observer, value);
    }
  }

  private final class Inference extends GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase {
    @Override
    public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> observer) {
      lastRequest = request;
      onInfer.accept(request, observer);
    }

    @Override
    public void modelMetadata(
        ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> observer) {
      Status fault = metadataFault;
      if (fault != null) {
        observer.onError(fault.asRuntimeException());
      } else {
        PredictServer.answer(observer, metadata);
      }
    }

    @Override
    public void serverMetadata(
        ServerMetadataRequest request, StreamObserver<ServerMetadataResponse> observer) {
      PredictServer.answer(
          observer, ServerMetadataResponse.newBuilder().setName(serverName).build());
    }

    @Override
    public void modelReady(ModelReadyRequest request, StreamObserver<ModelReadyResponse> observer) {
      readinessAsked.incrementAndGet();
      Boolean ready = modelReady;
      answerOrNot(
          observer, ready == null ? null : ModelReadyResponse.newBuilder().setReady(ready).build());
    }

    @Override
    public void serverReady(
        ServerReadyRequest request, StreamObserver<ServerReadyResponse> observer) {
      readinessAsked.incrementAndGet();
      Boolean ready = serverReady;
      answerOrNot(
          observer,
          ready == null ? null : ServerReadyResponse.newBuilder().setReady(ready).build());
    }
  }

  private final class Headers implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      lastHeaders = headers;
      return next.startCall(call, headers);
    }
  }
}
