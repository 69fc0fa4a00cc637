package org.coverscape.app.work;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The screen's thread: runs actions one after the other, in the order they come. Thread-safe. */
public final class FxThread implements Executor {
  @Override
  public void execute(Runnable action) {
    Platform.runLater(action);
  }
}
