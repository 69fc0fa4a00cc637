package org.coverscape.engine.export;

import java.util.List;
import java.util.Locale;

/** The look of a raster as a Styled Layer Descriptor 1.0 (OGC 02-070), read by map servers. */
final class SldStyle {
  private static final String FILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
        <NamedLayer>
          <Name>%s</Name>
          <UserStyle>
            <Title>%s</Title>
            <FeatureTypeStyle>
              <Rule>
                <RasterSymbolizer>
                  <ColorMap type="%s">
      %s            </ColorMap>
                </RasterSymbolizer>
              </Rule>
            </FeatureTypeStyle>
          </UserStyle>
        </NamedLayer>
      </StyledLayerDescriptor>
      """;

  private SldStyle() {}

  static String xml(MapRaster raster, List<RasterValue> values) {
    StringBuilder entries = new StringBuilder();
    if (!raster.thematic()) {
      entry(entries, new RasterValue(0, "no data", 0));
    }
    values.forEach(value -> entry(entries, value));
    return FILE.formatted(
        raster.fileName(), raster.title(), raster.thematic() ? "values" : "ramp", entries);
  }

  private static void entry(StringBuilder xml, RasterValue value) {
    xml.append(
        String.format(
            Locale.ROOT,
            "              "
                + "<ColorMapEntry color=\"%s\" quantity=\"%d\" label=\"%s\" opacity=\"%d\"/>\n",
            value.hex(),
            value.value(),
            value.name(),
            value.value() == 0 ? 0 : 1));
  }
}
