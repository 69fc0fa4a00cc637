package org.coverscape.service.measure;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;

/** A client that keeps a number of calls in flight to one service, and counts. */
final class Driver implements AutoCloseable {
  private final ManagedChannel channel;
  private final List<PredictRequest> requests;
  private final BiPredicate<PredictRequest, PredictResponse> right;

  /**
   * A client.
   *
   * @param requests sent again and again, one image each
   * @param right whether an answer belongs to its request
   */
  Driver(
      String host,
      int port,
      List<PredictRequest> requests,
      BiPredicate<PredictRequest, PredictResponse> right) {
    this.channel =
        NettyChannelBuilder.forAddress(host, port).usePlaintext().directExecutor().build();
    this.requests = requests;
    this.right = right;
  }

  /**
   * What came of a run.
   *
   * @param answered right answers
   * @param wrong answers that belong to another request
   * @param failed calls without an answer
   * @param seconds how long it took
   */
  record Count(long answered, long wrong, long failed, double seconds) {
    double rate() {
      return answered / seconds;
    }
  }

  /** Drives the service for some seconds. */
  Count run(int inFlight, double seconds) throws InterruptedException {
    PredictionServiceGrpc.PredictionServiceStub stub = PredictionServiceGrpc.newStub(channel);
    Tally tally = new Tally(new Semaphore(inFlight));
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    for (int next = 0; System.nanoTime() < end; next++) {
      tally.window.acquire();
      PredictRequest request = requests.get(next % requests.size());
      stub.predict(request, new Receiver(request, tally));
    }
    tally.window.acquire(inFlight);
    return new Count(
        tally.answered.get(),
        tally.wrong.get(),
        tally.failed.get(),
        (System.nanoTime() - start) / 1e9);
  }

  private record Tally(Semaphore window, AtomicLong answered, AtomicLong wrong, AtomicLong failed) {
    Tally(Semaphore window) {
      this(window, new AtomicLong(), new AtomicLong(), new AtomicLong());
    }
  }

  private final class Receiver implements StreamObserver<PredictResponse> {
    private final PredictRequest request;
    private final Tally tally;

    Receiver(PredictRequest request, Tally tally) {
      this.request = request;
      this.tally = tally;
    }

    @Override
    public void onNext(PredictResponse response) {
      (right.test(request, response) ? tally.answered : tally.wrong).incrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
      tally.failed.incrementAndGet();
      tally.window.release();
    }

    @Override
    public void onCompleted() {
      tally.window.release();
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
