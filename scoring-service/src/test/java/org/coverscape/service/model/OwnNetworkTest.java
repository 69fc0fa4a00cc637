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

/** Networks that were not made for this service, opened from their files. */
class OwnNetworkTest {
  private static final byte[] CHIP = TestImages.noise(5);

  @TempDir Path folder;

  private ChipModel open(TinyNetwork network, String... notes) throws IOException, ModelFault {
    Path file = Files.write(folder.resolve("own.onnx"), network.bytes());
    Files.deleteIfExists(folder.resolve("own.json"));
    for (String text : notes) {
      Files.writeString(folder.resolve("own.json"), text);
    }
    return Models.open(Optional.of(file));
  }

  private float[] answer(ModelOutput output, TinyNetwork network, String... notes)
      throws IOException, ModelFault {
    return answer(CHIP, output, network, notes);
  }

  private float[] answer(byte[] chip, ModelOutput output, TinyNetwork network, String... notes)
      throws IOException, ModelFault {
    try (ChipModel model = open(network, notes)) {
      return model.answer(chip, output);
    }
  }

  @Test
  void layoutAndTypeDoNotChangeAnswers() throws IOException, ModelFault {
    float[] expected = answer(ModelOutput.SCORES, TinyNetwork.sound());
    String none = "{\"preprocessing\": \"none\"}";
    TinyNetwork floats = TinyNetwork.sound().floatInput();
    TinyNetwork planes = TinyNetwork.sound().channelsFirst();
    TinyNetwork both = TinyNetwork.sound().floatInput().channelsFirst();
    assertArrayEquals(expected, answer(ModelOutput.SCORES, floats, none));
    assertArrayEquals(expected, answer(ModelOutput.SCORES, planes));
    assertArrayEquals(expected, answer(ModelOutput.SCORES, both, none));
    assertArrayEquals(expected, answer(ModelOutput.SCORES, TinyNetwork.sound().batch(1)));
  }

  @Test
  void aFixedBatchIsFilledWithTheChip() throws IOException, ModelFault {
    float[] one = answer(ModelOutput.SCORES, TinyNetwork.sound());
    float[] four = answer(ModelOutput.SCORES, TinyNetwork.sound().batch(4));
    assertArrayEquals(one, four, 1e-6f);
  }

  @Test
  void coloursCanBeWantedTheOtherWayRound() throws IOException, ModelFault {
    byte[] swapped = new byte[CHIP.length];
    for (int i = 0; i < CHIP.length; i += 3) {
      swapped[i] = CHIP[i + 2];
      swapped[i + 1] = CHIP[i + 1];
      swapped[i + 2] = CHIP[i];
    }
    String bgr = "{\"preprocessing\": {\"order\": \"bgr\"}}";
    assertArrayEquals(
        answer(ModelOutput.SCORES, TinyNetwork.sound()),
        answer(swapped, ModelOutput.SCORES, TinyNetwork.sound(), bgr));
  }

  @Test
  void sevenScoresAreSixAndNone() throws IOException, ModelFault {
    float[] six = answer(ModelOutput.SCORES, TinyNetwork.sound().classes(6));
    // the tiny network has one class more than it shows; shown whole, it is the seventh
    float[] seven = answer(ModelOutput.SCORES, TinyNetwork.sound().classes(6).showingAll());
    assertArrayEquals(six, seven);
    float[] logits = answer(ModelOutput.SCORES, TinyNetwork.sound().showingAll().logits());
    assertArrayEquals(six, logits, 1e-6f);
  }

  @Test
  void oneOutputOfAnotherNameIsKnownByItsWidth() throws IOException, ModelFault {
    try (ChipModel model =
        open(TinyNetwork.sound().withoutFeatures().scoresNamed("probabilities"))) {
      assertEquals(6, model.width(ModelOutput.SCORES));
      assertEquals(0, model.width(ModelOutput.FEATURES));
    }
    try (ChipModel model =
        open(TinyNetwork.sound().withoutFeatures().scoresNamed("embedding").classes(40))) {
      assertEquals(0, model.width(ModelOutput.SCORES));
      assertEquals(40, model.width(ModelOutput.FEATURES));
      assertThrows(ModelFault.class, () -> model.answer(CHIP, ModelOutput.SCORES));
    }
  }

