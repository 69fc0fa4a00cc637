package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferInputTensor;
import org.coverscape.proto.inference.ModelInferRequest.InferRequestedOutputTensor;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelMetadataRequest;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.coverscape.proto.inference.ModelReadyRequest;
import org.coverscape.proto.inference.ServerLiveRequest;
import org.coverscape.proto.inference.ServerMetadataRequest;
import org.coverscape.proto.inference.ServerReadyRequest;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.TinyNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Open Inference Protocol v2, beside {@code Predict} on the same port. */
class InferenceProtocolTest {
  private static final byte[] ONE = TestImages.smooth(224, 224);
  private static final byte[] TWO = TestImages.noise(2);

  private final ScoringServer server;
  private final TestClient client;

  InferenceProtocolTest() throws StartFault, ModelFault {
    server = TestServers.tiny();
    client = new TestClient(server.port());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private GRPCInferenceServiceBlockingStub stub() {
    return GRPCInferenceServiceGrpc.newBlockingStub(client.channel())
        .withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  private static InferInputTensor.Builder input(String type, long... shape) {
    InferInputTensor.Builder tensor =
        InferInputTensor.newBuilder().setName("images").setDatatype(type);
    for (long size : shape) {
      tensor.addShape(size);
    }
    return tensor;
  }

  private static ModelInferRequest typed(InferInputTensor.Builder input, InferTensorContents c) {
    return ModelInferRequest.newBuilder().addInputs(input.setContents(c)).build();
  }

  private static ModelInferRequest raw(InferInputTensor.Builder input, ByteString... contents) {
    return ModelInferRequest.newBuilder()
        .addInputs(input)
        .addAllRawInputContents(List.of(contents))
        .build();
  }

  private static ByteString file(byte[] rgb) {
    return ByteString.copyFrom(TestImages.storedPng(rgb));
  }

  private static ModelInferRequest files(byte[]... chips) {
    InferTensorContents.Builder contents = InferTensorContents.newBuilder();
    for (byte[] rgb : chips) {
      contents.addBytesContents(file(rgb));
    }
    return typed(input("BYTES", chips.length), contents.build());
  }

  private static ByteString withLengths(ByteString... files) {
    ByteString out = ByteString.EMPTY;
    for (ByteString file : files) {
      ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      out = out.concat(ByteString.copyFrom(length.putInt(file.size()).flip())).concat(file);
    }
    return out;
  }

  private static float[] numbers(ModelInferResponse response) {
    assertEquals(1, response.getOutputsCount());
    if (response.getRawOutputContentsCount() == 0) {
      List<Float> values = response.getOutputs(0).getContents().getFp32ContentsList();
      float[] out = new float[values.size()];
      for (int i = 0; i < out.length; i++) {
        out[i] = values.get(i);
      }
      return out;
    }
    assertEquals(1, response.getRawOutputContentsCount());
    assertFalse(response.getOutputs(0).hasContents(), "typed and raw at once");
    ByteString bytes = response.getRawOutputContents(0);
    float[] out = new float[bytes.size() / 4];
    bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(out);
    return out;
  }

  private float[] predicted(String model, byte[]... chips) {
    List<byte[]> files = Arrays.stream(chips).map(TestImages::storedPng).toList();
    List<Float> values = client.answer(TestClient.named(TestClient.images(files), model));
    float[] out = new float[values.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.get(i);
    }
    return out;
  }

  @Test
  void answersAsPredictDoesToTheBit() {
    ModelInferResponse response =
        stub().modelInfer(files(ONE, TWO).toBuilder().setId("call 7").build());
    assertArrayEquals(predicted("", ONE, TWO), numbers(response));
    assertEquals("scores", response.getOutputs(0).getName());
    assertEquals("FP32", response.getOutputs(0).getDatatype());
    assertEquals(List.of(2L, 6L), response.getOutputs(0).getShapeList());
    assertEquals(0, response.getRawOutputContentsCount());
    assertEquals("call 7", response.getId());
    assertEquals("tiny", response.getModelName());
    assertEquals("7", response.getModelVersion());
  }

  @Test
  void rawIsAnsweredRaw() {
    ModelInferResponse response =
        stub().modelInfer(raw(input("BYTES", 2), withLengths(file(ONE), file(TWO))));
    assertEquals(1, response.getRawOutputContentsCount());
    assertArrayEquals(predicted("", ONE, TWO), numbers(response));
  }

  @Test
  void everyFormOfAChipHasOneAnswer() {
    float[] expected = predicted("", ONE);
    ByteBuffer floats = ByteBuffer.allocate(4 * ONE.length).order(ByteOrder.LITTLE_ENDIAN);
    InferTensorContents.Builder typedBytes = InferTensorContents.newBuilder();
    InferTensorContents.Builder typedFloats = InferTensorContents.newBuilder();
    for (byte sample : ONE) {
      floats.putFloat(sample & 0xff);
      typedBytes.addUintContents(sample & 0xff);
      typedFloats.addFp32Contents((sample & 0xff) + 0.2f);
    }
    ByteString raw = ByteString.copyFrom(floats.flip());
    for (ModelInferRequest request :
        List.of(
            raw(input("UINT8", 1, 224, 224, 3), ByteString.copyFrom(ONE)),
            raw(input("UINT8", 224, 224, 3), ByteString.copyFrom(ONE)),
            raw(input("FP32", 1, 224, 224, 3), raw),
            typed(input("UINT8", 1, 224, 224, 3), typedBytes.build()),
            typed(input("FP32", 1, 224, 224, 3), typedFloats.build()),
            files(ONE))) {
      assertArrayEquals(expected, numbers(stub().modelInfer(request)));
    }
  }

  @Test
  void theModelsNameChoosesTheOutput() {
    ModelInferRequest request = files(ONE);
    ModelInferResponse features =
        stub().modelInfer(request.toBuilder().setModelName("features").build());
    assertEquals("features", features.getOutputs(0).getName());
    assertEquals(List.of(1L, (long) TinyNetwork.FEATURES), features.getOutputs(0).getShapeList());
    assertArrayEquals(predicted("features", ONE), numbers(features));
    for (String name : List.of("scores", "tiny", "resnet50")) {
      assertArrayEquals(
          predicted("", ONE),
          numbers(stub().modelInfer(request.toBuilder().setModelName(name).build())));
    }
  }

  @Test
  void metadataTellsNamesTypesAndShapes() {
    ModelMetadataResponse scores =
        stub().modelMetadata(ModelMetadataRequest.newBuilder().setName("scores").build());
    assertEquals("tiny", scores.getName());
    assertEquals(List.of("7"), scores.getVersionsList());
    assertEquals("images", scores.getInputs(0).getName());
    assertEquals("BYTES", scores.getInputs(0).getDatatype());
    assertEquals(List.of(-1L), scores.getInputs(0).getShapeList());
    assertEquals("scores", scores.getOutputs(0).getName());
    assertEquals("FP32", scores.getOutputs(0).getDatatype());
    assertEquals(List.of(-1L, 6L), scores.getOutputs(0).getShapeList());
    ModelMetadataResponse features =
        stub().modelMetadata(ModelMetadataRequest.newBuilder().setName("features").build());
    assertEquals("features", features.getOutputs(0).getName());
    assertEquals(List.of(-1L, (long) TinyNetwork.FEATURES), features.getOutputs(0).getShapeList());
    assertEquals(
        "coverscape-scoring-service",
        stub().serverMetadata(ServerMetadataRequest.getDefaultInstance()).getName());
  }

  @Test
  void livesAndIsReady() {
    assertTrue(stub().serverLive(ServerLiveRequest.getDefaultInstance()).getLive());
    assertTrue(stub().serverReady(ServerReadyRequest.getDefaultInstance()).getReady());
    for (String name : List.of("scores", "features", "anything")) {
      assertTrue(
          stub().modelReady(ModelReadyRequest.newBuilder().setName(name).build()).getReady());
    }
  }

  private void refused(ModelInferRequest request, String part) {
    StatusRuntimeException refusal =
        assertThrows(StatusRuntimeException.class, () -> stub().modelInfer(request));
    assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
    String sentence = String.valueOf(refusal.getStatus().getDescription());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }

  @Test
  void contentsAreTypedOrRawButNeverBoth() {
    refused(
        files(ONE).toBuilder().addRawInputContents(withLengths(file(ONE))).build(),
        "both contents and raw_input_contents");
    refused(raw(input("BYTES", 1), withLengths(file(ONE)), file(TWO)), "send one for each");
  }

  @Test
  void rawFilesAreChecked() {
    ByteString sound = withLengths(file(ONE));
    refused(raw(input("BYTES", 1), file(ONE)), "cut off");
    refused(raw(input("BYTES", 1), sound.substring(0, 400)), "cut off");
    refused(raw(input("BYTES", 1), sound.concat(ByteString.copyFrom(new byte[3]))), "cut off");
    refused(raw(input("BYTES", 2), sound), "[2] does not fit the 1 images");
    refused(raw(input("BYTES", 0), ByteString.EMPTY), "0 images");
    refused(raw(input("BYTES", 65), ByteString.copyFrom(new byte[4 * 65])), "too many");
    refused(raw(input("BYTES", 1), withLengths(ByteString.copyFromUtf8("text"))), "neither a PNG");
  }

  @Test
  void tensorsAreChecked() {
    ByteString chip = ByteString.copyFrom(new byte[ChipSource.BYTES]);
    refused(raw(input("UINT8", 1, 3, 224, 224), chip), "[N,224,224,3]");
    refused(raw(input("UINT8", 2, 224, 224, 3), chip), "fewer or more");
    refused(raw(input("FP32", 1, 224, 224, 3), chip), "fewer or more");
    refused(raw(input("UINT8", 1L << 62, 224, 224, 3), chip), "shape");
    refused(raw(input("INT64", 1, 224, 224, 3), chip), "'INT64'");
    refused(typed(input("FP16", 1, 224, 224, 3), InferTensorContents.getDefaultInstance()), "FP16");
    refused(ModelInferRequest.getDefaultInstance(), "no input named images");
    refused(
        files(ONE).toBuilder()
            .addOutputs(InferRequestedOutputTensor.newBuilder().setName("logits"))
            .build(),
        "no output named 'logits'");
  }

  @Test
  void anOutputMayBeAskedForByName() {
    ModelInferRequest request =
        files(ONE).toBuilder()
            .addOutputs(InferRequestedOutputTensor.newBuilder().setName("scores"))
            .build();
    assertArrayEquals(predicted("", ONE), numbers(stub().modelInfer(request)));
  }

  @Test
  void aSoleInputMayHaveAnyName() {
    ModelInferRequest request = files(ONE);
    InferInputTensor renamed = request.getInputs(0).toBuilder().setName("data_0").build();
    assertArrayEquals(
        predicted("", ONE),
        numbers(stub().modelInfer(request.toBuilder().setInputs(0, renamed).build())));
  }
}
