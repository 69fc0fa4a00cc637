package org.coverscape.app.service;

import java.util.Optional;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.service.embedded.EmbeddedService;
import org.coverscape.service.embedded.EmbeddedServiceFault;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the service that ships with the program: started when it is first asked for, once.
 * Thread-safe; starting takes seconds, so it is not for the screen's thread.
 */
public final class EmbeddedHost implements AutoCloseable {
  private volatile @Nullable EmbeddedService service;
  private boolean closed;

  /**
   * Where the service listens; it is started when it does not run.
   *
   * @throws EmbeddedServiceFault with one sentence when it does not start
   */
  public synchronized ServiceEndpoint endpoint() throws EmbeddedServiceFault, InterruptedException {
    if (closed) {
      throw new InterruptedException("the program ends");
    }
    EmbeddedService running = service;
    if (running == null || !running.process().isAlive()) {
      running = EmbeddedService.start(Optional.empty());
      service = running;
    }
    return new ServiceEndpoint(running.host(), running.port());
  }

  /**
   * Whether the service was started and has ended since by itself, or was killed. Returns at once.
   */
  public boolean hasDied() {
    EmbeddedService started = service;
    return started != null && !started.process().isAlive();
  }

  /** Ends the service. */
  @Override
  public synchronized void close() {
    closed = true;
    EmbeddedService running = service;
    if (running != null) {
      running.close();
      service = null;
    }
  }
}
