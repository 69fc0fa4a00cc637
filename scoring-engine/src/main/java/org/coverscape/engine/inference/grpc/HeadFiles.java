package org.coverscape.engine.inference.grpc;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;

/** Classifier heads that services are configured with. */
final class HeadFiles {
  private HeadFiles() {}

  /** Reads a head; a file that is none is a {@link ServiceFault}. */
  static ClassifierHead read(Path file) {
    try {
      return HeadFile.read(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new ServiceFault(ServiceFault.Kind.PERMANENT, String.valueOf(e.getMessage()), e);
    }
  }

  /** Checks that a head was trained on the features that a model makes, as far as both tell. */
  static void check(ClassifierHead head, String model, ServiceSpec spec) {
    String trained = head.featurizer();
    boolean unknown = trained.isEmpty() || model.isEmpty();
    if (!unknown && !model.equals(trained) && !model.startsWith(trained + ":")) {
      throw new ServiceFault(
          ServiceFault.Kind.PERMANENT,
          "The classifier head was trained for "
              + trained
              + ", and the service at "
              + spec.endpoint()
              + " runs "
              + model
              + "; name the head that belongs to it.");
    }
  }
}
