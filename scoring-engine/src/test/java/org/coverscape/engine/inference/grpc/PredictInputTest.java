package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.InputSpec.Layout;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.StoredPng;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code Predict} is sent beyond the habits of Project Brainwave: batches and tensors. */
@Timeout(30)
class PredictInputTest {
  private PredictServer server;

  @BeforeEach
  void start() throws IOException {
    server = PredictServer.start();
    server.onPredict =
        (request, observer) -> {
          TensorProto input = request.getInputsMap().values().iterator().next();
          int rows = (int) input.getTensorShape().getDim(0).getSize();
          PredictServer.answer(observer, PredictServer.response(numbered(rows), (long) rows, 6L));
        };
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** Scores whose first is the row's number, in hundredths. */
  private static float[] numbered(int rows) {
    float[] values = new float[rows * 6];
    for (int row = 0; row < rows; row++) {
      values[row * 6] = row / 100f;
    }
    return values;
  }

  private PredictRequest sent(UnaryOperator<ServiceSpec> change, Chip... chips) throws Exception {
    try (GrpcInferenceService service =
        GrpcInferenceService.open(change.apply(ServiceSpec.of(server.endpoint())))) {
      List<ChipAnswer> answers = service.score(List.of(chips)).get(10, TimeUnit.SECONDS);
      assertEquals(chips.length, answers.size());
      for (int row = 0; row < chips.length; row++) {
        assertEquals(row / 100f, answers.get(row).scores().toArray()[0]);
      }
    }
    PredictRequest request = server.lastRequest;
    assertNotNull(request);
    return request;
  }

  private static List<Long> shape(TensorProto tensor) {
    return tensor.getTensorShape().getDimList().stream()
        .map(TensorShapeProto.Dim::getSize)
        .toList();
  }

  @Test
  void filesGoInOneCallAndScoresComeBackInOrder() throws Exception {
    Chip[] chips = {Pictures.noise(1), Pictures.noise(2), Pictures.noise(3)};
    PredictRequest request =
        sent(
            spec ->
                spec.withModel(m -> m.withModel("resnet", "7").withOutput("anything"))
                    .withCalls(calls -> calls.withBatch(3))
                    .withInput(input -> input.withName("pictures")),
            chips);
    TensorProto tensor = request.getInputsOrThrow("pictures");
    assertEquals(List.of(3L), shape(tensor));
    assertEquals(
        Arrays.stream(chips).map(chip -> ByteString.copyFrom(StoredPng.encode(chip))).toList(),
        tensor.getStringValList());
    assertEquals(7, request.getModelSpec().getVersion().getValue());
    assertEquals(List.of("anything"), request.getOutputFilterList());
  }

  @Test
  void floatsAreTheSameInEitherField() throws Exception {
    Chip chip = Pictures.noise(8);
    UnaryOperator<ServiceSpec> tensor =
        spec ->
            spec.withInput(
                input ->
                    input
                        .withTensor(Dtype.FP32, Layout.NHWC)
                        .withPreprocessing(
                            Preprocessing.none()
                                .withMean(List.of(1f, 2f, 3f))
                                .withOrder(Preprocessing.Order.BGR)));
    TensorProto packed = sent(tensor, chip).getInputsOrThrow("images");
    TensorProto typed =
        sent(
                spec -> tensor.apply(spec).withInput(input -> input.withContents(Contents.TYPED)),
                chip)
            .getInputsOrThrow("images");
    assertEquals(DataType.DT_FLOAT, packed.getDtype());
    assertEquals(List.of(1L, 224L, 224L, 3L), shape(packed));
    float[] floats = Floats.ofSingles(packed.getTensorContent());
    List<Float> expected = new ArrayList<>();
    for (float value : floats) {
      expected.add(value);
    }
    assertEquals(expected, typed.getFloatValList());
    assertEquals(Pictures.pixel(chip, 0, 1, 2) - 3f, floats[3]);
    assertEquals(Pictures.pixel(chip, 0, 1, 0) - 1f, floats[5]);
  }

  @Test
  void bytesAreSentPackedOrAsNumbers() throws Exception {
    Chip chip = Pictures.noise(8);
    TensorProto packed =
        sent(spec -> spec.withInput(input -> input.withTensor(Dtype.UINT8, Layout.NHWC)), chip)
            .getInputsOrThrow("images");
    assertEquals(DataType.DT_UINT8, packed.getDtype());
    assertEquals(ByteString.copyFrom(chip.rgb()), packed.getTensorContent());
    TensorProto typed =
        sent(
                spec ->
                    spec.withInput(
                        input ->
                            input
                                .withTensor(Dtype.UINT8, Layout.NHWC)
                                .withContents(Contents.TYPED)),
                chip)
            .getInputsOrThrow("images");
    assertEquals(chip.rgb()[777] & 0xFF, typed.getIntVal(777));
    assertEquals(Chip.BYTES, typed.getIntValCount());
  }

  @Test
  void jpegFilesAreSentWhereTheyAreWanted() throws Exception {
    ByteString file =
        sent(spec -> spec.withInput(input -> input.withEncoding(Encoding.JPEG)), Pictures.smooth())
            .getInputsOrThrow("images")
            .getStringVal(0);
    assertEquals((byte) 0xFF, file.byteAt(0));
    assertEquals((byte) 0xD8, file.byteAt(1));
    assertTrue(file.size() < 20_000);
  }

  @Test
  void shapesAreMadeSenseOf() {
    assertEquals(
        Optional.of(List.of(2L, 3L, 224L, 224L)),
        InputShape.ofTensor(List.of(-1L, 3L, -1L, -1L)).map(shape -> shape.sizes(2)));
    assertEquals(
        Optional.of(Layout.NHWC),
        InputShape.ofTensor(List.of(-1L, -1L, -1L, -1L)).map(InputShape::layout));
    assertEquals(
        Optional.of(List.of(2L, 150528L)),
        InputShape.ofTensor(List.of(-1L, -1L)).map(shape -> shape.sizes(2)));
    assertEquals(
        Optional.of(List.of(150528L)),
        InputShape.ofTensor(List.of(150528L)).map(shape -> shape.sizes(1)));
    assertEquals(Optional.of(1), InputShape.ofTensor(List.of(-1L, -1L, 3L)).map(InputShape::fixed));
    for (List<Long> misfit :
        List.of(
            List.of(1L, 224L, 224L, 4L),
            List.of(1L, 256L, 256L, 3L),
            List.of(-1L, 1000L),
            List.of(1L, 1L, 3L, 224L, 224L))) {
      assertTrue(InputShape.ofTensor(misfit).isEmpty(), misfit.toString());
    }
    assertTrue(InputShape.ofFiles(List.of(-1L, 2L)).isEmpty());
  }

  @Test
  void aShapeOfPixelsOrTheirPreparationAsksForPixels() throws Exception {
    Preprocessing halved = Preprocessing.none().withScale(0.5f);
    TensorProto prepared =
        sent(spec -> spec.withInput(i -> i.withPreprocessing(halved)), Pictures.noise(1))
            .getInputsOrThrow("images");
    assertEquals(DataType.DT_FLOAT, prepared.getDtype());
    float first = Floats.ofSingles(prepared.getTensorContent())[0];
    assertEquals((Pictures.noise(1).rgb()[0] & 0xFF) / 2f, first);
    TensorProto shaped =
        sent(
                spec -> spec.withInput(i -> i.withShape(List.of(-1L, 224L, 224L, 3L))),
                Pictures.noise(1))
            .getInputsOrThrow("images");
    assertEquals(DataType.DT_FLOAT, shaped.getDtype());
    assertEquals(List.of(1L, 224L, 224L, 3L), shape(shaped));
  }
}
