package org.coverscape.engine.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Reads one placemark from its opening tag to its closing one. */
final class KmlPlacemark {
  private static final int MAX_DEPTH = 64;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final XMLStreamReader xml;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private final List<LinearRing> rings = new ArrayList<>();
  private boolean inPolygon;
  private boolean outer;
  private String dataName = "";

  KmlPlacemark(XMLStreamReader xml) {
    this.xml = xml;
  }

  Feature read() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth += open(depth) ? 0 : 1;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (xml.getLocalName().equals("Polygon")) {
          closePolygon();
        }
      }
    }
    return new Feature(shape(), attributes);
  }

  private Geometry shape() {
    return shapes.size() == 1
        ? shapes.get(0)
        : GEOMETRY.createGeometryCollection(shapes.toArray(Geometry[]::new));
  }

  /** Takes an opening tag; true when it read on to the closing one. */
  private boolean open(int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw new FeatureException("The KML is nested too deeply; simplify it.");
    }
    switch (xml.getLocalName()) {
      case "Polygon" -> {
        inPolygon = true;
        rings.clear();
      }
      case "outerBoundaryIs" -> outer = true;
      case "innerBoundaryIs" -> outer = false;
      case "LinearRing", "LineString", "Point" -> {
        line(xml.getLocalName());
        return true;
      }
      case "name", "description" -> {
        if (depth == 1) {
          attribute(xml.getLocalName());
          return true;
        }
      }
      case "Data" -> dataName = name();
      case "SimpleData" -> {
        attribute(name());
        return true;
      }
      case "value" -> {
        attribute(dataName);
        return true;
      }
      default -> {
        // Styles, regions and the like say nothing about the ground.
      }
    }
    return false;
  }

  private String name() {
    @Nullable String name = xml.getAttributeValue(null, "name");
    return name == null ? "" : name;
  }

  private void attribute(String name) throws XMLStreamException {
    String text = text();
    if (!name.isEmpty() && !text.isEmpty()) {
      attributes.putIfAbsent(name, text);
    }
  }

  /** The text up to the closing tag, whatever tags are in it. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {
          // Comments and the like.
        }
      }
    }
    return text.toString().strip();
  }

  private void line(String kind) throws XMLStreamException {
    Coordinate[] corners = new Coordinate[0];
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("coordinates")) {
          corners = coordinates(text());
        } else {
          depth++;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (inPolygon && kind.equals("LinearRing")) {
      rings.add(outer ? 0 : rings.size(), Rings.close(GEOMETRY, corners));
    } else if (kind.equals("Point")) {
      shapes.add(GEOMETRY.createMultiPointFromCoords(corners));
    } else if (corners.length > 1) {
      shapes.add(GEOMETRY.createLineString(corners));
    }
  }

  private void closePolygon() {
    inPolygon = false;
    if (!rings.isEmpty()) {
      LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
      shapes.add(polygon(rings.get(0), holes));
    }
  }

  private static Geometry polygon(LinearRing shell, LinearRing[] holes) {
    if (shell.isEmpty()) {
      throw new FeatureException("A polygon in the KML has no coordinates.");
    }
    return GEOMETRY.createPolygon(shell, holes);
  }

  /** Reads {@code lon,lat[,alt] lon,lat[,alt] …}. */
  private static Coordinate[] coordinates(String text) {
    List<Coordinate> all = new ArrayList<>();
    for (String tuple : text.split("\\s+")) {
      if (tuple.isEmpty()) {
        continue;
      }
      String[] numbers = tuple.split(",", 4);
      try {
        if (numbers.length < 2) {
          throw new NumberFormatException(tuple);
        }
        Coordinate at =
            new Coordinate(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
          throw new NumberFormatException(tuple);
        }
        all.add(at);
      } catch (NumberFormatException e) {
        throw new FeatureException(
            "The KML has a coordinate that is not a number: '" + Sentences.shorten(tuple) + "'.",
            e);
      }
    }
    return all.toArray(Coordinate[]::new);
  }
}
