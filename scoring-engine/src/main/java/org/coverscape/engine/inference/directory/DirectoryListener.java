package org.coverscape.engine.inference.directory;

import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * Hears how the list of services changes. Called on the directory's own thread, one call after the
 * other; may block for a while, which delays the next look.
 */
public interface DirectoryListener {
  /**
   * A service is on the list now.
   *
   * @param service with the address of one service
   */
  void joined(ServiceSpec service);

  /**
   * A service is on the list no more. One whose entry changed leaves and joins.
   *
   * @param service the endpoint it had joined with
   */
  void left(ServiceEndpoint service);

  /**
   * The list could not be read, or a name is not known; what was known before still holds. Said
   * once for each cause.
   *
   * @param sentence for a person
   */
  void trouble(String sentence);
}
