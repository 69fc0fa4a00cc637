package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Members of JSON objects by type; what has another type counts as missing. */
final class Members {
  private Members() {}

  static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isTextual() && !value.textValue().isBlank()
        ? Optional.of(value.textValue().strip())
        : Optional.empty();
  }

  /** A finite number, also one that was written as a text. */
  static OptionalDouble number(JsonNode object, String name) {
    return number(object.path(name));
  }

  private static OptionalDouble number(JsonNode value) {
    double number = value.isNumber() ? value.doubleValue() : ofText(value);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  private static double ofText(JsonNode value) {
    try {
      return value.isTextual() ? Double.parseDouble(value.textValue()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A whole number within what an int can hold. */
  static OptionalInt whole(JsonNode object, String name) {
    OptionalDouble number = number(object, name);
    return number.isPresent()
            && number.getAsDouble() == Math.rint(number.getAsDouble())
            && Math.abs(number.getAsDouble()) <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.getAsDouble())
        : OptionalInt.empty();
  }

  /** A list of finite numbers; empty where there is none, or something else among them. */
  static List<Double> numbers(JsonNode object, String name) {
    return numbers(object.path(name));
  }

  /** The same of a list itself. */
  static List<Double> numbers(JsonNode list) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode value : list.isArray() ? list : List.<JsonNode>of()) {
      OptionalDouble number = number(value);
      if (number.isEmpty()) {
        return List.of();
      }
      numbers.add(number.getAsDouble());
    }
    return numbers;
  }

  /** The texts of a list; others in it are left out. */
  static List<String> texts(JsonNode object, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(object, name)) {
      if (value.isTextual()) {
        texts.add(value.textValue());
      }
    }
    return texts;
  }

  /** The values of a list; none where it is not one. */
  static Iterable<JsonNode> list(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isArray() ? value : List.of();
  }
}
