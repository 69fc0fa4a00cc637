package org.coverscape.engine.export;

import java.util.List;
import java.util.Locale;

/** The look of a raster as QGIS reads it ({@code .qml}): named colours, or a ramp. */
final class QgisStyle {
  private QgisStyle() {}

  static String xml(MapRaster raster, List<RasterValue> values) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        + "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n"
        + "  <pipe>\n"
        + (raster.thematic() ? palette(values) : ramp(values))
        + "  </pipe>\n"
        + "</qgis>\n";
  }

  private static String palette(List<RasterValue> values) {
    StringBuilder xml =
        new StringBuilder(
            "    <rasterrenderer type=\"paletted\" band=\"1\" opacity=\"1\" alphaBand=\"-1\">\n"
                + "      <colorPalette>\n");
    for (RasterValue value : values) {
      if (value.value() != 0) {
        xml.append(
            String.format(
                Locale.ROOT,
                "        <paletteEntry value=\"%d\" color=\"%s\" alpha=\"255\" label=\"%s\"/>\n",
                value.value(),
                value.hex(),
                value.name()));
      }
    }
    return xml.append("      </colorPalette>\n    </rasterrenderer>\n").toString();
  }

  private static String ramp(List<RasterValue> values) {
    StringBuilder xml =
        new StringBuilder(
            "    <rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"1\""
                + " alphaBand=\"-1\" classificationMin=\"1\" classificationMax=\"100\">\n"
                + "      <rastershader>\n"
                + "        <colorrampshader colorRampType=\"INTERPOLATED\""
                + " classificationMode=\"1\" clip=\"0\" minimumValue=\"1\""
                + " maximumValue=\"100\">\n");
    for (RasterValue value : values) {
      xml.append(
          String.format(
              Locale.ROOT,
              "          <item value=\"%d\" color=\"%s\" alpha=\"255\" label=\"%s\"/>\n",
              value.value(),
              value.hex(),
              value.name()));
    }
    return xml.append("        </colorrampshader>\n      </rastershader>\n    </rasterrenderer>\n")
        .toString();
  }
}
