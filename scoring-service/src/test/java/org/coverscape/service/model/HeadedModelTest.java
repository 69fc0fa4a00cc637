package org.coverscape.service.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.coverscape.service.image.TestImages;
import org.junit.jupiter.api.Test;

class HeadedModelTest {
  private static final ModelIdentity TINY = new ModelIdentity("tiny", 7);

  /** A head that answers with the first six features, of whatever size they are. */
  private record FirstSix(String featurizer, int features) implements FeatureHead {
    @Override
    public String fingerprint() {
      return "f1rst6";
    }

    @Override
    public float[] scores(float[] row) {
      return Arrays.copyOf(row, 6);
    }
  }

  private static ChipModel headed(TinyNetwork network, FeatureHead head) throws ModelFault {
    return HeadedModel.of(OnnxModel.of(network.bytes(), TINY), head);
  }

  @Test
  void scoresAreTheHeadsAndFeaturesTheNetworks() throws ModelFault {
    byte[] chip = TestImages.noise(3);
    try (ChipModel model =
        headed(TinyNetwork.sound(), new FirstSix("tiny", TinyNetwork.FEATURES))) {
      float[] features = model.answer(chip, ModelOutput.FEATURES);
      assertEquals(TinyNetwork.FEATURES, features.length);
      assertArrayEquals(Arrays.copyOf(features, 6), model.answer(chip, ModelOutput.SCORES));
      assertEquals(6, model.width(ModelOutput.SCORES));
      assertEquals(TinyNetwork.FEATURES, model.width(ModelOutput.FEATURES));
    }
  }

  @Test
  void theHeadIsPartOfTheIdentityOfScoresOnly() throws ModelFault {
    try (ChipModel model =
        headed(TinyNetwork.sound(), new FirstSix("tiny:7", TinyNetwork.FEATURES))) {
      assertEquals("tiny:7+head-f1rst6", model.identity().toString());
      assertEquals(TINY, model.identity().of(ModelOutput.FEATURES));
      assertEquals(model.identity(), model.identity().of(ModelOutput.SCORES));
    }
  }

  @Test
  void aHeadThatDoesNotFitIsRefusedInOneSentence() {
    int width = TinyNetwork.FEATURES;
    refused(TinyNetwork.sound(), new FirstSix("resnet50", width), "trained for resnet50");
    refused(TinyNetwork.sound(), new FirstSix("tiny:71", width), "trained for tiny:71");
    refused(TinyNetwork.sound(), new FirstSix("", 2048), "takes 2048 features");
    refused(TinyNetwork.sound().withoutFeatures(), new FirstSix("", width), "has no features");
  }

  private static void refused(TinyNetwork network, FeatureHead head, String part) {
    String sentence =
        String.valueOf(assertThrows(ModelFault.class, () -> headed(network, head)).getMessage());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }
}
