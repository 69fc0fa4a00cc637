package org.coverscape.engine.export;

import java.util.List;
import java.util.Locale;

/** The look of a raster as a Styled Layer Descriptor 1.0 (OGC 02-070), read by map servers. */
final class SldStyle {
  private SldStyle() {}

  static String xml(MapRaster raster, List<RasterValue> values) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<StyledLayerDescriptor version=\"1.0.0\""
                + " xmlns=\"http://www.opengis.net/sld\">\n"
                + "  <NamedLayer>\n");
    xml.append("    <Name>").append(raster.fileName()).append("</Name>\n");
    xml.append("    <UserStyle>\n      <Title>").append(raster.title()).append("</Title>\n");
    xml.append("      <FeatureTypeStyle><Rule><RasterSymbolizer>\n");
    xml.append("        <ColorMap type=\"").append(raster.thematic() ? "values" : "ramp");
    xml.append("\">\n");
    if (!raster.thematic()) {
      entry(xml, new RasterValue(0, "no data", 0), 0);
    }
    for (RasterValue value : values) {
      entry(xml, value, value.value() == 0 ? 0 : 1);
    }
    return xml.append("        </ColorMap>\n")
        .append("      </RasterSymbolizer></Rule></FeatureTypeStyle>\n")
        .append("    </UserStyle>\n  </NamedLayer>\n</StyledLayerDescriptor>\n")
        .toString();
  }

  private static void entry(StringBuilder xml, RasterValue value, int opacity) {
    xml.append(
        String.format(
            Locale.ROOT,
            "          <ColorMapEntry color=\"%s\" quantity=\"%d\" label=\"%s\" opacity=\"%d\"/>\n",
            value.hex(),
            value.value(),
            value.name(),
            opacity));
  }
}
