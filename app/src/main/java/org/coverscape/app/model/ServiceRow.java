package org.coverscape.app.model;

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
  private @Nullable ServiceEndpoint endpoint;
  private final ReadOnlyObjectWrapper<Health> health =
      new ReadOnlyObjectWrapper<>(this, "health", Health.unknown("Not asked yet"));
  private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper(this, "model", "");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper(this, "rate", "");
  private final ReadOnlyStringWrapper latency = new ReadOnlyStringWrapper(this, "latency", "");
  private final ReadOnlyStringWrapper failures = new ReadOnlyStringWrapper(this, "failures", "");
  private long lastChips;
  private long lastNanos;

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

  void setLatency(double millis) {
    latency.set(String.format(java.util.Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis));
  }

  /** How many calls failed in the last run. */
  public ReadOnlyStringProperty failuresProperty() {
    return failures.getReadOnlyProperty();
  }

  /** Takes the numbers of a run. */
  void measured(ServiceStats stats, long nanos) {
    double seconds = (nanos - lastNanos) / 1e9;
    if (stats.chips() >= lastChips && lastNanos != 0 && seconds > 0.2) {
      rate.set(Figures.count(Math.round((stats.chips() - lastChips) / seconds)) + "/s");
    }
    if (seconds > 0.2) {
      lastChips = stats.chips();
      lastNanos = nanos;
    }
    setLatency(stats.meanLatency().toNanos() / 1e6);
    failures.set(Figures.count(stats.retries() + stats.failures()));
    health.set(
        switch (stats.state()) {
          case UP -> Health.good("Scoring");
          case ASIDE -> Health.poor("It fails; it is tried again soon. " + stats.lastFault());
          case LOST -> Health.poor("It does not answer; waiting for it. " + stats.lastFault());
          case DEAD -> Health.bad("It was given up. " + stats.lastFault());
        });
  }

  /** No run goes on any more. */
  void idle() {
    rate.set("");
    lastChips = 0;
    lastNanos = 0;
  }
}
