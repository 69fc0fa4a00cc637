package org.coverscape.engine.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The look of a raster as QGIS reads it ({@code .qml}): named colours, or a ramp. */
final class QgisStyle {
  private static final String FILE =
      """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22" styleCategories="Symbology">
        <pipe>
      %s  </pipe>
      </qgis>
      """;
  private static final String PALETTE =
      """
          <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1">
            <colorPalette>
      %s      </colorPalette>
          </rasterrenderer>
      """;
  private static final String RAMP =
      """
          <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" \
      classificationMin="1" classificationMax="100">
            <rastershader>
              <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" \
      minimumValue="1" maximumValue="100">
      %s        </colorrampshader>
            </rastershader>
          </rasterrenderer>
      """;

  private QgisStyle() {}

  static String xml(MapRaster raster, List<RasterValue> values) {
    return xml(raster.thematic(), values);
  }

  static String xml(boolean thematic, List<RasterValue> values) {
    String renderer =
        thematic
            ? PALETTE.formatted(entries(values, "        <paletteEntry"))
            : RAMP.formatted(entries(values, "          <item"));
    return FILE.formatted(renderer);
  }

  private static String entries(List<RasterValue> values, String element) {
    return values.stream()
        .filter(value -> value.value() != 0)
        .map(
            value ->
                String.format(
                    Locale.ROOT,
                    "%s value=\"%d\" color=\"%s\" alpha=\"255\" label=\"%s\"/>\n",
                    element,
                    value.value(),
                    value.hex(),
                    value.name()))
        .collect(Collectors.joining());
  }
}
