package org.coverscape.screen;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.WritableImage;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what the map shows to change. */
final class WaitForChange {
  private static final int SECONDS = 20;

  private WaitForChange() {}

  /** Waits until a part of the map's pixels differ from an earlier capture. */
  static void until(Desktop desktop, WritableImage before, double part) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> desktop.changed(before) >= part);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "only " + desktop.changed(before) + " of the map has changed, not " + part, e);
    }
  }

  /** Waits until the map shows the same in two captures, one after the other. */
  static void untilStill(Desktop desktop) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          SECONDS, TimeUnit.SECONDS, () -> desktop.changed(desktop.capture()) == 0);
    } catch (TimeoutException e) {
      throw new AssertionError("the map does not come to rest", e);
    }
  }
}
