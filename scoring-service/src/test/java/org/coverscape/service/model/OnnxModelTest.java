package org.coverscape.service.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.coverscape.service.image.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
  private static final ModelIdentity TINY = new ModelIdentity("tiny", 1);

  @Test
  void answersWithSixScoresAndFeatures() throws ModelFault {
    try (ChipModel model = OnnxModel.of(TinyNetwork.sound().bytes(), TINY)) {
      byte[] chip = TestImages.noise(1);
      float[] scores = model.answer(chip, ModelOutput.SCORES);
      assertEquals(6, scores.length);
      assertEquals(6, model.width(ModelOutput.SCORES));
      double sum = 0;
      for (float score : scores) {
        assertTrue(score > 0 && score < 1);
        sum += score;
      }
      assertTrue(sum < 1);
      assertEquals(TinyNetwork.FEATURES, model.answer(chip, ModelOutput.FEATURES).length);
      assertEquals(TinyNetwork.FEATURES, model.width(ModelOutput.FEATURES));
      assertArrayEquals(scores, model.answer(chip, ModelOutput.SCORES));
    }
  }

  @Test
  void answersDifferForDifferentChips() throws ModelFault {
    try (ChipModel model = OnnxModel.of(TinyNetwork.sound().bytes(), TINY)) {
      float[] a = model.answer(TestImages.noise(1), ModelOutput.SCORES);
      float[] b = model.answer(TestImages.noise(2), ModelOutput.SCORES);
      assertNotEquals(Arrays.toString(a), Arrays.toString(b));
    }
  }

  @Test
  void featuresAreOptional() throws ModelFault {
    try (ChipModel model = OnnxModel.of(TinyNetwork.sound().withoutFeatures().bytes(), TINY)) {
      assertEquals(0, model.width(ModelOutput.FEATURES));
    }
  }

  @Test
  void refusesNetworksOfAnotherShapeInOneSentence() {
    refused(TinyNetwork.sound().classes(10), "10 scores");
    refused(TinyNetwork.sound().floatInput(), "does not say how pixels become such numbers");
    refused(TinyNetwork.sound().side(299), "export it for 224 × 224");
    refused(TinyNetwork.sound().channelsFirst().side(299), "export it for 224 × 224");
    refused(TinyNetwork.sound().withSecondInput(), "has 2 inputs (images, mask)");
    refused(TinyNetwork.sound().unpooled(), "pool or flatten");
    refused(TinyNetwork.sound().batch(65), "65 images at once");
    refused(TinyNetwork.sound().opset(99), "ONNX opset 99");
    refused(TinyNetwork.sound().weight(Float.NaN), "not a number");
  }

  private static void refused(TinyNetwork network, String part) {
    String sentence =
        String.valueOf(
            assertThrows(ModelFault.class, () -> OnnxModel.of(network.bytes(), TINY)).getMessage());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }

  @Test
  void refusesWhatIsNoNetwork(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("notes.onnx"), "not a network");
    Path missing = folder.resolve("missing.onnx");
    assertTrue(fault(text).contains("not a network that ONNX Runtime can read"));
    assertTrue(fault(missing).contains("There is no file"));
    assertTrue(fault(folder).contains("There is no file"));
  }

  private static String fault(Path file) {
    return String.valueOf(
        assertThrows(ModelFault.class, () -> Models.open(Optional.of(file))).getMessage());
  }

  @Test
  void versionOfAFileIsItsContent(@TempDir Path folder) throws IOException, ModelFault {
    ModelIdentity one = identity(folder, "my network.onnx", TinyNetwork.sound());
    ModelIdentity same = identity(folder, "My-Network.ONNX", TinyNetwork.sound());
    ModelIdentity other = identity(folder, "my network.onnx", TinyNetwork.sound().weight(0.03f));
    assertEquals("my-network", one.name());
    assertEquals("My-Network", same.name());
    assertEquals(one.version(), same.version());
    assertNotEquals(one.version(), other.version());
    assertTrue(one.version() > 0 && one.version() < 1L << 53, "survives a double");
    assertEquals(
        "prairie", identity(folder, "x.onnx", TinyNetwork.sound().named("prairie")).name());
  }

  private static ModelIdentity identity(Path folder, String file, TinyNetwork network)
      throws IOException, ModelFault {
    Path path = Files.write(folder.resolve(file), network.bytes());
    try (ChipModel model = Models.open(Optional.of(path))) {
      return model.identity();
    }
  }
}
