package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.coverscape.engine.classifier.ClassifierHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenseTrainerTest {
  private static final TrainingData TRAINING = Blobs.data(1, 60, 200, 60, 60, 60, 60);
  private static final TrainingData VALIDATION = Blobs.data(2, 40, 40, 40, 40, 40, 40);

  private static TrainedLayer train(Preset preset, long seed, TrainingData training)
      throws InterruptedException {
    return new DenseTrainer(preset, seed).train(training, VALIDATION, epoch -> {});
  }

  private static HeadFigures figures(TrainedLayer trained, TrainingData data) {
    List<String> names = Targets.labels(data.classes());
    return HeadFigures.of(
        new ClassifierHead("", names, trained.layer(), trained.activation(), Map.of()), data);
  }

  @Test
  void bestLearnsClassesThatLieApartWhateverTheirScale() throws InterruptedException {
    TrainedLayer trained = train(Preset.BEST, 1, TRAINING);
    assertTrue(figures(trained, VALIDATION).balancedAccuracy() > 0.95);
    assertTrue(
        trained.epochs().get(0).validationLoss()
            > trained.epochs().get(trained.epochs().size() - 1).validationLoss());
  }

  @Test
  void itStopsBeforeTheLastEpochWhenTheValidationIsNoBetter() throws InterruptedException {
    int[] wrong = VALIDATION.targets().clone();
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] = (wrong[i] + 1) % 6;
    }
    TrainingData misleading = new TrainingData(VALIDATION.features(), wrong, 6);
    TrainedLayer trained =
        new DenseTrainer(Preset.BEST, 1).train(TRAINING, misleading, epoch -> {});
    assertTrue(trained.epochs().size() < 40, () -> "after " + trained.epochs().size());
  }

  @Test
  void the2018PresetTrainsTenEpochsOnFeaturesAsTheyAre() throws InterruptedException {
    TrainedLayer trained = train(Preset.Y2018, 1, TRAINING);
    assertEquals(10, trained.epochs().size());
    assertArrayEquals(new float[Blobs.WIDTH], trained.layer().mean());
    assertTrue(trained.epochs().get(9).trainingLoss() < trained.epochs().get(0).trainingLoss());
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aSeedGivesTheSameBits(Preset preset) throws InterruptedException {
    TrainedLayer once = train(preset, 7, TRAINING);
    assertEquals(once, train(preset, 7, TRAINING));
    assertNotEquals(once.layer(), train(preset, 8, TRAINING).layer());
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aClassThatNoChipShowsIsNeverAnswered(Preset preset) throws InterruptedException {
    TrainingData lacking = Blobs.data(4, 60, 0, 60, 60, 60, 60);
    HeadFigures figures = figures(train(preset, 1, lacking), VALIDATION);
    for (long[] row : figures.counts()) {
      assertEquals(0, row[1]);
    }
  }

  @Test
  void classWeightsMakeUpForFewChips() throws InterruptedException {
    TrainingData unbalanced = Blobs.data(5, 20, 2000, 20, 20, 20, 20);
    assertTrue(figures(train(Preset.BEST, 1, unbalanced), VALIDATION).balancedAccuracy() > 0.9);
  }

  @Test
  void itTakesNoneAsASeventhClass() throws InterruptedException {
    TrainingData seven = Blobs.data(6, 50, 50, 50, 50, 50, 50, 50);
    TrainedLayer trained =
        new DenseTrainer(Preset.BEST, 1).train(seven, Blobs.data(7, 9, 9, 9, 9, 9, 9, 9), e -> {});
    assertTrue(figures(trained, seven).recall(Targets.NONE) > 0.9);
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> train(Preset.BEST, 1, TRAINING));
  }
}
