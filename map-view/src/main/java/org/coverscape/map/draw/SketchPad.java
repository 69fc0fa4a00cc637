package org.coverscape.map.draw;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The sketch of a map with its history. JavaFX thread. */
public final class SketchPad {
  /** How many steps can be taken back. */
  public static final int HISTORY = 200;

  private final ReadOnlyObjectWrapper<Sketch> sketch =
      new ReadOnlyObjectWrapper<>(this, "sketch", Sketch.EMPTY);
  private final ReadOnlyObjectWrapper<Sketch> draft =
      new ReadOnlyObjectWrapper<>(this, "draft", Sketch.EMPTY);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final Deque<Sketch> past = new ArrayDeque<>();
  private final Deque<Sketch> future = new ArrayDeque<>();

  /** What is drawn and finished. */
  public ReadOnlyObjectProperty<Sketch> sketchProperty() {
    return sketch.getReadOnlyProperty();
  }

  /** What the sketch would be if the hand stopped now; the same as the sketch between strokes. */
  public ReadOnlyObjectProperty<Sketch> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Whether {@link #undo} has anything to take back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether {@link #redo} has anything to bring back. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** What is drawn and finished now. */
  public Sketch sketch() {
    return sketch.get();
  }

  /** Draws something else instead; can be taken back. */
  public void replace(Sketch next) {
    if (!next.equals(sketch())) {
      past.push(sketch());
      if (past.size() > HISTORY) {
        past.removeLast();
      }
      future.clear();
      put(next);
    } else {
      draft.set(next);
    }
  }

  /** Wipes everything away; can be taken back. */
  public void clear() {
    replace(Sketch.EMPTY);
  }

  /** Takes the last change back, if there is one. */
  public void undo() {
    if (!past.isEmpty()) {
      future.push(sketch());
      put(past.pop());
    }
  }

  /** Brings back the last change that was taken back, if there is one. */
  public void redo() {
    if (!future.isEmpty()) {
      past.push(sketch());
      put(future.pop());
    }
  }

  /** Forgets what could be taken back or brought back; the sketch stays. */
  public void forget() {
    past.clear();
    future.clear();
    put(sketch());
  }

  /** Shows what the hand is about to draw. */
  void setDraft(Sketch next) {
    draft.set(next);
  }

  /** The hand has let go without drawing. */
  void dropDraft() {
    draft.set(sketch());
  }

  private void put(Sketch next) {
    sketch.set(next);
    draft.set(next);
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
  }
}
