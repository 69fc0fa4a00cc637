package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferInputTensor;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ModelFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever comes, the client gets a sentence and the server lives on. */
class MalformedRequestTest {
  private final ScoringServer server;
  private final TestClient client;

  MalformedRequestTest() throws StartFault, ModelFault {
    server = TestServers.tiny();
    client = new TestClient(server.port());
  }

  @AfterEach
  void stillAnswers() {
    assertEquals(6, client.answer(sound()).size());
    client.close();
    server.close();
  }

  private static PredictRequest sound() {
    return TestClient.images(List.of(TestImages.storedPng(TestImages.noise(4))));
  }

  private void refused(PredictRequest request, String part) {
    StatusRuntimeException refusal =
        assertThrows(StatusRuntimeException.class, () -> client.stub().predict(request));
    assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
    String sentence = String.valueOf(refusal.getStatus().getDescription());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("Exception"), sentence);
  }

  private static PredictRequest tensor(TensorProto.Builder tensor) {
    return TestClient.request("images", tensor.build());
  }

  private static TensorProto.Builder of(DataType type, long... sizes) {
    return TensorProto.newBuilder().setDtype(type).setTensorShape(TestClient.shape(sizes));
  }

  @Test
  void inputsAreChecked() {
    TensorProto images = sound().getInputsOrThrow("images");
    refused(PredictRequest.getDefaultInstance(), "no input named images");
    refused(
        PredictRequest.newBuilder().putInputs("a", images).putInputs("b", images).build(),
        "no input named images");
    refused(tensor(TensorProto.newBuilder()), "DT_INVALID");
    refused(tensor(of(DataType.DT_INT64, 1, 224, 224, 3)), "DT_INT64");
    refused(tensor(TensorProto.newBuilder().setDtypeValue(999)), "type");
  }

  @Test
  void filesAreChecked() {
    ByteString file = sound().getInputsOrThrow("images").getStringVal(0);
    refused(tensor(of(DataType.DT_STRING, 0)), "0 images");
    refused(tensor(of(DataType.DT_STRING, 2).addStringVal(file)), "[2] does not fit the 1 images");
    refused(tensor(of(DataType.DT_STRING, 1).addStringVal(ByteString.EMPTY)), "neither a PNG");
    refused(
        tensor(of(DataType.DT_STRING, 2).addStringVal(file).addStringVal(file.substring(0, 900))),
        "Image 2: ");
    refused(TestClient.images(Collections.nCopies(65, new byte[1])), "65 images");
  }

  @Test
  void pixelsAreChecked() {
    ByteString chip = ByteString.copyFrom(new byte[ChipSource.BYTES]);
    refused(tensor(of(DataType.DT_UINT8, 1, 299, 299, 3).setTensorContent(chip)), "299");
    refused(tensor(of(DataType.DT_UINT8, 2, 224, 224, 3).setTensorContent(chip)), "fewer or more");
    refused(tensor(of(DataType.DT_FLOAT, 1, 224, 224, 3).setTensorContent(chip)), "fewer or more");
    refused(tensor(of(DataType.DT_FLOAT, 1, 224, 224, 3).addFloatVal(0)), "fewer or more");
    refused(tensor(of(DataType.DT_UINT8, 1, 3, 224, 224).setTensorContent(chip)), "[N,224,224,3]");
    refused(tensor(of(DataType.DT_UINT8, -1, 224, 224, 3).setTensorContent(chip)), "-1");
    refused(tensor(of(DataType.DT_UINT8, 1L << 62, 224, 224, 3)), "shape");
    refused(tensor(of(DataType.DT_UINT8, 0, 224, 224, 3)), "0 images");
    TensorProto.Builder nan = of(DataType.DT_FLOAT, 224, 224, 3);
    for (int i = 0; i < ChipSource.BYTES; i++) {
      nan.addFloatVal(i == 99 ? Float.NaN : 1);
    }
    refused(tensor(nan), "not a number");
  }

  @Test
  void damagedMessagesAreRefusedOrAnswered() {
    byte[] sound = sound().toByteArray();
    Random random = new Random(17);
    int refusals = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = sound.clone();
      for (int flips = 0; flips < 3; flips++) {
        int at = random.nextInt(i % 2 == 0 ? 60 : damaged.length);
        damaged[at] = (byte) random.nextInt(256);
      }
      try {
        ClientCalls.blockingUnaryCall(client.channel(), RAW, CallOptions.DEFAULT, damaged);
      } catch (StatusRuntimeException e) {
        refusals++;
        assertEquals(Status.Code.INVALID_ARGUMENT, e.getStatus().getCode(), e.getMessage());
        assertTrue(String.valueOf(e.getStatus().getDescription()).endsWith("."), e.getMessage());
      }
    }
    assertTrue(refusals > 100, "only " + refusals + " were refused");
  }

  private static final MethodDescriptor<byte[], byte[]> RAW =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("tensorflow.serving.PredictionService/Predict")
          .setRequestMarshaller(new RawMarshaller())
          .setResponseMarshaller(new RawMarshaller())
          .build();

  private static final class RawMarshaller implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void whatIsQuotedIsShort() {
    long[] sizes = new long[100_000];
    Arrays.fill(sizes, 7);
    refused(tensor(of(DataType.DT_FLOAT, sizes)), "[7, 7, 7, 7, 7, 7, 7, 7, …]");
    InferInputTensor wild =
        InferInputTensor.newBuilder().setName("images").setDatatype("x".repeat(100_000)).build();
    StatusRuntimeException refusal =
        assertThrows(
            StatusRuntimeException.class,
            () ->
                GRPCInferenceServiceGrpc.newBlockingStub(client.channel())
                    .modelInfer(ModelInferRequest.newBuilder().addInputs(wild).build()));
    assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
    assertTrue(String.valueOf(refusal.getStatus().getDescription()).length() < 600);
  }

  @Test
  void whatIsTooLargeUnpackedIsSaidToBe() {
    PredictRequest large = TestClient.images(List.of(new byte[65 << 20]));
    StatusRuntimeException refusal =
        assertThrows(
            StatusRuntimeException.class,
            () -> client.stub().withCompression("gzip").predict(large));
    assertEquals(Status.Code.RESOURCE_EXHAUSTED, refusal.getStatus().getCode());
    assertTrue(String.valueOf(refusal.getStatus().getDescription()).contains("too large"));
  }
}
