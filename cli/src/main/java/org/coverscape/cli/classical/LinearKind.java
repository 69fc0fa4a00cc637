package org.coverscape.cli.classical;

import java.util.Locale;
import java.util.Optional;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;

/** A linear classifier; all of them can be deployed as one dense layer. */
public enum LinearKind {
  /** Multinomial logistic regression. */
  LOGISTIC,
  /** A linear support vector machine, one hinge for all classes. */
  SVM;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a name; empty where there is none. */
  public static Optional<LinearKind> named(String name) {
    for (LinearKind kind : values()) {
      if (kind.label().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  LabelObjective objective() {
    return this == LOGISTIC ? new LogMulticlass() : new Hinge();
  }
}
