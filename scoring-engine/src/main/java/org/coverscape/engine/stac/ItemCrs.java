package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coverscape.engine.region.Crs;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate system that the projection extension names: {@code proj:code}, {@code proj:epsg},
 * {@code proj:wkt2} or {@code proj:projjson}, at an asset or at its Item.
 */
final class ItemCrs {
  private static final Pattern LAST_ID =
      Pattern.compile(
          "(?is).*\\b(?:ID|AUTHORITY)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*].{0,3}");
  private static final Pattern UTM =
      Pattern.compile("(?i).*(NAD_?83|1983|WGS ?_?(?:19)?84).*UTM[ _]zone[ _](\\d{1,2})([NS]).*");

  private static final int LONGEST_WKT = 20_000;

  private ItemCrs() {}

  /**
   * The system of an asset.
   *
   * @throws StacException when none is named, or none that is known
   */
  static Crs of(JsonNode asset, JsonNode properties) throws StacException {
    Optional<Crs> found = at(asset);
    if (found.isEmpty()) {
      found = at(properties);
    }
    return found.orElseThrow(
        () ->
            StacException.unplaced(
                "Its entry does not say what coordinate system it is in (proj:code or proj:epsg)."));
  }

  private static Optional<Crs> at(JsonNode object) throws StacException {
    Optional<String> code = Members.text(object, "proj:code");
    if (code.isPresent()) {
      return Optional.of(parse(code.get()));
    }
    JsonNode epsg = object.path("proj:epsg");
    if (epsg.isNumber() || epsg.isTextual()) {
      String text = epsg.asText().strip();
      return Optional.of(parse(text.matches("\\d+") ? "EPSG:" + text : text));
    }
    Optional<String> wkt = Members.text(object, "proj:wkt2");
    if (wkt.isPresent()) {
      return Optional.of(ofWkt(wkt.get()));
    }
    JsonNode projjson = object.path("proj:projjson");
    return projjson.isObject() ? Optional.of(ofProjJson(projjson)) : Optional.empty();
  }

  private static Crs parse(String text) throws StacException {
    try {
      return Crs.parse(text);
    } catch (IllegalArgumentException e) {
      throw unknown(text, e);
    }
  }

  /** The second form of well-known text is not read by the library, but its code and name are. */
  private static Crs ofWkt(String wkt) throws StacException {
    if (wkt.length() > LONGEST_WKT) {
      throw unknown(wkt, null);
    }
    Matcher id = LAST_ID.matcher(wkt);
    if (id.matches()) {
      return parse("EPSG:" + id.group(1));
    }
    int quote = wkt.indexOf('"');
    String name = quote < 0 ? "" : wkt.substring(quote + 1).split("\"", 2)[0];
    OptionalInt utm = utm(name);
    return parse(utm.isPresent() ? "EPSG:" + utm.getAsInt() : wkt);
  }

  private static Crs ofProjJson(JsonNode projjson) throws StacException {
    JsonNode id = projjson.path("id");
    if (Members.text(id, "authority").filter("EPSG"::equalsIgnoreCase).isPresent()) {
      return parse("EPSG:" + id.path("code").asText());
    }
    String name = Members.text(projjson, "name").orElse("");
    OptionalInt utm = utm(name);
    if (utm.isEmpty()) {
      throw unknown(name, null);
    }
    return parse("EPSG:" + utm.getAsInt());
  }

  private static OptionalInt utm(String name) {
    Matcher utm = UTM.matcher(name);
    if (name.length() > 200 || !utm.matches()) {
      return OptionalInt.empty();
    }
    int zone = Integer.parseInt(utm.group(2));
    if (utm.group(1).toUpperCase(Locale.ROOT).startsWith("WGS")) {
      return OptionalInt.of((utm.group(3).equalsIgnoreCase("S") ? 32700 : 32600) + zone);
    }
    return OptionalInt.of(26900 + zone);
  }

  private static StacException unknown(String text, @Nullable Throwable cause) {
    String shown = text.length() > 40 ? text.substring(0, 37) + "..." : text;
    String sentence = "Its coordinate system, '" + shown + "', is not known.";
    return cause == null ? new StacException(sentence) : new StacException(sentence, cause);
  }
}
