package org.coverscape.benchmarks.step;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.StoredPng;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The bytes of an image to those of a question on the wire. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MarshalBenchmark {
  private final byte[] png = StoredPng.encode(Chips.chip(0, 0));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(2 * png.length);

  /** Wraps the array and writes the question into a buffer that is used again. */
  @Benchmark
  public int wrapped() throws IOException {
    return write(UnsafeByteOperations.unsafeWrap(png));
  }

  /** The same with a copy of the array, as protobuf makes by itself. */
  @Benchmark
  public int copied() throws IOException {
    return write(ByteString.copyFrom(png));
  }

  private int write(ByteString image) throws IOException {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .setTensorShape(
                TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dim.newBuilder().setSize(1)))
            .addStringVal(image)
            .build();
    out.reset();
    PredictRequest.newBuilder().putInputs("images", tensor).build().writeTo(out);
    return out.size();
  }
}
