package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.InputSpec.Layout;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.StoredPng;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferInputTensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server of the Open Inference Protocol is sent, to the last pixel. */
@Timeout(30)
class V2InputTest {
  private static final Preprocessing BRAINWAVE =
      Preprocessing.none()
          .withMean(List.of(123.68f, 116.779f, 103.939f))
          .withOrder(Preprocessing.Order.BGR);

  private V2Server server;

  @BeforeEach
  void start() throws IOException {
    server = V2Server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private ModelInferRequest sent(UnaryOperator<InputSpec> input, Chip... chips) throws Exception {
    UnaryOperator<ServiceSpec> change =
        spec ->
            spec.withModel(m -> m.withProtocol(ServiceProtocol.V2).withModel("landcover", ""))
                .withInput(input)
                .withCalls(calls -> calls.withBatch(8));
    try (GrpcInferenceService service = server.open(change)) {
      service.probe().get(10, TimeUnit.SECONDS);
      assertEquals(chips.length, service.score(List.of(chips)).get(10, TimeUnit.SECONDS).size());
    }
    ModelInferRequest request = server.lastRequest;
    assertNotNull(request);
    assertEquals("landcover", request.getModelName());
    return request;
  }

  @Test
  void bytesAreSentRawAsTheyAre() throws Exception {
    server.taking("pixels", "UINT8", -1L, 224L, 224L, 3L);
    Chip first = Pictures.noise(1);
    Chip second = Pictures.noise(2);
    ModelInferRequest request = sent(input -> input, first, second);
    InferInputTensor tensor = request.getInputs(0);
    assertEquals("pixels", tensor.getName());
    assertEquals("UINT8", tensor.getDatatype());
    assertEquals(List.of(2L, 224L, 224L, 3L), tensor.getShapeList());
    assertFalse(tensor.hasContents());
    ByteString raw = request.getRawInputContents(0);
    assertEquals(ByteString.copyFrom(first.rgb()).concat(ByteString.copyFrom(second.rgb())), raw);
  }

  @Test
  void preparedFloatsComeChannelByChannelBlueFirst() throws Exception {
    server.taking("x", "FP32", -1L, 3L, 224L, 224L);
    Chip chip = Pictures.noise(5);
    ModelInferRequest request = sent(input -> input.withPreprocessing(BRAINWAVE), chip);
    assertEquals(List.of(1L, 3L, 224L, 224L), request.getInputs(0).getShapeList());
    ByteBuffer raw =
        request.getRawInputContents(0).asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(Chip.BYTES * Float.BYTES, raw.remaining());
    float[] mean = {103.939f, 116.779f, 123.68f};
    for (int place = 0; place < 3; place++) {
      for (int row = 0; row < 224; row += 31) {
        for (int col = 0; col < 224; col += 17) {
          int at = (place * 224 + row) * 224 + col;
          assertEquals(
              Pictures.pixel(chip, row, col, 2 - place) - mean[place],
              raw.getFloat(at * Float.BYTES));
        }
      }
    }
  }

  @Test
  void typedFloatsAndRawFloatsAreTheSame() throws Exception {
    server.taking("x", "FP32", -1L, 224L, 224L, 3L);
    Chip chip = Pictures.noise(9);
    Preprocessing torch =
        Preprocessing.none()
            .withScale(1 / 255f)
            .withMean(List.of(0.485f, 0.456f, 0.406f))
            .withStd(List.of(0.229f, 0.224f, 0.225f));
    ModelInferRequest raw = sent(input -> input.withPreprocessing(torch), chip);
    ModelInferRequest typed =
        sent(input -> input.withPreprocessing(torch).withContents(Contents.TYPED), chip);
    assertEquals(0, typed.getRawInputContentsCount());
    InferTensorContents numbers = typed.getInputs(0).getContents();
    float[] expected = Floats.ofSingles(raw.getRawInputContents(0));
    assertEquals(expected.length, numbers.getFp32ContentsCount());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], numbers.getFp32Contents(i));
    }
    int blue = Pictures.pixel(chip, 3, 4, 2);
    assertEquals((blue / 255f - 0.406f) / 0.225f, expected[(3 * 224 + 4) * 3 + 2], 1e-5f);
  }

  @Test
  void typedBytesAreNumbers() throws Exception {
    Chip chip = Pictures.noise(3);
    ModelInferRequest request =
        sent(
            input -> input.withTensor(Dtype.UINT8, Layout.NHWC).withContents(Contents.TYPED), chip);
    InferTensorContents numbers = request.getInputs(0).getContents();
    assertEquals("images", request.getInputs(0).getName());
    assertEquals(Chip.BYTES, numbers.getUintContentsCount());
    for (int i = 0; i < Chip.BYTES; i++) {
      assertEquals(chip.rgb()[i] & 0xFF, numbers.getUintContents(i));
    }
  }

  @Test
  void bytesInAnotherOrderArePermuted() throws Exception {
    server.taking("x", "UINT8", -1L, 224L, 224L, 3L);
    Chip chip = Pictures.noise(4);
    Preprocessing blueFirst = Preprocessing.none().withOrder(Preprocessing.Order.BGR);
    byte[] bgr =
        sent(input -> input.withPreprocessing(blueFirst), chip)
            .getRawInputContents(0)
            .toByteArray();
    // what was told of the layout gives way to what is configured
    ModelInferRequest planes = sent(input -> input.withTensor(Dtype.UINT8, Layout.NCHW), chip);
    assertEquals(List.of(1L, 3L, 224L, 224L), planes.getInputs(0).getShapeList());
    byte[] rgb = planes.getRawInputContents(0).toByteArray();
    for (int i = 0; i < 224 * 224; i++) {
      for (int channel = 0; channel < 3; channel++) {
        assertEquals(chip.rgb()[i * 3 + channel], bgr[i * 3 + 2 - channel]);
        assertEquals(chip.rgb()[i * 3 + channel], rgb[channel * 224 * 224 + i]);
      }
    }
  }

  @Test
  void filesAreSentTypedOrBehindTheirLength() throws Exception {
    server.taking("files", "BYTES", -1L, 1L);
    Chip first = Pictures.noise(6);
    Chip second = Pictures.noise(7);
    ModelInferRequest raw = sent(input -> input, first, second);
    assertEquals("BYTES", raw.getInputs(0).getDatatype());
    assertEquals(List.of(2L, 1L), raw.getInputs(0).getShapeList());
    ByteBuffer packed =
        raw.getRawInputContents(0).asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    for (Chip chip : List.of(first, second)) {
      byte[] file = new byte[packed.getInt()];
      packed.get(file);
      assertArrayEquals(StoredPng.encode(chip), file);
    }
    assertEquals(0, packed.remaining());

    ModelInferRequest typed =
        sent(input -> input.withContents(Contents.TYPED).withEncoding(Encoding.PNG), first);
    assertEquals(
        List.of(ByteString.copyFrom(StoredPng.encode(first))),
        typed.getInputs(0).getContents().getBytesContentsList());
  }

  @Test
  void aJpegShowsThePicture() throws Exception {
    Chip chip = Pictures.smooth();
    ModelInferRequest request =
        sent(input -> input.withEncoding(Encoding.JPEG).withContents(Contents.TYPED), chip);
    byte[] file = request.getInputs(0).getContents().getBytesContents(0).toByteArray();
    assertTrue(file.length < 20_000, file.length + " bytes");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    for (int row = 0; row < 224; row += 20) {
      int rgb = image.getRGB(100, row);
      for (int channel = 0; channel < 3; channel++) {
        int seen = (rgb >> (16 - 8 * channel)) & 0xFF;
        assertEquals(Pictures.pixel(chip, row, 100, channel), seen, 6);
      }
    }
  }

  @Test
  void aModelWithOneNumberOfImagesIsSentAsMany() throws Exception {
    server.taking("x", "UINT8", 4L, 224L, 224L, 3L);
    ModelInferRequest request = sent(input -> input, Pictures.noise(1), Pictures.noise(2));
    assertEquals(List.of(4L, 224L, 224L, 3L), request.getInputs(0).getShapeList());
    assertEquals(4 * Chip.BYTES, request.getRawInputContents(0).size());
  }

  @Test
  void aShapeOfPixelsOrTheirPreparationAsksForPixels() throws Exception {
    server.taking("x", "FP32", -1L, -1L, -1L, -1L);
    ModelInferRequest shaped =
        sent(input -> input.withShape(List.of(-1L, 3L, 224L, 224L)), Pictures.noise(1));
    assertEquals("FP32", shaped.getInputs(0).getDatatype());
    assertEquals(List.of(1L, 3L, 224L, 224L), shaped.getInputs(0).getShapeList());
    // what is configured would be lost without a word in a file
    server.taking("files", "BYTES", -1L);
    ModelInferRequest prepared =
        sent(input -> input.withPreprocessing(BRAINWAVE), Pictures.noise(1));
    assertEquals("FP32", prepared.getInputs(0).getDatatype());
    assertEquals(List.of(1L, 224L, 224L, 3L), prepared.getInputs(0).getShapeList());
  }
}
