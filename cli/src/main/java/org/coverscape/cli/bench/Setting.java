package org.coverscape.cli.bench;

/**
 * What is measured: so many services under a window.
 *
 * @param services 1 or more
 * @param window of each
 */
record Setting(int services, Window window) {
  Setting {
    if (services < 1) {
      throw new IllegalArgumentException("At least 1 service is needed, not " + services + ".");
    }
  }
}
