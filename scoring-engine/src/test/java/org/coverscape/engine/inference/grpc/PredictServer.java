package org.coverscape.engine.inference.grpc;

import com.google.protobuf.Int64Value;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.proto.serving.GetModelMetadataRequest;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;
import org.jspecify.annotations.Nullable;

/** A service on loopback that answers as a test says; by default with six scores and no name. */
final class PredictServer implements AutoCloseable {
  static final float[] SCORES = {0.05f, 0.1f, 0.6f, 0.1f, 0.05f, 0.05f};

  final AtomicInteger predictions = new AtomicInteger();
  volatile BiConsumer<PredictRequest, StreamObserver<PredictResponse>> onPredict =
      (request, observer) -> answer(observer, response(SCORES, 1, 6));
  volatile Consumer<StreamObserver<GetModelMetadataResponse>> onMetadata =
      observer -> observer.onError(Status.UNIMPLEMENTED.asRuntimeException());
  volatile @Nullable PredictRequest lastRequest;
  volatile @Nullable String lastAuthorization;

  private final Server server;

  private PredictServer(int port, ServerCredentials credentials) throws IOException {
    server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials)
            .addService(new Predictions())
            .intercept(new Headers())
            .build()
            .start();
  }

  static PredictServer start() throws IOException {
    return startAt(0);
  }

  static PredictServer startAt(int port) throws IOException {
    return new PredictServer(port, InsecureServerCredentials.create());
  }

  static PredictServer startSecured(ServerCredentials credentials) throws IOException {
    return new PredictServer(0, credentials);
  }

  ServiceEndpoint endpoint() {
    return new ServiceEndpoint("localhost", server.getPort());
  }

  PredictServer failing(Status status) {
    onPredict = (request, observer) -> observer.onError(status.asRuntimeException());
    return this;
  }

  PredictServer answering(PredictResponse response) {
    onPredict = (request, observer) -> answer(observer, response);
    return this;
  }

  PredictServer named(String name, long version) {
    onMetadata =
        observer ->
            answer(
                observer,
                GetModelMetadataResponse.newBuilder().setModelSpec(spec(name, version)).build());
    return this;
  }

  static ModelSpec spec(String name, long version) {
    return ModelSpec.newBuilder().setName(name).setVersion(Int64Value.of(version)).build();
  }

  static <T> void answer(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }

  static PredictResponse response(float[] values, long... shape) {
    TensorProto.Builder tensor = tensor(shape);
    for (float value : values) {
      tensor.addFloatVal(value);
    }
    return response(tensor.build());
  }

  static PredictResponse response(TensorProto tensor) {
    return PredictResponse.newBuilder().putOutputs("anything", tensor).build();
  }

  static TensorProto.Builder tensor(long... shape) {
    TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
    for (long size : shape) {
      sizes.addDim(TensorShapeProto.Dim.newBuilder().setSize(size).build());
    }
    return TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(sizes.build());
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

  private final class Predictions extends PredictionServiceGrpc.PredictionServiceImplBase {
    @Override
    public void predict(PredictRequest request, StreamObserver<PredictResponse> observer) {
      lastRequest = request;
      predictions.incrementAndGet();
      onPredict.accept(request, observer);
    }

    @Override
    public void getModelMetadata(
        GetModelMetadataRequest request, StreamObserver<GetModelMetadataResponse> observer) {
      onMetadata.accept(observer);
    }
  }

  private final class Headers implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      lastAuthorization =
          headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
      return next.startCall(call, headers);
    }
  }
}
