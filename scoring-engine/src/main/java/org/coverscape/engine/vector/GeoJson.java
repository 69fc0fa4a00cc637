package org.coverscape.engine.vector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coverscape.engine.region.Crs;

/**
 * Reads GeoJSON (RFC 7946), and the {@code crs} member of its predecessor (GeoJSON 2008), feature
 * by feature, so that the text itself is never in memory. Z is dropped.
 */
public final class GeoJson {
  private static final JsonFactory JSON = new JsonFactory();

  private GeoJson() {}

  /**
   * Reads a text.
   *
   * @throws FeatureException with one sentence when it is no GeoJSON
   */
  public static FeatureCollection read(String text) {
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return read(in);
    } catch (IOException e) {
      throw new FeatureException("The GeoJSON cannot be read.", e);
    }
  }

  /**
   * Reads a stream and leaves it open.
   *
   * @throws FeatureException with one sentence when it holds no GeoJSON
   * @throws IOException when the stream fails
   */
  public static FeatureCollection read(InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new FeatureException("The text is not GeoJSON; it must begin with a brace.");
      }
      GeoJsonObject object = GeoJsonObject.read(parser, 0);
      if (parser.nextToken() != null) {
        throw new FeatureException("The text goes on after the end of the GeoJSON; remove that.");
      }
      List<Feature> features = object.features();
      return new FeatureCollection(object.crs().orElse(Crs.WGS84), features);
    } catch (JsonProcessingException e) {
      throw new FeatureException(
          e.getLocation() == null
              ? "The text is not valid JSON; export the file again."
              : "The text is not valid JSON near line "
                  + e.getLocation().getLineNr()
                  + "; correct it there or export the file again.",
          e);
    }
  }
}
