package org.coverscape.engine.sample;

/**
 * One field of the farmland as seen from a place in it. Mutable, for one thread.
 *
 * <p>{@code along} and {@code across} are metres along the rows of the crop and across them, {@code
 * edge} metres to the field's border, {@code id} differs from field to field.
 */
final class Field {
  int id;
  Crop crop = Crop.STUBBLE;
  double along;
  double across;
  double edge;
  boolean hedged;
  boolean pivot;
  boolean farmstead;
}
