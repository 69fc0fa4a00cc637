package org.coverscape.service.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.coverscape.proto.serving.GetModelMetadataRequest;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelOutput;
import org.coverscape.service.work.ChipWorkers;
import org.coverscape.service.work.Overload;

/**
 * {@code tensorflow.serving.PredictionService}: {@code Predict} and {@code GetModelMetadata}.
 *
 * <p>The model's name in a request chooses the output: {@code features}, or anything else for
 * scores. Versions, signature names and output filters are not looked at; every answer says which
 * model it comes from. Methods return at once; answers are sent from the workers' threads.
 */
public final class PredictionEndpoint extends PredictionServiceGrpc.PredictionServiceImplBase {
  private final ChipModel model;
  private final ChipWorkers workers;

  /** Answers with a model on some workers, both closed by the caller. */
  public PredictionEndpoint(ChipModel model, ChipWorkers workers) {
    this.model = model;
    this.workers = workers;
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictResponse> observer) {
    ServerCallStreamObserver<PredictResponse> call =
        (ServerCallStreamObserver<PredictResponse>) observer;
    call.setOnCancelHandler(() -> {}); // so that answering a caller who has gone is no error
    try {
      ModelOutput output = output(request.getModelSpec());
      List<ChipSource> chips = ImagesInput.of(request);
      checkRoom(chips.size());
      var answers = workers.answer(chips, output, call::isCancelled);
      var unused =
          CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
              .whenComplete((done, failed) -> respond(call, output, answers));
    } catch (RequestFault | Overload | RuntimeException e) {
      call.onError(Refusals.of(e).asRuntimeException());
    }
  }

  private void checkRoom(int images) throws RequestFault {
    if (images > workers.capacity()) {
      throw new RequestFault(
          "The service takes no more than " + workers.capacity() + " images at a time.");
    }
  }

  /** Sends every answer, or the first failure in the order of the images. */
  private void respond(
      ServerCallStreamObserver<PredictResponse> call,
      ModelOutput output,
      List<CompletableFuture<float[]>> answers) {
    List<float[]> numbers = new ArrayList<>(answers.size());
    try {
      for (CompletableFuture<float[]> answer : answers) {
        numbers.add(answer.join());
      }
      call.onNext(Answers.prediction(model.identity(), output, model.width(output), numbers));
      call.onCompleted();
    } catch (CompletionException e) {
      Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
      String which = answers.size() == 1 ? "" : "Image " + (numbers.size() + 1) + ": ";
      call.onError(Refusals.of(failure, which).asRuntimeException());
    } catch (RuntimeException e) {
      call.onError(Refusals.of(e).asRuntimeException());
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
      ModelOutput output = output(request.getModelSpec());
      observer.onNext(Answers.metadata(model.identity(), output, model.width(output)));
      observer.onCompleted();
    } catch (RequestFault e) {
      observer.onError(Refusals.of(e).asRuntimeException());
    }
  }

  private ModelOutput output(ModelSpec spec) throws RequestFault {
    if (!spec.getName().equals(ModelOutput.FEATURES.tensor())) {
      return ModelOutput.SCORES;
    }
    if (model.width(ModelOutput.FEATURES) == 0) {
      throw new RequestFault(
          "The model " + model.identity() + " answers with scores only; do not ask for features.");
    }
    return ModelOutput.FEATURES;
  }
}
