package org.coverscape.app.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.shape.Circle;
import org.coverscape.app.service.Health;

/** A light that tells how a service does; its colours come from the theme. Stateless. */
final class HealthLight {
  private HealthLight() {}

  /** Lets a circle follow a service's health. */
  static void bind(Circle light, ObservableValue<Health> health) {
    health.addListener((o, was, is) -> show(light, is));
    show(light, health.getValue());
  }

  private static void show(Circle light, Health health) {
    light
        .getStyleClass()
        .setAll(
            "light",
            switch (health.level()) {
              case UNKNOWN -> "light-unknown";
              case GOOD -> "light-good";
              case POOR -> "light-poor";
              case BAD -> "light-bad";
            });
  }
}
