package org.coverscape.service.measure;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.model.Models;

/**
 * ONNX Runtime with nothing around it: threads that run the bundled network on chips in memory, one
 * after the other. What a service is measured against.
 */
final class BareLoop implements AutoCloseable {
  private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int threads;
  private final int batch;

  /**
   * A loop over the bundled network.
   *
   * @param threads how many run side by side
   * @param inner ONNX Runtime's own threads in each of them
   * @param batch chips in one run
   */
  BareLoop(int threads, int inner, int batch) throws OrtException, IOException {
    this.threads = threads;
    this.batch = batch;
    try (SessionOptions options = new SessionOptions();
        InputStream onnx =
            Models.class.getResourceAsStream("/org/coverscape/service/model/landcover.onnx")) {
      if (onnx == null) {
        throw new IOException("no network is bundled");
      }
      options.setIntraOpNumThreads(inner);
      session = runtime.createSession(onnx.readAllBytes(), options);
    }
  }

  /** Chips per second over some seconds; the chips are 8-bit RGB. */
  double rate(List<byte[]> chips, double seconds) throws InterruptedException {
    AtomicLong done = new AtomicLong();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    Thread[] running = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      int first = i;
      running[i] = new Thread(() -> run(chips, first, end, done), "bare-loop-" + i);
      running[i].start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    return done.get() / ((System.nanoTime() - start) / 1e9);
  }

  private void run(List<byte[]> chips, int first, long end, AtomicLong done) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(batch * ChipSource.BYTES);
    long[] shape = {batch, ChipSource.SIZE, ChipSource.SIZE, 3};
    int next = first;
    try {
      while (System.nanoTime() < end) {
        buffer.clear();
        for (int i = 0; i < batch; i++) {
          buffer.put(chips.get(next++ % chips.size()));
        }
        try (OnnxTensor images =
                OnnxTensor.createTensor(runtime, buffer.flip(), shape, OnnxJavaType.UINT8);
            OrtSession.Result result = session.run(Map.of("images", images), Set.of("scores"))) {
          done.addAndGet(((OnnxTensor) result.get(0)).getFloatBuffer().remaining() / 6);
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the network failed", e);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
