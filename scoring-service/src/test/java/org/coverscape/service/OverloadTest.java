package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.proto.serving.GetModelStatusRequest;
import org.coverscape.proto.serving.GetModelStatusResponse;
import org.coverscape.proto.serving.ModelServiceGrpc;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverloadTest {
  private static final PredictRequest ONE =
      TestClient.images(List.of(TestImages.storedPng(TestImages.noise(1))));

  /** A model that answers only when it is let. */
  private static final class GatedModel implements ChipModel {
    private final Semaphore gate = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private final AtomicInteger answered = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("gated", 1);
    }

    @Override
    public int width(ModelOutput output) {
      return 6;
    }

    @Override
    public float[] answer(byte[] pixels, ModelOutput output) throws ModelFault {
      begun.release();
      try {
        if (!gate.tryAcquire(20, TimeUnit.SECONDS)) {
          throw new ModelFault("The test never opened the gate.");
        }
      } catch (InterruptedException e) {
        throw new ModelFault("The test was interrupted.", e);
      }
      answered.incrementAndGet();
      return new float[6];
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /** Notes how a call ended. */
  private record EndsInto(BlockingQueue<Status.Code> ends)
      implements FutureCallback<PredictResponse> {
    @Override
    public void onSuccess(@Nullable PredictResponse response) {
      ends.add(Status.Code.OK);
    }

    @Override
    public void onFailure(Throwable failure) {
      ends.add(Status.fromThrowable(failure).getCode());
    }
  }

  private static Status.Code refusal(TestClient client, PredictRequest request) {
    return assertThrows(StatusRuntimeException.class, () -> client.stub().predict(request))
        .getStatus()
        .getCode();
  }

  @Test
  void aFullQueueIsRefusedAndLaterTakesAgain() throws Exception {
    GatedModel model = new GatedModel();
    ServerConfig config = ServerConfig.loopback(0).withWorkers(1, 3);
    try (ScoringServer server = ScoringServer.start(config, model);
        TestClient client = new TestClient(server.port())) {
      var stub = PredictionServiceGrpc.newFutureStub(client.channel());
      BlockingQueue<Status.Code> ends = new LinkedBlockingQueue<>();
      for (int i = 0; i < 5; i++) {
        Futures.addCallback(stub.predict(ONE), new EndsInto(ends), MoreExecutors.directExecutor());
      }
      // the gate is shut: whatever ends now was refused
      assertEquals(Status.Code.RESOURCE_EXHAUSTED, ends.poll(10, TimeUnit.SECONDS));
      assertEquals(Status.Code.RESOURCE_EXHAUSTED, ends.poll(10, TimeUnit.SECONDS));
      model.gate.release(100);
      for (int i = 0; i < 3; i++) {
        assertEquals(Status.Code.OK, ends.poll(10, TimeUnit.SECONDS));
      }
      assertEquals(6, client.answer(ONE).size());
      assertEquals(4, model.answered.get());
    }
    assertTrue(model.closed.await(10, TimeUnit.SECONDS));
  }

  @Test
  void aBatchLargerThanTheQueueIsNeverTaken() throws Exception {
    try (ScoringServer server =
            ScoringServer.start(ServerConfig.loopback(0).withWorkers(1, 3), new GatedModel());
        TestClient client = new TestClient(server.port())) {
      PredictRequest four =
          TestClient.images(Collections.nCopies(4, TestImages.storedPng(TestImages.noise(1))));
      assertEquals(Status.Code.INVALID_ARGUMENT, refusal(client, four));
    }
  }

  @Test
  void whatIsGivenUpIsNotScored() throws Exception {
    GatedModel model = new GatedModel();
    try (ScoringServer server =
            ScoringServer.start(ServerConfig.loopback(0).withWorkers(1, 8), model);
        TestClient client = new TestClient(server.port())) {
      var stub = PredictionServiceGrpc.newFutureStub(client.channel());
      ListenableFuture<PredictResponse> first = stub.predict(ONE);
      assertTrue(model.begun.tryAcquire(10, TimeUnit.SECONDS));
      ListenableFuture<PredictResponse> given = stub.predict(ONE);
      ListenableFuture<PredictResponse> last = stub.predict(ONE);
      given.cancel(true);
      // a health check after the cancellation: the server has seen that by its answer
      assertEquals(1, status(client).getModelVersionStatusCount());
      model.gate.release(100);
      first.get(10, TimeUnit.SECONDS);
      last.get(10, TimeUnit.SECONDS);
      assertEquals(2, model.answered.get());
    }
  }

  private static GetModelStatusResponse status(TestClient client) {
    return ModelServiceGrpc.newBlockingStub(client.channel())
        .getModelStatus(GetModelStatusRequest.getDefaultInstance());
  }

  @Test
  void aModelThatFailsIsNoStackTrace() throws Exception {
    try (ScoringServer server = ScoringServer.start(TestServers.config(), new BrokenModel());
        TestClient client = new TestClient(server.port())) {
      StatusRuntimeException failure =
          assertThrows(StatusRuntimeException.class, () -> client.stub().predict(ONE));
      assertEquals(Status.Code.INTERNAL, failure.getStatus().getCode());
      String sentence = String.valueOf(failure.getStatus().getDescription());
      assertTrue(sentence.endsWith("."));
      assertFalse(sentence.contains("secret"), sentence);
    }
  }

  private static final class BrokenModel implements ChipModel {
    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("broken", 1);
    }

    @Override
    public int width(ModelOutput output) {
      return 6;
    }

    @Override
    public float[] answer(byte[] pixels, ModelOutput output) {
      throw new IllegalStateException("secret inner workings");
    }

    @Override
    public void close() {}
  }

  /** A model whose code is not all there, as where a library of the system is missing. */
  private static final class UnlinkedModel implements ChipModel {
    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("broken", 1);
    }

    @Override
    public int width(ModelOutput output) {
      return 6;
    }

    @Override
    public float[] answer(byte[] pixels, ModelOutput output) {
      throw new NoClassDefFoundError("a test");
    }

    @Override
    public void close() {}
  }

  @Test
  void anErrorIsAnsweredAndTakesNoRoomForEver() throws Exception {
    try (ScoringServer server =
            ScoringServer.start(ServerConfig.loopback(0).withWorkers(1, 1), new UnlinkedModel());
        TestClient client = new TestClient(server.port())) {
      for (int i = 0; i < 3; i++) {
        assertEquals(Status.Code.INTERNAL, refusal(client, ONE));
      }
    }
  }
}
