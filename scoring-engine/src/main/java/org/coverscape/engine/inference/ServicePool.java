package org.coverscape.engine.inference;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ChipOutcome;

/**
 * Spreads the chips of one job over services and sees to it that each ends exactly once.
 *
 * <p>A chip goes to the service with the fewest calls in flight; how many each may have, the pool
 * finds out by itself. One that failed for now is sent again, to another service where there is
 * one; one that a slow or silent service holds for long is sent to another as well, and the first
 * answer counts. A lost service is awaited while the others go on. The pool holds what fits the
 * windows, and as many again that wait for another try; whoever brings more has to wait.
 *
 * <p>Thread-safe. One pool serves one job: {@link #connect}, then {@link #score} from any number of
 * threads, {@link #awaitIdle}, {@link #close}. No lock is held while services, outcomes or
 * listeners are called. Owns its services.
 */
public final class ServicePool implements AutoCloseable {
  private final PoolTimer timer = new PoolTimer();
  private final RollCall rollCall;
  private final Dispatcher dispatcher;

  /** A pool that nobody listens to. */
  public ServicePool(List<InferenceService> services, PoolSettings settings) {
    this(services, settings, ServicePoolListener.NONE);
  }

  /**
   * A pool over services, at least one.
   *
   * @param listener hears when a service comes or goes
   */
  public ServicePool(
      List<InferenceService> services, PoolSettings settings, ServicePoolListener listener) {
    if (services.isEmpty()) {
      throw new IllegalArgumentException("At least one scoring service is needed.");
    }
    this.rollCall = new RollCall(services, timer, settings);
    this.dispatcher = new Dispatcher(services, settings, timer, listener);
  }

  /**
   * Waits until every service has been reached. Called once, before the first chip.
   *
   * @return the identity of the model that all run
   * @throws ServiceFault when a service is not reached in time, cannot score, or runs another model
   *     than the rest
   * @throws CancellationException when the pool is cancelled meanwhile
   */
  public String connect() throws InterruptedException {
    String model = rollCall.take();
    dispatcher.begin(model);
    return model;
  }

  /**
   * Takes a service on in mid-job. It gets chips once it was reached and runs the same model; until
   * then it counts as lost. The pool owns it from now on.
   *
   * @throws IllegalStateException before {@link #connect}
   */
  public void join(InferenceService service) {
    dispatcher.join(service);
  }

  /**
   * Lets a service go: it gets no more chips, ends those it has, and is closed then. When it was
   * the last one, the pool waits as long for others to join as for a lost service. One that is not
   * in the pool does nothing.
   */
  public void leave(ServiceEndpoint endpoint) {
    dispatcher.leave(endpoint);
  }

  /**
   * Takes a chip on, as soon as a service has room for it; blocks until then.
   *
   * @param done called exactly once with how the chip ended, on any thread, this one included; must
   *     not block for long, throw, or call this method
   * @throws InterruptedException when interrupted while waiting; the chip is then not taken on
   * @throws IllegalStateException before {@link #connect}
   */
  public void score(Chip chip, Consumer<ChipOutcome> done) throws InterruptedException {
    dispatcher.take(new Ticket(chip, done));
  }

  /**
   * Takes on no more chips until {@link #proceed}: whoever brings one waits. Those taken on before
   * go on to their end. Pausing twice does no harm.
   */
  public void pause() {
    dispatcher.pause(true);
  }

  /** Ends a pause. */
  public void proceed() {
    dispatcher.pause(false);
  }

  /**
   * Why no chip can be scored any more, in one sentence: all services were given up. Empty as long
   * as there is hope.
   */
  public Optional<String> exhausted() {
    return dispatcher.exhausted();
  }

  /** Blocks until every chip that was taken on has ended and its outcome has been handed over. */
  public void awaitIdle() throws InterruptedException {
    dispatcher.awaitIdle();
  }

  /**
   * Stops for good: chips that wait or are in flight end as cancelled before this returns, unless
   * another thread is just handing over their outcome; later ones end so at once.
   */
  public void cancel() {
    rollCall.cancel();
    dispatcher.cancel();
  }

  /** What is known of each service, in the order they were given. */
  public List<ServiceStats> stats() {
    return dispatcher.stats();
  }

  /** Cancels what is left and closes the services. Closing twice does no harm. */
  @Override
  public void close() {
    cancel();
    timer.close();
    dispatcher.services().forEach(InferenceService::close);
  }
}
