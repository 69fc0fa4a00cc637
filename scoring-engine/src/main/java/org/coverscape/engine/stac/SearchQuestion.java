package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * A search as STAC's item search words it.
 *
 * @param query what is looked for
 * @param collections the collections that are searched; empty for all
 * @param filters how the catalogue can be asked for properties
 */
record SearchQuestion(StacQuery query, List<String> collections, FilterKind filters) {
  private static final int PAGE = 250;

  /** How properties can be asked for. */
  enum FilterKind {
    /** The Common Query Language, {@code filter} with {@code filter-lang}. */
    CQL2,
    /** The query extension, {@code query}. */
    QUERY,
    /** Not at all. */
    NONE
  }

  /** The bodies for POST, one for each run of years. */
  List<ObjectNode> bodies() {
    List<ObjectNode> bodies = new ArrayList<>();
    for (Optional<String> time : query.times()) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      if (!collections.isEmpty()) {
        collections.forEach(body.putArray("collections")::add);
      }
      body.set("intersects", query.area().geoJson());
      time.ifPresent(t -> body.put("datetime", t));
      addFilter(body);
      body.put("limit", PAGE);
      bodies.add(body);
    }
    return bodies;
  }

  /** In named collections all images count; elsewhere coarse ones need not be sent. */
  private void addFilter(ObjectNode body) {
    if (query.maxGsd().isEmpty() || !collections.isEmpty()) {
      return;
    }
    double most = query.maxGsd().getAsDouble();
    if (filters == FilterKind.QUERY) {
      body.putObject("query").putObject("gsd").put("lte", most);
    } else if (filters == FilterKind.CQL2) {
      body.put("filter-lang", "cql2-json");
      ObjectNode either = body.putObject("filter").put("op", "or");
      ObjectNode fine = either.putArray("args").addObject().put("op", "<=");
      fine.putArray("args").addObject().put("property", "gsd");
      fine.withArray("args").add(most);
      ObjectNode unknown = either.withArray("args").addObject().put("op", "isNull");
      unknown.putArray("args").addObject().put("property", "gsd");
    }
  }

  /** The addresses for GET, one for each run of years and each part of the ground. */
  List<URI> addresses(URI search) {
    List<URI> addresses = new ArrayList<>();
    for (Optional<String> time : query.times()) {
      for (Envelope box : query.area().boxes()) {
        URI address = search;
        if (!collections.isEmpty()) {
          address = Addresses.with(address, "collections", String.join(",", collections));
        }
        address = Addresses.with(address, "bbox", text(box));
        if (time.isPresent()) {
          address = Addresses.with(address, "datetime", time.get());
        }
        addresses.add(Addresses.with(address, "limit", Integer.toString(PAGE)));
      }
    }
    return addresses;
  }

  private static String text(Envelope box) {
    return String.format(
        Locale.ROOT,
        "%.6f,%.6f,%.6f,%.6f",
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY());
  }
}
