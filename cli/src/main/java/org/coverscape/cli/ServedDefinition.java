package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.definition.DefinitionFile;
import org.coverscape.engine.definition.ServiceDefinition;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.service.ServerConfig;

/** A service definition that the program's own service is to keep. Immutable. */
record ServedDefinition(ServiceDefinition definition) {
  /**
   * Reads a definition.
   *
   * @throws IOException with one sentence when the file cannot be read
   * @throws UserException when it cannot be used, or not here
   */
  static ServedDefinition read(Path file) throws IOException {
    ServiceDefinition definition;
    try {
      definition = DefinitionFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    if (!definition.preprocessing().equals(Preprocessing.none())) {
      throw new UserException(
          file
              + " wants pixels prepared before they are sent, and this service takes them as they"
              + " are; note the preprocessing beside the network (docs/services.md).");
    }
    return new ServedDefinition(definition);
  }

  /**
   * The configuration with the definition's head, where it has one.
   *
   * @throws UserException when another head is configured
   */
  ServerConfig configure(ServerConfig config) {
    if (definition.head().isEmpty()) {
      return config;
    }
    if (config.head().isPresent()) {
      throw new UserException("The definition holds a head already; leave out --head.");
    }
    ClassifierHead head = definition.head().get();
    return config.withHead(new ServedHead(head));
  }

  /**
   * Checks that what is served is what the definition names.
   *
   * @throws UserException when it is something else
   */
  void check(String model) {
    if (!definition.model().equals(model)) {
      throw new UserException(
          "The definition names "
              + definition.model()
              + ", and the network here is "
              + model
              + "; name the network it was made with (--model), and its head (--head) where the"
              + " name ends in one.");
    }
  }
}
