package org.coverscape.engine.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.coverscape.engine.landcover.LandCoverClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierHeadTest {
  private static final List<String> SIX =
      List.of("barren", "cultivated", "developed", "forested", "herbaceous", "shrub");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ClassifierHead random(long seed, int features) {
    Random random = new Random(seed);
    float[] weights = numbers(random, features * 6);
    float[] std = numbers(random, features);
    for (int i = 0; i < std.length; i++) {
      std[i] = Math.abs(std[i]) + 0.1f;
    }
    DenseLayer layer = new DenseLayer(weights, numbers(random, 6), numbers(random, features), std);
    return new ClassifierHead(
        "resnet50:1", SIX, layer, Activation.SOFTMAX, Map.of("images", "12", "date", "today"));
  }

  private static float[] numbers(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void itComputesWhatTheFormulaSays() {
    float[] weights = new float[2 * 6];
    weights[0] = 1; // feature 0 to barren
    weights[6 + 5] = 2; // feature 1 to shrub
    DenseLayer layer =
        new DenseLayer(
            weights, new float[] {0, 0, 0, 0.5f, 0, 0}, new float[] {1, 1}, new float[] {2, 4});
    ClassifierHead head = new ClassifierHead("", SIX, layer, Activation.SOFTMAX, Map.of());
    // barren (3 - 1) / 2 = 1, shrub 2 * (9 - 1) / 4 = 4, forested 0.5
    double total = Math.exp(1) + Math.exp(4) + Math.exp(0.5) + 3;
    float[] scores = head.apply(new float[] {3, 9}).toArray();
    assertEquals(Math.exp(1) / total, scores[0], 1e-6);
    assertEquals(Math.exp(4) / total, scores[5], 1e-6);
    assertEquals(Math.exp(0.5) / total, scores[3], 1e-6);
  }

  @Test
  void columnsMayStandInAnyOrderAndNoneTakesPart() {
    List<String> classes =
        List.of("shrub", "none", "barren", "cultivated", "developed", "forested", "herbaceous");
    float[] bias = {(float) Math.log(2), (float) Math.log(4), 0, 0, 0, 0, 0};
    ClassifierHead head =
        new ClassifierHead(
            "",
            classes,
            new DenseLayer(new float[7], bias, null, null),
            Activation.SOFTMAX,
            Map.of());
    var scores = head.apply(new float[] {0});
    assertEquals(2 / 11f, scores.of(LandCoverClass.SHRUB), 1e-6f);
    assertEquals(1 / 11f, scores.of(LandCoverClass.BARREN), 1e-6f);
    assertEquals(4 / 11f, scores.none(), 1e-6f);
    assertTrue(scores.best().isEmpty());
  }

  @Test
  void sigmoidLeavesAChipUnlikeAllUnclassified() {
    float[] unlike = {-4, -4, -4, -4, -4, -4};
    ClassifierHead head =
        new ClassifierHead(
            "",
            SIX,
            new DenseLayer(new float[6], unlike, null, null),
            Activation.SIGMOID,
            Map.of());
    assertEquals(1 / (1 + Math.exp(4)), head.apply(new float[1]).toArray()[0], 1e-6);
    assertTrue(head.apply(new float[1]).best().isEmpty());
    float[] likeAll = {4, 4, 4, 4, 4, 4};
    ClassifierHead sure =
        new ClassifierHead(
            "",
            SIX,
            new DenseLayer(new float[6], likeAll, null, null),
            Activation.SIGMOID,
            Map.of());
    assertEquals(1 / 6f, sure.apply(new float[1]).toArray()[2], 1e-6f);
  }

  @Test
  void aFileKeepsEveryBit(@TempDir Path folder) throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      ClassifierHead head = random(seed, 1 + seed * 7);
      Path file = folder.resolve("head.json");
      HeadFile.write(head, file);
      ClassifierHead read = HeadFile.read(file);
      assertEquals(head, read);
      assertEquals(head.fingerprint(), read.fingerprint());
      float[] features = numbers(new Random(seed), head.features());
      assertArrayEquals(head.apply(features).toArray(), read.apply(features).toArray());
      assertNotEquals(random(seed + 100, head.features()).fingerprint(), head.fingerprint());
    }
  }

  @Test
  void featuresOfAnotherWidthOrThatAreNoNumbersAreRefused() {
    ClassifierHead head = random(1, 4);
    assertThrows(IllegalArgumentException.class, () -> head.apply(new float[5]));
    assertThrows(
        IllegalArgumentException.class, () -> head.apply(new float[] {0, Float.NaN, 0, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> head.apply(new float[] {0, Float.POSITIVE_INFINITY, 0, 0}));
  }

  @Test
  void whatIsWrongInAFileIsSaidInASentence(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("head.json");
    assertFault(file, root -> root.put("version", 2), "Its version is 2, and 1 is known.");
    assertFault(file, root -> root.put("format", "x"), "Its format is not coverscape-head.");
    assertFault(file, root -> root.remove("weights"), "It has no weights.");
    assertFault(file, root -> root.put("weights", "!"), "Its weights are not Base64.");
    assertFault(file, root -> root.put("weights", "AAAAAAA="), "Its weights are cut off.");
    assertFault(
        file,
        root -> root.put("bias", "AAAAAA==").put("mean", (String) null).put("std", (String) null),
        "It says 4 features, and its weights are for 24.");
    assertFault(file, root -> root.put("features", 9), "It says 9 features");
    assertFault(file, root -> root.put("activation", "relu"), "neither softmax nor sigmoid");
    assertFault(file, root -> root.putArray("classes").add("water"), "each of the six classes");
    byte[] nan = new byte[6 * Float.BYTES];
    nan[2] = (byte) 0xC0;
    nan[3] = 0x7F;
    String notANumber = Base64.getEncoder().encodeToString(nan);
    assertFault(file, root -> root.put("bias", notANumber), "something that is no number");
    String zeros = Base64.getEncoder().encodeToString(new byte[4 * Float.BYTES]);
    assertFault(file, root -> root.put("std", zeros), "has to be above 0");
    Files.writeString(file, "{");
    assertTrue(message(file).contains("It is not JSON."));
    Files.writeString(file, "[]");
    assertTrue(message(file).contains("not a JSON object"));
    assertThrows(IOException.class, () -> HeadFile.read(folder.resolve("missing.json")));
  }

  private static void assertFault(Path file, Consumer<ObjectNode> change, String words)
      throws IOException {
    HeadFile.write(random(3, 4), file);
    ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
    change.accept(root);
    Files.write(file, root.toString().getBytes(StandardCharsets.UTF_8));
    String message = message(file);
    assertTrue(message.contains(words), message);
    assertTrue(message.startsWith(file + " is no classifier head. "), message);
  }

  private static String message(Path file) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> HeadFile.read(file)).getMessage());
  }
}
