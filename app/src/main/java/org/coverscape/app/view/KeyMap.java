package org.coverscape.app.view;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the window: those with Ctrl work everywhere, single ones wherever no text is typed.
 */
final class KeyMap {
  private final Map<KeyCombination, Runnable> pressed = new HashMap<>();
  private final Map<KeyCode, Runnable> held = new HashMap<>();
  private final Map<KeyCode, Runnable> released = new HashMap<>();
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

  /** A key, with or without others held. */
  KeyMap on(KeyCode key, Runnable action, KeyCombination.Modifier... with) {
    pressed.put(new KeyCodeCombination(key, with), action);
    return this;
  }

  /** A key that does something as long as it is held. */
  KeyMap whileHeld(KeyCode key, Runnable begin, Runnable end) {
    held.put(key, begin);
    released.put(key, end);
    return this;
  }

  /** Listens to the keys of a window. */
  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::release);
  }

  /** Ends what is held down, when the window's keys go elsewhere. */
  void releaseAll() {
    Set<KeyCode> ended = down.isEmpty() ? Set.of() : EnumSet.copyOf(down);
    down.clear();
    ended.forEach(key -> released.getOrDefault(key, () -> {}).run());
  }

  private void press(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    boolean command = event.isShortcutDown() || event.getCode().isFunctionKey();
    if (typing && !command && event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    for (Map.Entry<KeyCombination, Runnable> key : pressed.entrySet()) {
      if (key.getKey().match(event) && !(typing && isTextEdit(event))) {
        key.getValue().run();
        event.consume();
        return;
      }
    }
    Runnable begin = held.get(event.getCode());
    if (begin != null && !event.isShortcutDown()) {
      // a key that is held down is told again and again
      if (down.add(event.getCode())) {
        begin.run();
      }
      event.consume();
    }
  }

  /** Undo and redo of a text field stay its own. */
  private static boolean isTextEdit(KeyEvent event) {
    return event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y;
  }

  private void release(KeyEvent event) {
    Runnable end = released.get(event.getCode());
    if (down.remove(event.getCode()) && end != null) {
      end.run();
    }
  }
}
