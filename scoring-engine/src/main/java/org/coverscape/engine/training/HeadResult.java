package org.coverscape.engine.training;

import java.util.List;
import org.coverscape.engine.classifier.ClassifierHead;

/**
 * A head with its figures.
 *
 * @param head the head
 * @param epochs its learning curve; empty where there is none
 * @param training its answers on the chips it learned from
 * @param validation its answers on those it did not learn from; empty where there are none
 * @param block chips along a side of the blocks that keep the two apart
 */
public record HeadResult(
    ClassifierHead head,
    List<Epoch> epochs,
    HeadFigures training,
    HeadFigures validation,
    int block) {
  /** Takes a copy. */
  public HeadResult {
    epochs = List.copyOf(epochs);
  }
}
