package org.coverscape.engine.inference.grpc;

import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.landcover.CellScores;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.LandCoverClass;

/** Reads dense answers: rows of [7, 7, 6], six class scores for each cell, and nothing else. */
final class CellReader extends AnswerReader {
  private static final List<Long> ROW =
      List.of((long) CellScores.SIDE, (long) CellScores.SIDE, (long) LandCoverClass.ALL.size());

  CellReader(ServiceEndpoint endpoint) {
    super(endpoint);
  }

  @Override
  long length(List<Long> shape) {
    if (longest(shape) > 0) {
      throw wholeChips(endpoint());
    }
    return shape.equals(ROW) ? ChipAnswer.DENSE_NUMBERS : 0;
  }

  @Override
  Answer answer(String model, List<float[]> rows) {
    return new Answer(model, rows.stream().map(this::cells).toList(), List.of());
  }

  private ChipAnswer cells(float[] row) {
    try {
      return ChipAnswer.dense(row);
    } catch (IllegalArgumentException e) {
      throw fault("scores that are no numbers");
    }
  }

  @Override
  String wanted() {
    return "not with scores of 7 × 7 cells for each image; use --cells chip.";
  }

  /** A service that does not answer for cells. */
  static ServiceFault wholeChips(ServiceEndpoint endpoint) {
    return new ServiceFault(
        ServiceFault.Kind.PERMANENT,
        "The service at " + endpoint + " answers for whole chips only; use --cells chip.");
  }
}
