package org.coverscape.engine.stac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A document of a catalogue: a catalogue, a collection, an Item, or a list of Items.
 *
 * <p>The Items of a list are handed on one by one while they are read, so that memory is bounded by
 * the largest of them. Depth, lengths and number of values are limited; NaN is let through, so that
 * it costs one Item and not the page.
 *
 * @param content all members but the Items of a list
 */
record StacDocument(ObjectNode content) {
  /**
   * Characters of one Item, or of all a document holds beside them, 32 for each value; real Items
   * have about 15,000.
   */
  private static final long MOST = 16L << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(64)
                      .maxStringLength(2 << 20)
                      .maxNumberLength(200)
                      .maxNameLength(10_000)
                      .build())
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .build());

  /** Takes the Items of a list. */
  @FunctionalInterface
  interface Items {
    /** Takes the next, which may be anything that JSON can say. */
    void take(JsonNode item) throws IOException;
  }

  /**
   * Reads a text.
   *
   * @throws StacException with one sentence when it is no JSON object, or one beyond the limits
   */
  static StacDocument read(String text, Items items) throws IOException {
    try (Reader in = new StringReader(text)) {
      return read(JSON.createParser(in), items);
    }
  }

  /** Reads a stream, which stays open. */
  static StacDocument read(InputStream in, Items items) throws IOException {
    JsonParser parser = JSON.createParser(in);
    parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    return read(parser, items);
  }

  private static StacDocument read(JsonParser plain, Items items) throws IOException {
    try (CountedParser parser = new CountedParser(plain, MOST)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new StacException("It is no STAC document; it must be a JSON object.");
      }
      ObjectNode content = JSON.createObjectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        member(parser, content, items);
      }
      return new StacDocument(content);
    } catch (StreamConstraintsException e) {
      throw new StacException(
          "Its JSON is nested too deeply or holds too many values; it is no STAC document.", e);
    } catch (JsonProcessingException e) {
      throw new StacException(
          e.getLocation() == null
              ? "It is not valid JSON; check the address or get the file again."
              : "It is not valid JSON near line "
                  + e.getLocation().getLineNr()
                  + "; check the address or get the file again.",
          e);
    }
  }

  private static void member(CountedParser parser, ObjectNode content, Items items)
      throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (!name.equals("features")) {
      content.set(name, JSON.readTree(parser));
      return;
    }
    if (value != JsonToken.START_ARRAY) {
      throw new StacException("Its features are not a list; it is no STAC document.");
    }
    long rest = parser.count();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.count(0);
      items.take(JSON.readTree(parser));
    }
    parser.count(rest);
  }

  /** Whether it is one Item. */
  boolean isItem() {
    return "Feature".equals(Members.text(content, "type").orElse(""));
  }

  /** Whether it is a list of Items. */
  boolean isItemCollection() {
    return "FeatureCollection".equals(Members.text(content, "type").orElse(""));
  }

  /** Whether it leads on to others: a catalogue or a collection, of old ones without a type too. */
  boolean isCatalog() {
    return !isItem() && !isItemCollection() && content.path("links").isArray();
  }

  /** Its links that can be followed. */
  List<StacLink> links() {
    return StreamSupport.stream(content.path("links").spliterator(), false)
        .flatMap(link -> StacLink.read(link).stream())
        .toList();
  }
}
