package org.coverscape.engine.vector;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.coverscape.engine.region.Crs;

/**
 * Reads the placemarks of KML (OGC 12-007r2): points, lines, polygons with their inner boundaries,
 * and collections of them, with names and extended data. Coordinates are degrees of WGS 84;
 * altitudes are dropped. Document types and entities from outside are never followed.
 */
public final class Kml {
  private static final int MAX_DEPTH = 64;

  private Kml() {}

  /**
   * Reads a stream and leaves it open.
   *
   * @throws FeatureException with one sentence when it holds no KML
   * @throws IOException when the stream fails
   */
  public static FeatureCollection read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(XmlText.reader(in));
      try {
        return new FeatureCollection(Crs.WGS84, placemarks(xml));
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw new FeatureException(
          "The text is not valid XML near line " + line + "; export the file again.", e);
    }
  }

  private static List<Feature> placemarks(XMLStreamReader xml) throws XMLStreamException {
    List<Feature> features = new ArrayList<>();
    boolean kml = false;
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        kml |= depth == 0 && xml.getLocalName().equals("kml");
        if (kml && xml.getLocalName().equals("Placemark")) {
          features.add(new KmlPlacemark(xml).read());
        } else if (++depth > MAX_DEPTH) {
          throw new FeatureException("The KML is nested too deeply; simplify it.");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (!kml) {
      throw new FeatureException("The text is XML, but not KML.");
    }
    return features;
  }
}
