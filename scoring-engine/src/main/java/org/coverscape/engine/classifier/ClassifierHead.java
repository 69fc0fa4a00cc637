package org.coverscape.engine.classifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The last layer of a network, kept on the client: it turns the features that a service computes
 * into class scores, as in 2018. Immutable, thread-safe.
 *
 * <p>Softmax gives probabilities of classes that exclude each other; a seventh class named {@value
 * #NONE} takes part and is what the six leave of 1. Sigmoid gives each class a probability of its
 * own: they are used as they are where they sum to 1 or less, so that a chip unlike all six stays
 * unclassified, and are scaled down to sum to 1 where they sum to more.
 *
 * @param featurizer identity of the model whose features it was trained on, {@code name} or {@code
 *     name:version}; empty where that is not known
 * @param classes names of the layer's columns, each of the six once, in any order; softmax may have
 *     {@value #NONE} besides
 * @param layer the weights
 * @param activation what makes probabilities of its sums
 * @param provenance where it comes from, for people: training images, date, accuracy
 */
public record ClassifierHead(
    String featurizer,
    List<String> classes,
    DenseLayer layer,
    Activation activation,
    Map<String, String> provenance) {
  /** The class that is none of the six. */
  public static final String NONE = "none";

  private static final Set<String> SIX =
      LandCoverClass.ALL.stream()
          .map(LandCoverClass::label)
          .collect(Collectors.toUnmodifiableSet());

  /** Checks that each of the six has a column. */
  public ClassifierHead {
    classes = List.copyOf(classes);
    provenance = Map.copyOf(provenance);
    Set<String> named = new HashSet<>(classes);
    boolean twice = named.size() < classes.size();
    boolean none = named.remove(NONE);
    if (twice || !named.equals(SIX) || (none && activation == Activation.SIGMOID)) {
      throw new IllegalArgumentException(
          "A head needs each of the six classes once, such as barren, and no others; softmax may"
              + " have 'none' besides.");
    }
    if (layer.classes() != classes.size()) {
      throw new IllegalArgumentException(
          "The head names "
              + classes.size()
              + " classes and has weights for "
              + layer.classes()
              + ".");
    }
  }

  /** Features it takes for an image. */
  public int features() {
    return layer.features();
  }

  /**
   * The scores of one image.
   *
   * @param features as many as {@link #features}
   * @throws IllegalArgumentException when there are more or fewer, or one is not a number
   */
  public ClassScores apply(float[] features) {
    return ClassScores.of(probabilities(features));
  }

  /**
   * The layer's own probabilities of one image, in class-id order, before they are scaled down
   * where they sum to more than 1: what a service that is served under this head sends, so that
   * {@link ClassScores#of} makes the same of them on either side of the wire.
   *
   * @param features as many as {@link #features}
   * @throws IllegalArgumentException when there are more or fewer, or one is not a number
   */
  public float[] probabilities(float[] features) {
    double[] probabilities = activation.probabilities(layer.sums(features));
    float[] scores = new float[LandCoverClass.ALL.size()];
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      scores[landCover.ordinal()] = (float) probabilities[classes.indexOf(landCover.label())];
    }
    return scores;
  }

  /** Eight letters that differ between heads that answer differently. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((activation + " " + classes).getBytes(StandardCharsets.UTF_8));
      for (float[] part : List.of(layer.weights(), layer.bias(), layer.mean(), layer.std())) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length * Float.BYTES);
        bytes.asFloatBuffer().put(part);
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
