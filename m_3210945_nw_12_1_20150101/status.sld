<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
  <NamedLayer>
    <Name>status</Name>
    <UserStyle>
      <Title>Status</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#000000" quantity="0" label="outside" opacity="0"/>
              <ColorMapEntry color="#7fb58a" quantity="1" label="scored" opacity="1"/>
              <ColorMapEntry color="#8c8c94" quantity="2" label="unclassified" opacity="1"/>
              <ColorMapEntry color="#e3c567" quantity="3" label="below threshold" opacity="1"/>
              <ColorMapEntry color="#5a5a60" quantity="4" label="unscored" opacity="1"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
