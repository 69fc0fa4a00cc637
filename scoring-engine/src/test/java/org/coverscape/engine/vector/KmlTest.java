package org.coverscape.engine.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KmlTest {
  private static final String HEAD = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>";
  private static final String RING = "<LinearRing><coordinates>\n %s \n</coordinates></LinearRing>";

  private static FeatureCollection read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FeatureCollection read(byte[] bytes) {
    try {
      return Kml.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String polygon(String outer, String inner) {
    return "<Polygon><innerBoundaryIs>"
        + RING.formatted(inner)
        + "</innerBoundaryIs><outerBoundaryIs>"
        + RING.formatted(outer)
        + "</outerBoundaryIs></Polygon>";
  }

  @Test
  void readsPolygonsWithHolesAndNames() {
    String placemark =
        "<Folder><Placemark><Style><LineStyle><width>2</width></LineStyle></Style><name><![CDATA[A"
            + " & B]]></name><ExtendedData><SchemaData><SimpleData name=\"pin\">7</SimpleData>"
            + "</SchemaData><Data name=\"owner\"><value>x</value></Data></ExtendedData>"
            + "<MultiGeometry>"
            + polygon("0,0,9 10,0,9 10,10,9 0,10,9 0,0,9", "1,1 2,1 2,2 1,2 1,1")
            + polygon("20,0 21,0 21,1 20,1 20,0", "20.2,0.2 20.4,0.2 20.4,0.4 20.2,0.2")
            + "</MultiGeometry></Placemark></Folder>";
    Feature feature = read(HEAD + placemark + "</Document></kml>").features().get(0);
    assertEquals(99 + 1 - 0.02, feature.geometry().getArea(), 1e-9);
    assertEquals(Map.of("name", "A & B", "pin", "7", "owner", "x"), feature.attributes());
    assertTrue(Double.isNaN(feature.geometry().getCoordinate().getZ()));
  }

  @Test
  void readsEncodingsThatAreDeclaredOrMarked() {
    String body = HEAD + "<Placemark><name>Größe</name></Placemark></Document></kml>";
    Charset latin = StandardCharsets.ISO_8859_1;
    List<byte[]> texts =
        List.of(
            body.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + body).getBytes(StandardCharsets.UTF_8),
            body.getBytes(StandardCharsets.UTF_16),
            ("<?xml version=\"1.0\" encoding='iso-8859-1'?>" + body).getBytes(latin));
    for (byte[] text : texts) {
      assertEquals("Größe", read(text).features().get(0).attributes().get("name"));
    }
  }

  @Test
  @Timeout(10)
  void neverFollowsEntities(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "0,0 1,0 1,1 0,0");
    String outside =
        "<!DOCTYPE kml [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + HEAD
            + "<Placemark><name>&x;</name></Placemark></Document></kml>";
    StringBuilder bomb = new StringBuilder("<!DOCTYPE kml [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    bomb.append("]>")
        .append(HEAD)
        .append("<Placemark><name>&a11;</name></Placemark></Document></kml>");
    for (String text : new String[] {outside, bomb.toString()}) {
      try {
        assertFalse(read(text).toString().contains("1,0"));
      } catch (FeatureException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("not valid XML"));
      }
    }
  }

  @Test
  void saysWhatIsWrong() {
    Map.of(
            "<a/>",
            "not KML",
            HEAD,
            "not valid XML",
            HEAD + "<Placemark>" + polygon("0,0 1,x 1,1 0,0", "") + "</Placemark></Document></kml>",
            "not a number: '1,x'",
            HEAD + "<Placemark>" + polygon("", "") + "</Placemark></Document></kml>",
            "no coordinates",
            HEAD + "<Folder>".repeat(1000),
            "nested too deeply")
        .forEach(
            (text, part) -> {
              FeatureException fault = assertThrows(FeatureException.class, () -> read(text));
              assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
            });
  }
}
