package org.coverscape.engine.inference;

import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.chip.CellSize;

/**
 * Which model of a service answers, and with what.
 *
 * @param protocol what the service speaks
 * @param name the model asked for; empty leaves the choice to the service
 * @param version its version; empty leaves the choice to the service
 * @param output the result that counts; empty takes the usual one, or the only one
 * @param head the file of the classifier that turns features into scores; empty where the service
 *     answers with scores
 * @param definition a service definition file that says which network and which head; empty where
 *     that is not laid down
 * @param cells what answers are about: whole chips, or each of their cells
 */
public record ModelChoice(
    ServiceProtocol protocol,
    String name,
    String version,
    String output,
    Optional<Path> head,
    Optional<Path> definition,
    CellSize cells) {
  /** What our own service calls its dense answers: a model's name there, elsewhere an output's. */
  public static final String DENSE = "dense";

  /** Checks that a version has a model, and that one file alone names the head. */
  public ModelChoice {
    if (name.isEmpty() && !version.isEmpty()) {
      throw new IllegalArgumentException(
          "A version without a model says nothing; name the model too.");
    }
    if (head.isPresent() && definition.isPresent()) {
      throw new IllegalArgumentException(
          "A definition says which head there is; name either head or definition.");
    }
  }

  /** Answers about whole chips. */
  public ModelChoice(
      ServiceProtocol protocol,
      String name,
      String version,
      String output,
      Optional<Path> head,
      Optional<Path> definition) {
    this(protocol, name, version, output, head, definition, CellSize.CHIP);
  }

  /** Whatever the service speaks and answers with. */
  public static ModelChoice any() {
    return new ModelChoice(ServiceProtocol.AUTO, "", "", "", Optional.empty(), Optional.empty());
  }

  /** The same in another protocol. */
  public ModelChoice withProtocol(ServiceProtocol other) {
    return new ModelChoice(other, name, version, output, head, definition, cells);
  }

  /** The same, asking for a model; an empty version leaves that to the service. */
  public ModelChoice withModel(String model, String itsVersion) {
    return new ModelChoice(protocol, model, itsVersion, output, head, definition, cells);
  }

  /** The same, reading another result. */
  public ModelChoice withOutput(String result) {
    return new ModelChoice(protocol, name, version, result, head, definition, cells);
  }

  /** The same with a classifier for features. */
  public ModelChoice withHead(Path file) {
    return new ModelChoice(protocol, name, version, output, Optional.of(file), definition, cells);
  }

  /** The same with scores, or features, as the service answers them. */
  public ModelChoice withoutHead() {
    return new ModelChoice(protocol, name, version, output, Optional.empty(), definition, cells);
  }

  /** The same as a definition file lays it down. */
  public ModelChoice withDefinition(Path file) {
    return new ModelChoice(protocol, name, version, output, head, Optional.of(file), cells);
  }

  /** The same with answers about such cells. */
  public ModelChoice withCells(CellSize size) {
    return new ModelChoice(protocol, name, version, output, head, definition, size);
  }

  /**
   * The model's name in requests: the one that was chosen. Where none was, one named {@code dense}
   * is asked about cells, as our own service offers it.
   */
  public String askedName() {
    return cells == CellSize.DENSE && name.isEmpty() ? DENSE : name;
  }

  /**
   * The result's name in requests: the one that was chosen. Where a model was chosen and no result,
   * its result {@code dense} tells of cells.
   */
  public String askedOutput() {
    return cells == CellSize.DENSE && !name.isEmpty() && output.isEmpty() ? DENSE : output;
  }
}