  @Test
  void notesNameOutputs() throws IOException, ModelFault {
    try (ChipModel model =
        open(TinyNetwork.sound().scoresNamed("y"), "{\"scores_output\": \"y\"}")) {
      assertEquals(6, model.width(ModelOutput.SCORES));
      assertEquals(TinyNetwork.FEATURES, model.width(ModelOutput.FEATURES));
    }
  }

  @Test
  void notesArePartOfTheVersion() throws IOException, ModelFault {
    TinyNetwork network = TinyNetwork.sound().floatInput();
    assertNotEquals(
        version(network, "{\"preprocessing\": \"none\"}"),
        version(network, "{\"preprocessing\": \"resnet50\"}"));
    assertEquals(
        version(network, "{\"preprocessing\": \"unit\"}"),
        version(network, "{\"preprocessing\": \"unit\", \"made_by\": \"somebody\"}"));
    assertEquals(version(TinyNetwork.sound()), version(TinyNetwork.sound(), "{\"date\": 2026}"));
  }

  private long version(TinyNetwork network, String... notes) throws IOException, ModelFault {
    try (ChipModel model = open(network, notes)) {
      return model.identity().version();
    }
  }

  @Test
  void weightsMayBeInAFileBesideIt() throws IOException, ModelFault {
    TinyNetwork network = TinyNetwork.sound().weightsIn("own.weights");
    byte[] weights = network.weights();
    Files.write(folder.resolve("own.weights"), weights);
    assertArrayEquals(
        answer(ModelOutput.SCORES, TinyNetwork.sound()), answer(ModelOutput.SCORES, network));
    long before = version(network);
    weights[3] ^= 1;
    Files.write(folder.resolve("own.weights"), weights);
    assertNotEquals(before, version(network));
    Files.delete(folder.resolve("own.weights"));
    refused("own.weights that is not beside it", network);
    refused("outside of its own folder", TinyNetwork.sound().weightsIn("../own.weights"));
    refused("outside of its own folder", TinyNetwork.sound().weightsIn("/etc/passwd"));
  }

  @Test
  void whatCannotBeUsedIsOneSentence() throws IOException {
    refused("output named z but", TinyNetwork.sound(), "{\"scores_output\": \"z\"}");
    refused("makes fractions", TinyNetwork.sound(), "{\"preprocessing\": \"unit\"}");
    refused("preprocessing is 'vgg'", TinyNetwork.sound(), "{\"preprocessing\": \"vgg\"}");
    refused("layout is 'chw'", TinyNetwork.sound(), "{\"layout\": \"chw\"}");
    refused("must be uint8 or float", TinyNetwork.sound(), "{\"layout\": \"nchw\"}");
    refused("mean takes three", TinyNetwork.sound(), "{\"preprocessing\": {\"mean\": [1, 2]}}");
    refused("std takes three", TinyNetwork.sound(), "{\"preprocessing\": {\"std\": [1, 0, 1]}}");
    refused("scale takes", TinyNetwork.sound(), "{\"preprocessing\": {\"scale\": \"big\"}}");
    refused("is no JSON", TinyNetwork.sound(), "{preprocessing");
    byte[] whole = TinyNetwork.sound().bytes();
    Path cut = folder.resolve("cut.onnx");
    for (int length : new int[] {0, 1, 50, whole.length / 2, whole.length - 30}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      sentence("", assertThrows(ModelFault.class, () -> Models.open(Optional.of(cut))));
    }
  }

  private void refused(String part, TinyNetwork network, String... notes) {
    sentence(part, assertThrows(ModelFault.class, () -> open(network, notes).close()));
  }

  private static void sentence(String part, ModelFault fault) {
    String sentence = String.valueOf(fault.getMessage());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }
}
