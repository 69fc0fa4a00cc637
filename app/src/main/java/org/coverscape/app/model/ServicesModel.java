package org.coverscape.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.app.service.EmbeddedHost;
import org.coverscape.app.service.Health;
import org.coverscape.app.service.HealthCheck;
import org.coverscape.app.work.Background;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceList;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.ServiceStats;

/**
 * The services that score: those the user named, or the program's own where there are none. Used on
 * the screen's thread; the network is dealt with in the background.
 */
public final class ServicesModel {
  /** What the built-in service does on two cores. */
  private static final double GUESSED_RATE = 200;

  private final Background background;
  private final EmbeddedHost host;
  private final ServiceRow own = new ServiceRow("Built-in service", true, null);
  private final ObservableList<ServiceRow> rows = FXCollections.observableArrayList(own);
  private final ObservableList<ServiceRow> shownRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyObjectWrapper<Health> summary =
      new ReadOnlyObjectWrapper<>(this, "summary", Health.unknown("Starting service"));
  private final ObjectProperty<CellSize> cells =
      new SimpleObjectProperty<>(this, "cells", CellSize.CHIP);
  private final ReadOnlyBooleanWrapper dense = new ReadOnlyBooleanWrapper(this, "dense", false);
  private boolean running;

  /** Only the program's own service, which is not started yet. */
  public ServicesModel(Background background, EmbeddedHost host) {
    this.background = background;
    this.host = host;
  }

  /** All services, the program's own first. */
  public ObservableList<ServiceRow> rows() {
    return shownRows;
  }

  /** How the services in use do, in a few words. */
  public ReadOnlyObjectProperty<Health> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** What the next run asks the services about: whole chips, or each of their cells. */
  public ObjectProperty<CellSize> cellsProperty() {
    return cells;
  }

  /** Whether all services in use answer for cells of 32 m too, as far as they were asked. */
  public ReadOnlyBooleanProperty denseProperty() {
    return dense.getReadOnlyProperty();
  }

  /** The services that a run uses: those that were named, else the program's own. */
  public List<ServiceRow> inUse() {
    return rows.size() == 1 ? List.of(own) : List.copyOf(rows.subList(1, rows.size()));
  }

  /** Addresses of the services that were named. */
  public List<String> named() {
    return rows.stream().filter(row -> !row.isEmbedded()).map(ServiceRow::name).toList();
  }

  /**
   * Names services instead of those before, as a project has them; wrong ones are left out. They
   * are not asked yet.
   */
  public void replace(List<String> addresses) {
    rows.remove(1, rows.size());
    addresses.forEach(this::name);
    summarise();
  }

  /**
   * Names one more service, or some with commas between them, and asks them.
   *
   * @return one sentence why not; empty when all were added
   */
  public Optional<String> add(String addresses) {
    int before = rows.size();
    Optional<String> refusal = name(addresses);
    List.copyOf(rows.subList(before, rows.size())).forEach(this::check);
    return refusal;
  }

