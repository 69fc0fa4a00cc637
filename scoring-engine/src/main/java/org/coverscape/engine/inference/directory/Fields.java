package org.coverscape.engine.inference.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The fields of one entry; each mistake is one sentence that names file, entry and field. */
final class Fields {
  private final String where;
  private final String prefix;
  private final ObjectNode node;
  private final TreeSet<String> unread = new TreeSet<>();

  /**
   * Fields to be read.
   *
   * @param where file and entry, in words
   */
  Fields(String where, ObjectNode node) {
    this(where, "", node);
  }

  private Fields(String where, String prefix, ObjectNode node) {
    this.where = where;
    this.prefix = prefix;
    this.node = node;
    node.fieldNames().forEachRemaining(unread::add);
  }

  /** A fault about one field. */
  EntryFault fault(String field, String what) {
    return new EntryFault(
        where + ": " + prefix + field + " " + what + (what.endsWith(".") ? "" : "."));
  }

  /** Makes a value; where that finds a fault of its own, the sentence says whose. */
  <T> T located(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (EntryFault e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new EntryFault(where + ": " + e.getMessage(), e);
    }
  }

  /** A text made into something else; what the maker throws becomes a fault of the field. */
  <T> Optional<T> made(String field, Function<String, T> maker) {
    try {
      return text(field).map(maker);
    } catch (EntryFault e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new EntryFault(where + ": " + prefix + field + ": " + e.getMessage(), e);
    }
  }

  /** A text; numbers and truth values are taken as they are written. */
  Optional<String> text(String field) {
    return value(field, JsonNode::isValueNode, "takes a text").map(JsonNode::asText);
  }

  Optional<Double> number(String field) {
    return value(field, JsonNode::isNumber, "takes a number").map(JsonNode::asDouble);
  }

  OptionalInt whole(String field, int least, int most) {
    Optional<JsonNode> node =
        value(
            field,
            n ->
                n.isIntegralNumber()
                    && n.canConvertToInt()
                    && n.asInt() >= least
                    && n.asInt() <= most,
            "takes a whole number from " + least + " to " + most);
    return node.isPresent() ? OptionalInt.of(node.get().asInt()) : OptionalInt.empty();
  }

  Optional<Boolean> flag(String field) {
    return value(field, JsonNode::isBoolean, "takes true or false").map(JsonNode::asBoolean);
  }

  /** A word of an enum, in any case. */
  <E extends Enum<E>> Optional<E> word(String field, Class<E> type) {
    Optional<String> text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.get())) {
        return Optional.of(constant);
      }
      words.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw fault(field, "is '" + text.get() + "'; use one of " + String.join(", ", words));
  }

  Optional<List<Float>> floats(String field) {
    return list(field, JsonNode::isNumber, "takes a list of numbers", JsonNode::floatValue);
  }

  Optional<List<Long>> wholes(String field) {
    return list(
        field, JsonNode::isIntegralNumber, "takes a list of whole numbers", JsonNode::longValue);
  }

  /** The fields of a field; none where it is not there. */
  Fields inner(String field) {
    JsonNode inner =
        value(field, JsonNode::isObject, "takes fields of its own")
            .orElse(JsonNodeFactory.instance.objectNode());
    return new Fields(where, prefix + field + ".", (ObjectNode) inner);
  }

  /** Refuses what nobody has asked for. */
  void checkAllRead(List<String> known) {
    if (!unread.isEmpty()) {
      throw fault(unread.first(), "is not a field here; use " + String.join(", ", known) + ".");
    }
  }

  private <T> Optional<List<T>> list(
      String field, Check check, String wanted, Function<JsonNode, T> reader) {
    Optional<JsonNode> array = value(field, JsonNode::isArray, wanted);
    if (array.isEmpty()) {
      return Optional.empty();
    }
    Iterator<JsonNode> items = array.get().elements();
    while (items.hasNext()) {
      if (!check.holds(items.next())) {
        throw fault(field, wanted);
      }
    }
    return Optional.of(StreamSupport.stream(array.get().spliterator(), false).map(reader).toList());
  }

  private Optional<JsonNode> value(String field, Check check, String wanted) {
    unread.remove(field);
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!check.holds(value)) {
      throw fault(field, wanted);
    }
    return Optional.of(value);
  }

  /** A condition on a value. */
  @FunctionalInterface
  private interface Check {
    boolean holds(JsonNode value);
  }
}
