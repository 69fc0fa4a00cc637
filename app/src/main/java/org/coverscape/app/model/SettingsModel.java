package org.coverscape.app.model;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.coverscape.app.files.Settings;
import org.coverscape.app.files.SettingsFile;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;

/** What is remembered between starts; every change is written. Used on the screen's thread. */
public final class SettingsModel implements AutoCloseable {
  private final SettingsFile file;
  private final InOrder writer;
  private final ReadOnlyObjectWrapper<Settings> settings;

  /** Keeps a write that was asked for earlier from coming after the last one. */
  private final AtomicBoolean ended = new AtomicBoolean();

  /** The settings as they were read before the window was made. */
  public SettingsModel(Settings read, SettingsFile file, Background background) {
    this.file = file;
    settings = new ReadOnlyObjectWrapper<>(this, "settings", read);
    writer = new InOrder(background);
  }

  /** The settings now. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The settings now. */
  public Settings get() {
    return settings.get();
  }

  /** Changes something. */
  public void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings.get());
    if (!next.equals(settings.get())) {
      settings.set(next);
      writer.run(
          () -> {
            write(next, false);
            return next;
          },
          written -> {},
          sentence -> {});
    }
  }

  private void write(Settings now, boolean last) {
    synchronized (ended) {
      if (!ended.get()) {
        ended.set(last);
        file.write(now);
      }
    }
  }

  /** Writes for the last time, on the calling thread: only at the very end. */
  @Override
  public void close() {
    write(settings.get(), true);
  }
}