  private Optional<String> name(String addresses) {
    try {
      for (ServiceEndpoint endpoint : ServiceList.parse(addresses)) {
        if (rows.stream().anyMatch(row -> endpoint.equals(row.endpoint()))) {
          return Optional.of("The service " + endpoint + " is listed already.");
        }
        rows.add(new ServiceRow(endpoint.toString(), false, endpoint));
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Takes a service that was named off the list. */
  public void remove(ServiceRow row) {
    if (!row.isEmbedded()) {
      rows.remove(row);
      summarise();
    }
  }

  /** Asks every service whether it answers; the program's own is started when it does not run. */
  public void check() {
    if (!running) {
      rows.forEach(this::check);
    }
  }

  /** Asks one service whether it answers. */
  public void check(ServiceRow row) {
    if (row.healthProperty().get().level() == Health.Level.UNKNOWN) {
      row.setHealth(Health.unknown(row.isEmbedded() ? "Starting" : "Asking"));
    }
    background.run(
        () -> {
          ServiceEndpoint known = row.endpoint();
          ServiceEndpoint endpoint = row.isEmbedded() || known == null ? host.endpoint() : known;
          return new Answer(endpoint, new HealthCheck(endpoint).call());
        },
        answer -> answered(row, answer),
        sentence -> {
          row.setHealth(Health.bad(sentence));
          summarise();
        });
    summarise();
  }

  private record Answer(ServiceEndpoint endpoint, HealthCheck.Reply reply) {}

  private void answered(ServiceRow row, Answer answer) {
    row.setEndpoint(answer.endpoint());
    row.setModel(answer.reply().model());
    row.setDense(answer.reply().dense());
    if (!running) {
      row.setHealth(answer.reply().health());
      if (answer.reply().health().level() == Health.Level.GOOD) {
        row.setLatency(answer.reply().latency());
      }
    }
    summarise();
  }

  /** Hands over the services in use, after the program's own has started where that is the one. */
  public void whenReady(Consumer<List<ServiceSpec>> ready, Consumer<String> failed) {
    running = true;
    List<ServiceRow> used = inUse();
    if (!used.contains(own)) {
      List<ServiceSpec> specs = new ArrayList<>();
      used.stream()
          .map(ServiceRow::endpoint)
          .filter(e -> e != null)
          .forEach(endpoint -> specs.add(ServiceSpec.of(endpoint)));
      ready.accept(specs);
      return;
    }
    background.run(
        host::endpoint,
        endpoint -> {
          own.setEndpoint(endpoint);
          ready.accept(List.of(ServiceSpec.bundled(endpoint)));
        },
        failed);
  }

  /** Whether the program's own service is in use and has died: it can be started again. */
  boolean ownHasDied() {
    return inUse().contains(own) && host.hasDied();
  }

  /** Takes the numbers of a run. */
  void measured(List<ServiceStats> stats) {
    for (ServiceStats service : stats) {
      rows.stream()
          .filter(row -> service.endpoint().equals(row.endpoint()))
          .forEach(row -> row.measured(service));
    }
    summarise();
  }

  /**
   * Chips per second to reckon with before the first run: the services' published rates differ a
   * hundredfold, so this only tells seconds from hours.
   */
  public double guessedRate() {
    return GUESSED_RATE * inUse().size();
  }

  /** No run goes on any more. */
  void idle() {
    running = false;
    rows.forEach(ServiceRow::idle);
    check();
  }

  private void summarise() {
    List<ServiceRow> used = inUse();
    dense.set(used.stream().allMatch(ServiceRow::isDense));
    long good = count(used, Health.Level.GOOD);
    long unknown = count(used, Health.Level.UNKNOWN);
    long bad = count(used, Health.Level.BAD);
    if (good == used.size()) {
      summary.set(Health.good(Figures.count(good, "service") + (running ? " at work" : " ready")));
    } else if (unknown == used.size()) {
      summary.set(Health.unknown(used.contains(own) ? "Starting service" : "Asking services"));
    } else if (bad == used.size()) {
      summary.set(Health.bad(used.size() == 1 ? "Service does not answer" : "No service answers"));
    } else {
      summary.set(
          Health.poor(
              used.size() == 1
                  ? "Service does not answer"
                  : good + " of " + used.size() + " services answer; " + failing(used)));
    }
  }

  /** The first that does not, and how many more there are. */
  private static String failing(List<ServiceRow> used) {
    List<String> names =
        used.stream()
            .filter(row -> row.healthProperty().get().level() != Health.Level.GOOD)
            .map(ServiceRow::name)
            .toList();
    return names.get(0)
        + (names.size() > 1 ? " and " + (names.size() - 1) + " more do not" : " does not");
  }

  private static long count(List<ServiceRow> rows, Health.Level level) {
    return rows.stream().filter(row -> row.healthProperty().get().level() == level).count();
  }
}
