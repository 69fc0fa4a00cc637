package org.coverscape.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Finds networks: the one that ships with the service, or a person's own file. */
public final class Models {
  private static final String BUNDLED = "/org/coverscape/service/model/landcover";

  private Models() {}

  /**
   * Opens a network.
   *
   * @param file a person's own ONNX file; empty for the network that ships with the service
   * @throws ModelFault when there is none, or it does not keep {@link OnnxModel}'s contract
   */
  public static ChipModel open(Optional<Path> file) throws ModelFault {
    return file.isPresent() ? ofFile(file.get()) : bundled();
  }

  /**
   * Opens a network, and puts a classifier head on it where there is one.
   *
   * @throws ModelFault as {@link #open(Optional)} does, and when the head does not fit the network
   */
  public static ChipModel open(Optional<Path> file, Optional<FeatureHead> head) throws ModelFault {
    ChipModel network = open(file);
    return head.isPresent() ? HeadedModel.of(network, head.get()) : network;
  }

  /** Whether a network ships with this build of the service. */
  public static boolean hasBundled() {
    return Models.class.getResource(BUNDLED + ".onnx") != null;
  }

  private static ChipModel bundled() throws ModelFault {
    try (InputStream network = Models.class.getResourceAsStream(BUNDLED + ".onnx");
        InputStream card = Models.class.getResourceAsStream(BUNDLED + ".json")) {
      if (network == null || card == null) {
        throw new ModelFault(
            "This build of Coverscape has no network of its own; name an ONNX file with --model.");
      }
      ModelIdentity identity = identity(new ObjectMapper().readTree(card));
      return OnnxModel.of(network.readAllBytes(), identity);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelFault("Coverscape's own network cannot be read; install Coverscape again.", e);
    }
  }

  private static ModelIdentity identity(JsonNode card) {
    return new ModelIdentity(card.path("name").asText(), card.path("version").asLong());
  }

  private static ChipModel ofFile(Path file) throws ModelFault {
    if (!Files.isRegularFile(file)) {
      throw new ModelFault("There is no file " + file + "; name an ONNX file with --model.");
    }
    String name = file.toAbsolutePath().normalize().toFile().getName();
    try {
      ModelNotes notes = ModelNotes.beside(file);
      byte[] digest = digest(file, ExternalWeights.of(file), notes);
      return OnnxModel.of(file, name.replaceFirst("(?i)\\.onnx$", ""), digest, notes);
    } catch (IOException e) {
      throw new ModelFault("The file " + file + " cannot be read.", e);
    }
  }

  /** Of all that decides a network's answers: the file, its weights, and what is noted of it. */
  private static byte[] digest(Path file, Set<Path> weights, ModelNotes notes) throws IOException {
    MessageDigest digest = ModelIdentity.sha256();
    take(file, digest);
    for (Path part : weights) {
      take(part, digest);
    }
    digest.update(notes.mark());
    return digest.digest();
  }

  private static void take(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
