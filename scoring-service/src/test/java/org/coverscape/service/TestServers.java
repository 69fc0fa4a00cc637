package org.coverscape.service;

import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.OnnxModel;
import org.coverscape.service.model.TinyNetwork;

/** Servers for tests, on any free port. */
public final class TestServers {
  private TestServers() {}

  /** A server before the tiny network, with two workers. */
  public static ScoringServer tiny() throws StartFault, ModelFault {
    return ScoringServer.start(config(), tinyModel());
  }

  /** Two workers, and room for 128 chips. */
  public static ServerConfig config() {
    return ServerConfig.loopback(0).withWorkers(2, 128);
  }

  /** The tiny network as {@code tiny:7}. */
  public static ChipModel tinyModel() throws ModelFault {
    return OnnxModel.of(TinyNetwork.sound().bytes(), new ModelIdentity("tiny", 7));
  }
}
