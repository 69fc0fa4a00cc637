package org.coverscape.engine.inference.grpc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.definition.DefinitionFile;
import org.coverscape.engine.definition.ServiceDefinition;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * What is configured of a service once the files that it names are read. What is wrong with them is
 * a {@link ServiceFault}.
 *
 * @param spec the service, asked as its definition says where it has one
 * @param head what makes scores of features, where the service answers with them
 * @param network the identity that a definition names
 */
record Configured(ServiceSpec spec, Optional<ClassifierHead> head, Optional<String> network) {
  private static final String UNNAMED = "unnamed";

  /** The name by which our own service is asked for features. */
  private static final String FEATURES = "features";

  /** What a model is called that may not have told its name. */
  static String named(String model) {
    return model.isEmpty() ? UNNAMED : model;
  }

  /** Reads the files. */
  static Configured of(ServiceSpec spec) {
    Optional<Path> file = spec.model().definition();
    try {
      if (file.isPresent()) {
        ServiceDefinition definition = DefinitionFile.read(file.get());
        Optional<String> network = Optional.of(definition).map(d -> d.featurizer().model());
        return new Configured(definition.applied(spec), definition.head(), network);
      }
      Optional<Path> head = spec.model().head();
      return new Configured(
          spec,
          head.isPresent() ? Optional.of(HeadFile.read(head.get())) : Optional.empty(),
          Optional.empty());
    } catch (IOException | IllegalArgumentException e) {
      throw new ServiceFault(ServiceFault.Kind.PERMANENT, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads what features take: a head is not used, and need not be there yet. Where neither a model
   * nor a result is chosen, nor laid down by the definition, they are asked for by our own name.
   */
  static Configured forFeatures(ServiceSpec spec) {
    Configured all = of(spec.withModel(ModelChoice::withoutHead));
    ModelChoice model = all.spec.model();
    boolean chosen = !model.name().isEmpty() || !model.output().isEmpty();
    ServiceSpec asked =
        chosen ? all.spec : all.spec.withModel(choice -> choice.withModel(FEATURES, ""));
    return new Configured(asked, Optional.empty(), all.network);
  }

  /**
   * Checks that a model is the one that the definition names, and that the head was trained on the
   * features that it makes, as far as both tell.
   */
  void check(String model) {
    if (network.isPresent() && !network.get().equals(named(model))) {
      throw new ServiceFault(
          ServiceFault.Kind.PERMANENT,
          "The service definition names the network "
              + network.get()
              + ", and the service at "
              + spec.endpoint()
              + " runs "
              + named(model)
              + "; start that network, or leave the definition out.");
    }
    String trained = head.map(ClassifierHead::featurizer).orElse("");
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
