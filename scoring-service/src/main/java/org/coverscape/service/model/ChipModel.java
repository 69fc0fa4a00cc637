package org.coverscape.service.model;

/** A network that answers for one chip at a time. Thread-safe until closed. */
public interface ChipModel extends AutoCloseable {
  /** Its name and version. */
  ModelIdentity identity();

  /** How many numbers it answers with; 0 where it has no such output. */
  int width(ModelOutput output);

  /**
   * Answers for one chip. The answer depends on the chip alone: never on other chips, their order
   * or the load.
   *
   * @param pixels 224 × 224 pixels of red, green, blue, row by row
   * @return {@code width(output)} finite numbers
   * @throws ModelFault when the network fails on it
   */
  float[] answer(byte[] pixels, ModelOutput output) throws ModelFault;

  @Override
  void close();
}
