package org.coverscape.service.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Jobs, features that are kept, heads and definitions go by the bundled network's name and version,
 * so that other weights must never come under a version that was there before.
 */
class BundledNetworkTest {
  private static final String IDENTITY = "coverscape-landcover:3";
  private static final String SHA256 =
      "84f1596b4284e34ac199b33c5e7da1b49ee1a7aa8dc4025d127e0c32b396effd";

  @Test
  void otherWeightsHaveAnotherVersion() throws IOException, ModelFault {
    try (ChipModel network = Models.open(Optional.empty())) {
      assertEquals(IDENTITY, network.identity().toString());
    }
    try (InputStream file = Models.class.getResourceAsStream("landcover.onnx")) {
      assertNotNull(file);
      byte[] digest = ModelIdentity.sha256().digest(file.readAllBytes());
      assertEquals(
          SHA256,
          HexFormat.of().formatHex(digest),
          "the network changed: raise the version in recipe/card.py, then both constants here");
    }
  }
}
