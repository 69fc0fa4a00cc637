package org.coverscape.engine.web;

import java.time.Duration;
import java.util.List;

/** Settings under which tests take no time. */
final class Quick {
  private Quick() {}

  static WebSettings settings() {
    WebSettings normal = WebSettings.DEFAULT;
    return new WebSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        4,
        Duration.ofSeconds(20),
        List.of(),
        normal.signing());
  }
}
