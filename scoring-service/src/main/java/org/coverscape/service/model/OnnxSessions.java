package org.coverscape.service.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and closes sessions of ONNX Runtime, set so that answers repeat to the bit. */
final class OnnxSessions {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxSessions.class);
  static final String NO_NETWORK =
      "The model is not a network that ONNX Runtime can read; name a sound ONNX file.";

  private OnnxSessions() {}

  /**
   * ONNX Runtime itself.
   *
   * @throws ModelFault when it has no code for this computer, or cannot unpack it
   */
  static OrtEnvironment runtime() throws ModelFault {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "coverscape");
    } catch (LinkageError | IllegalStateException e) {
      throw new ModelFault(
          "ONNX Runtime does not start on this computer ("
              + System.getProperty("os.name")
              + ", "
              + System.getProperty("os.arch")
              + "); check that the folder for temporary files has room, or use another service.",
          e);
    }
  }

  static OrtSession open(OrtEnvironment runtime, byte[] onnx) throws ModelFault {
    try (SessionOptions options = options()) {
      return runtime.createSession(onnx, options);
    } catch (OrtException e) {
      throw new ModelFault(OnnxFaults.sentence(e), e);
    }
  }

  static OrtSession open(OrtEnvironment runtime, Path onnx) throws ModelFault {
    try (SessionOptions options = options()) {
      return runtime.createSession(onnx.toString(), options);
    } catch (OrtException e) {
      throw new ModelFault(OnnxFaults.sentence(e), e);
    }
  }

  /** One thread for a chip, and none that spins: the workers already fill every core. */
  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    return options;
  }

  /** The name in the file's own metadata, where it states one. */
  static Optional<String> statedName(OrtSession session) {
    try {
      return session.getMetadata().getCustomMetadataValue("name").filter(name -> !name.isBlank());
    } catch (OrtException e) {
      LOG.debug("A network's metadata cannot be read.", e);
      return Optional.empty();
    }
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      LOG.warn("A network was not closed cleanly.", e);
    }
  }
}
