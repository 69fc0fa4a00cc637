package org.coverscape.engine.imagery.mrf;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of an XML document by their paths below its root, such as {@code raster/size/x}, in
 * small letters; an attribute counts as a child. Of several under one path the first counts.
 *
 * <p>Documents that define entities or refer to anything outside are refused, and so are those that
 * are larger than any header is.
 */
final class MrfXml {
  /** Bytes of a header; one takes about a thousand. */
  static final int MOST_BYTES = 1 << 20;

  private static final String ROOT = "mrf_meta";
  private static final int MOST_DEPTH = 16;
  private static final int MOST_TEXTS = 20_000;

  private final Map<String, String> texts = new HashMap<>();

  private MrfXml() {}

  /** Reads a document. */
  static MrfXml parse(byte[] bytes) throws MrfException {
    try {
      // as text: where bytes are no text the parser would complain on the console
      XMLStreamReader reader =
          factory()
              .createXMLStreamReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      MrfXml xml = new MrfXml();
      xml.read(reader);
      reader.close();
      return xml;
    } catch (XMLStreamException | RuntimeException e) {
      throw MrfException.damaged(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private void read(XMLStreamReader reader) throws XMLStreamException, MrfException {
    Deque<String> path = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          text.setLength(0);
          begin(reader, path);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          put(path.removeLast(), text.toString());
          text.setLength(0);
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw MrfException.damaged();
        default -> {}
      }
    }
  }

  private void begin(XMLStreamReader reader, Deque<String> path) throws MrfException {
    String name = reader.getLocalName().toLowerCase(Locale.ROOT);
    if (path.size() == MOST_DEPTH || (path.isEmpty() && !name.equals(ROOT))) {
      throw MrfException.damaged();
    }
    String parent = path.size() < 2 ? "" : path.getLast() + "/";
    path.addLast(path.isEmpty() ? "" : parent + name);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      put(path.getLast() + "/" + attribute, reader.getAttributeValue(i));
    }
  }

  private void put(String path, String text) throws MrfException {
    if (texts.size() >= MOST_TEXTS) {
      throw MrfException.damaged();
    }
    if (!text.isBlank()) {
      texts.putIfAbsent(path, text.trim());
    }
  }

  /** The text of an element or an attribute, without the space around it. */
  Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** Whether there is something below a path. */
  boolean has(String path) {
    return texts.keySet().stream().anyMatch(key -> key.startsWith(path + "/"));
  }

  /** A number, or what stands for it where there is none. */
  double number(String path, double otherwise) throws MrfException {
    String text = texts.get(path);
    if (text == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw MrfException.damaged(e);
    }
  }

  /** A whole number from 1 up to a largest one. */
  int size(String path, int otherwise, int most) throws MrfException {
    double value = number(path, otherwise);
    if (!(value >= 1) || value > most || value != Math.rint(value)) {
      throw MrfException.damaged();
    }
    return (int) value;
  }

  /** A position in a file, 0 where none is given. */
  long offset(String path) throws MrfException {
    double value = number(path, 0);
    if (!(value >= 0) || value > 1L << 53 || value != Math.rint(value)) {
      throw MrfException.damaged();
    }
    return (long) value;
  }
}
