package org.coverscape.engine.imagery;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The {@code .aux.xml} that GDAL and ArcGIS put beside an image (GDAL's PAM, {@code PAMDataset}).
 * Documents with a type declaration are refused, so that nothing in them can be expanded or
 * fetched.
 */
final class PamFile {
  private static final int STEPS = 6;

  /** Elements in elements; tables of classes have five levels. */
  private static final String MOST_DEPTH = "32";

  /** Tags of a document; a table of 256 classes takes some thousand. */
  private static final int MOST_TAGS = 1 << 17;

  private final Element root;

  private PamFile(Element root) {
    this.root = root;
  }

  /** Reads the file's text; empty when it is none, or far larger than any. */
  static Optional<PamFile> read(String text) {
    if (text.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      return Optional.empty();
    }
    try {
      Document document = builder().parse(new InputSource(new StringReader(text)));
      return Optional.of(new PamFile(document.getDocumentElement()));
    } catch (SAXException | IOException e) {
      return Optional.empty(); // then it says nothing
    }
  }

  private static DocumentBuilder builder() {
    // the runtime's own, as the limit of depth is a word of its own
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MOST_DEPTH);
      factory.setExpandEntityReferences(false);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java runtime has no safe XML reader", e);
    }
  }

  /** The text of the coordinate system, {@code SRS}. */
  Optional<String> system() {
    return children(root, "SRS").stream()
        .map(srs -> srs.getTextContent().trim())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Where the pixels lie, {@code GeoTransform}: x0, a, b, y0, d, e of {@link PixelGrid}. */
  Optional<PixelGrid> grid() {
    List<Element> found = children(root, "GeoTransform");
    String[] words = found.isEmpty() ? new String[0] : found.get(0).getTextContent().split(",");
    if (words.length != STEPS) {
      return Optional.empty();
    }
    double[] n = new double[STEPS];
    try {
      for (int i = 0; i < STEPS; i++) {
        n[i] = Double.parseDouble(words[i]);
      }
      return Optional.of(new PixelGrid(n[0], n[3], n[1], n[2], n[4], n[5]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The value that marks NoData, {@code NoDataValue}, where all bands that name one name the same
   * and a byte can hold it.
   */
  OptionalInt noData() {
    Set<OptionalInt> values = new HashSet<>();
    for (Element band : children(root, "PAMRasterBand")) {
      children(band, "NoDataValue").stream()
          .limit(1)
          .forEach(value -> values.add(TiffDirectory.noData(value.getTextContent())));
    }
    return values.size() == 1 ? values.iterator().next() : OptionalInt.empty();
  }

  /** The elements of its first band, and of the file as a whole. */
  List<Element> bandAndFile(String name) {
    List<Element> found = new ArrayList<>();
    children(root, "PAMRasterBand").stream()
        .limit(1)
        .forEach(band -> found.addAll(children(band, name)));
    found.addAll(children(root, name));
    return found;
  }

  /** The elements of a name right below another. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
