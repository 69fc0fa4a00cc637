package org.coverscape.service.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelMetadataRequest;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.coverscape.proto.inference.ModelReadyRequest;
import org.coverscape.proto.inference.ModelReadyResponse;
import org.coverscape.proto.inference.ServerLiveRequest;
import org.coverscape.proto.inference.ServerLiveResponse;
import org.coverscape.proto.inference.ServerMetadataRequest;
import org.coverscape.proto.inference.ServerMetadataResponse;
import org.coverscape.proto.inference.ServerReadyRequest;
import org.coverscape.proto.inference.ServerReadyResponse;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.model.ModelOutput;
import org.coverscape.service.work.ChipBackend;
import org.coverscape.service.work.Overload;

/**
 * {@code inference.GRPCInferenceService}: the Open Inference Protocol v2.
 *
 * <p>The model's name in a request chooses the output, as in {@link PredictionEndpoint}; the
 * answers are the same to the bit. A request in raw contents is answered in raw contents, and one
 * in typed contents in typed ones. Methods return at once; answers are sent from the backend's
 * threads.
 */
public final class InferenceEndpoint extends GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase {
  private final ChipBackend backend;
  private final Readiness readiness;
  private final Inferences inferences;

  /** Answers with a backend, which the caller closes, and says whether it is ready. */
  public InferenceEndpoint(ChipBackend backend, Readiness readiness) {
    this.backend = backend;
    this.readiness = readiness;
    this.inferences = new Inferences(backend.identity());
  }

  @Override
  public void serverLive(ServerLiveRequest request, StreamObserver<ServerLiveResponse> observer) {
    observer.onNext(ServerLiveResponse.newBuilder().setLive(true).build());
    observer.onCompleted();
  }

  @Override
  public void serverReady(
      ServerReadyRequest request, StreamObserver<ServerReadyResponse> observer) {
    observer.onNext(ServerReadyResponse.newBuilder().setReady(readiness.serving()).build());
    observer.onCompleted();
  }

  @Override
  public void modelReady(ModelReadyRequest request, StreamObserver<ModelReadyResponse> observer) {
    boolean known = ChipCall.offers(backend, request.getName());
    observer.onNext(ModelReadyResponse.newBuilder().setReady(known && readiness.serving()).build());
    observer.onCompleted();
  }

  @Override
  public void serverMetadata(
      ServerMetadataRequest request, StreamObserver<ServerMetadataResponse> observer) {
    observer.onNext(inferences.server());
    observer.onCompleted();
  }

  @Override
  public void modelMetadata(
      ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> observer) {
    try {
      ModelOutput output = ChipCall.output(backend, request.getName());
      observer.onNext(inferences.metadata(output, backend.width(output)));
      observer.onCompleted();
    } catch (RequestFault e) {
      observer.onError(Refusals.of(e).asRuntimeException());
    }
  }

  @Override
  public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> observer) {
    ChipCall<ModelInferResponse> call = new ChipCall<>(backend, observer);
    try {
      ModelOutput output = ChipCall.output(backend, request.getModelName());
      Inferences.checkOutputs(request, output);
      int width = backend.width(output);
      boolean raw = request.getRawInputContentsCount() > 0;
      String id = request.getId();
      List<ChipSource> chips = InferInput.of(request);
      call.ask(chips, output, numbers -> inferences.answer(id, output, width, numbers, raw));
    } catch (RequestFault | Overload | RuntimeException e) {
      call.refuse(e);
    }
  }
}
