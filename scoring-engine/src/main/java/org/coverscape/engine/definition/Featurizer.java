package org.coverscape.engine.definition;

import java.util.List;

/**
 * The network of a definition, as its service names it.
 *
 * @param model identity, {@code name:version} or {@code name}, without a head on the client's side
 * @param askedAs the model's name in requests; empty where the service chooses
 * @param output the result that counts, by its name; empty takes the usual one, or the only one
 * @param dims sizes of its output for one image, such as [6] for scores or [1, 1, 128] for features
 */
public record Featurizer(String model, String askedAs, String output, List<Integer> dims) {
  private static final int MOST_DIMS = 4;
  private static final int LARGEST_DIM = 32_768;

  /** Checks that there is a name and an output. */
  public Featurizer {
    dims = List.copyOf(dims);
    if (model.isBlank()) {
      throw new IllegalArgumentException("Its featurizer has no name.");
    }
    if (dims.isEmpty()
        || dims.size() > MOST_DIMS
        || dims.stream().anyMatch(size -> size < 1 || size > LARGEST_DIM)) {
      throw new IllegalArgumentException(
          "Its output_tensor_dims have to be one to four whole numbers from 1 to "
              + LARGEST_DIM
              + ", such as [1, 1, 128].");
    }
  }

  /** How many numbers it answers with for an image. */
  public long width() {
    return dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** The model's name, without its version. */
  public String name() {
    int colon = model.lastIndexOf(':');
    return colon < 0 ? model : model.substring(0, colon);
  }

  /** The model's version; empty where it has none. */
  public String version() {
    int colon = model.lastIndexOf(':');
    return colon < 0 ? "" : model.substring(colon + 1);
  }
}
