package org.coverscape.app.view;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Names the choices of a list that cannot be typed into. */
final class NameConverter<T> extends StringConverter<T> {
  private final Function<T, String> name;

  NameConverter(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : name.apply(choice);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("the list cannot be typed into");
  }
}
