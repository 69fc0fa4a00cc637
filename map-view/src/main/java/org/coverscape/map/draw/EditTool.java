package org.coverscape.map.draw;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import org.coverscape.map.MapTool;

/** Tool. */
public final class EditTool implements MapTool {
  private final SketchPad pad;
  private Consumer<String> faults = fault -> {};

  /** A tool that draws on a pad. */
  public EditTool(SketchPad pad) {
    this.pad = pad;
  }

  /** Sets who hears, in one plain sentence, why an outline is not taken. */
  public void setFaultHandler(Consumer<String> handler) {
    faults = handler;
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void deactivated() {
    pad.dropDraft();
    faults.accept("");
  }
}
