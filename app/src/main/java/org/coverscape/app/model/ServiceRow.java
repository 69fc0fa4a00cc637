package org.coverscape.app.model;

import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.app.service.Health;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceStats;
import org.jspecify.annotations.Nullable;

/** A service as the panel lists it. Used on the screen's thread. */
public final class ServiceRow {
  private final String name;
  private final boolean embedded;
  private boolean dense;
  private @Nullable ServiceEndpoint endpoint;
  private final ReadOnlyObjectWrapper<Health> health =
      new ReadOnlyObjectWrapper<>(this, "health", Health.unknown("Not asked yet"));
  private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper(this, "model", "");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper(this, "rate", "");
  private final ReadOnlyStringWrapper latency = new ReadOnlyStringWrapper(this, "latency", "");
  private final ReadOnlyStringWrapper failures = new ReadOnlyStringWrapper(this, "failures", "");
  private final ReadOnlyStringWrapper retries = new ReadOnlyStringWrapper(this, "retries", "");
  private final ReadOnlyStringWrapper inFlight = new ReadOnlyStringWrapper(this, "inFlight", "");

  /** A service by its address; the embedded one learns its own when it has started. */
  ServiceRow(String name, boolean embedded, @Nullable ServiceEndpoint endpoint) {
    this.name = name;
    this.embedded = embedded;
    this.endpoint = endpoint;
  }

  /** Its address, or what the embedded one is called. */
  public String name() {
    return name;
  }

  /** Whether it is the one that ships with the program. */
  public boolean isEmbedded() {
    return embedded;
  }

  /** Where it listens; null before the embedded one has started. */
  @Nullable ServiceEndpoint endpoint() {
    return endpoint;
  }

  void setEndpoint(ServiceEndpoint known) {
    endpoint = known;
  }

  /** Whether it said that it answers for cells of 32 m too. */
  boolean isDense() {
    return dense;
  }

  void setDense(boolean told) {
    dense = told;
  }

  /** How it does. */
  public ReadOnlyObjectProperty<Health> healthProperty() {
    return health.getReadOnlyProperty();
  }

  void setHealth(Health now) {
    health.set(now);
  }

  /** What it runs. */
  public ReadOnlyStringProperty modelProperty() {
    return model.getReadOnlyProperty();
  }

  void setModel(String now) {
    model.set(now);
  }

  /** Chips it scores in a second; empty while it does nothing. */
  public ReadOnlyStringProperty rateProperty() {
    return rate.getReadOnlyProperty();
  }

  /** How long an answer takes. */
  public ReadOnlyStringProperty latencyProperty() {
    return latency.getReadOnlyProperty();
  }

  void setLatency(Duration now) {
    latency.set(millis(now));
  }

  private static String millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }

  /** Chips that were left unscored here in the last run. */
  public ReadOnlyStringProperty failuresProperty() {
    return failures.getReadOnlyProperty();
  }

  /** Calls that failed in the last run and were made again. */
  public ReadOnlyStringProperty retriesProperty() {
    return retries.getReadOnlyProperty();
  }

  /** Calls on their way to it, of those that may be. */
  public ReadOnlyStringProperty inFlightProperty() {
    return inFlight.getReadOnlyProperty();
  }

  /** Takes the numbers of a run. */
  void measured(ServiceStats stats) {
    rate.set(Figures.count(Math.round(stats.chipsPerSecond())) + "/s");
    if (stats.chips() > 0) {
      latency.set(millis(stats.latency().p50()) + ", 99 % under " + millis(stats.latency().p99()));
    }
    inFlight.set(stats.inFlight() + " of " + stats.window());
    retries.set(Figures.count(stats.retries()));
    failures.set(Figures.count(stats.failures()));
    health.set(
        switch (stats.state()) {
          case UP -> Health.good("Scoring");
          case ASIDE -> Health.poor("It fails; it is tried again soon. " + stats.lastFault());
          case LOST -> Health.poor("It does not answer; waiting for it. " + stats.lastFault());
          case DEAD -> Health.bad("It was given up. " + stats.lastFault());
          case LEFT -> Health.unknown("It was taken off the list.");
        });
  }

  /** No run goes on any more. */
  void idle() {
    rate.set("");
    inFlight.set("");
  }
}
