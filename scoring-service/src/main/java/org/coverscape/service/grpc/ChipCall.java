package org.coverscape.service.grpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.model.ModelOutput;
import org.coverscape.service.work.ChipBackend;
import org.coverscape.service.work.Overload;

/**
 * One call for the answers of some chips, whatever the contract. Returns at once; the answer is
 * sent from the backend's threads.
 *
 * @param <A> the message of the answer
 */
final class ChipCall<A> {
  private final ChipBackend backend;
  private final ServerCallStreamObserver<A> call;

  ChipCall(ChipBackend backend, StreamObserver<A> observer) {
    this.backend = backend;
    this.call = (ServerCallStreamObserver<A>) observer;
    call.setOnCancelHandler(() -> {}); // so that answering a caller who has gone is no error
  }

  /**
   * Asks for the chips' answers and sends them.
   *
   * @param message makes the message from an answer for each chip, in order
   * @throws RequestFault when there are more chips than are ever taken at once
   * @throws Overload when there is no room for them now
   */
  void ask(List<ChipSource> chips, ModelOutput output, Function<List<float[]>, A> message)
      throws RequestFault, Overload {
    if (chips.size() > backend.capacity()) {
      throw new RequestFault(
          "The service takes no more than " + backend.capacity() + " images at a time.");
    }
    var answers = backend.answer(chips, output, call::isCancelled);
    var unused =
        CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
            .whenComplete((done, failed) -> respond(answers, message));
  }

  /** Sends every answer, or the first failure in the order of the images. */
  private void respond(
      List<CompletableFuture<float[]>> answers, Function<List<float[]>, A> message) {
    List<float[]> numbers = new ArrayList<>(answers.size());
    try {
      for (CompletableFuture<float[]> answer : answers) {
        numbers.add(answer.join());
      }
      call.onNext(message.apply(numbers));
      call.onCompleted();
    } catch (CompletionException e) {
      Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
      String which = answers.size() == 1 ? "" : "Image " + (numbers.size() + 1) + ": ";
      call.onError(Refusals.of(failure, which).asRuntimeException());
    } catch (RuntimeException e) {
      refuse(e);
    }
  }

  /** Answers with a failure. */
  void refuse(Exception failure) {
    call.onError(Refusals.of(failure).asRuntimeException());
  }

  /**
   * The output that a request's model name stands for: any other name than those of outputs means
   * the scores, or the features where a network has none.
   *
   * @throws RequestFault when the model does not have it
   */
  static ModelOutput output(ChipBackend backend, String name) throws RequestFault {
    for (ModelOutput output : ModelOutput.values()) {
      if (name.equals(output.tensor())) {
        checkHas(backend, output);
        return output;
      }
    }
    return backend.width(ModelOutput.SCORES) > 0 ? ModelOutput.SCORES : ModelOutput.FEATURES;
  }

  private static void checkHas(ChipBackend backend, ModelOutput wanted) throws RequestFault {
    if (backend.width(wanted) == 0 && wanted == ModelOutput.DENSE) {
      throw new RequestFault(
          Status.Code.NOT_FOUND,
          "The model "
              + backend.identity()
              + " answers for whole images only; do not ask for dense.");
    }
    if (backend.width(wanted) == 0) {
      List<String> others =
          Arrays.stream(ModelOutput.values())
              .filter(output -> backend.width(output) > 0)
              .map(ModelOutput::tensor)
              .toList();
      throw new RequestFault(
          "The model "
              + backend.identity()
              + " answers with "
              + String.join(" and ", others)
              + " only; do not ask for "
              + wanted.tensor()
              + ".");
    }
  }

  /** Whether the model has the output that a model name stands for. */
  static boolean offers(ChipBackend backend, String name) {
    return Stream.of(ModelOutput.values())
        .filter(output -> output.tensor().equals(name))
        .allMatch(output -> backend.width(output) > 0);
  }
}
