<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
  <NamedLayer>
    <Name>confidence</Name>
    <UserStyle>
      <Title>Confidence in percent</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="ramp">
              <ColorMapEntry color="#000000" quantity="0" label="no data" opacity="0"/>
              <ColorMapEntry color="#f6eff7" quantity="1" label="1 %" opacity="1"/>
              <ColorMapEntry color="#67a9cf" quantity="50" label="50 %" opacity="1"/>
              <ColorMapEntry color="#014636" quantity="100" label="100 %" opacity="1"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
