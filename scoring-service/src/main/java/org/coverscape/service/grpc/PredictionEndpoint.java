package org.coverscape.service.grpc;

import io.grpc.stub.StreamObserver;
import org.coverscape.proto.serving.GetModelMetadataRequest;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.model.ModelOutput;
import org.coverscape.service.work.ChipBackend;
import org.coverscape.service.work.Overload;

/**
 * {@code tensorflow.serving.PredictionService}: {@code Predict} and {@code GetModelMetadata}.
 *
 * <p>The model's name in a request chooses the output: {@code features}, {@code dense}, or anything
 * else for scores. Versions, signature names and output filters are not looked at; every answer
 * says which model it comes from. Methods return at once; answers are sent from the backend's
 * threads.
 */
public final class PredictionEndpoint extends PredictionServiceGrpc.PredictionServiceImplBase {
  private final ChipBackend backend;
  private final Answers answers;

  /** Answers with a backend, which the caller closes. */
  public PredictionEndpoint(ChipBackend backend) {
    this.backend = backend;
    this.answers = new Answers(backend.identity());
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictResponse> observer) {
    ChipCall<PredictResponse> call = new ChipCall<>(backend, observer);
    try {
      ModelOutput output = ChipCall.output(backend, request.getModelSpec().getName());
      int width = backend.width(output);
      call.ask(
          ImagesInput.of(request), output, numbers -> answers.prediction(output, width, numbers));
    } catch (RequestFault | Overload | RuntimeException e) {
      call.refuse(e);
    }
  }

  @Override
  public void getModelMetadata(
      GetModelMetadataRequest request, StreamObserver<GetModelMetadataResponse> observer) {
    try {
      for (String field : request.getMetadataFieldList()) {
        if (!field.equals(Answers.SIGNATURES)) {
          throw new RequestFault(
              "There is no metadata named '" + field + "'; ask for " + Answers.SIGNATURES + ".");
        }
      }
      ModelOutput output = ChipCall.output(backend, request.getModelSpec().getName());
      observer.onNext(answers.metadata(output, backend.width(output)));
      observer.onCompleted();
    } catch (RequestFault e) {
      observer.onError(Refusals.of(e).asRuntimeException());
    }
  }
}
