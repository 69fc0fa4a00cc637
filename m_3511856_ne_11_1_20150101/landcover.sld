<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
  <NamedLayer>
    <Name>landcover</Name>
    <UserStyle>
      <Title>Land cover</Title>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <ColorMap type="values">
              <ColorMapEntry color="#000000" quantity="0" label="no data" opacity="0"/>
              <ColorMapEntry color="#b3ac9f" quantity="1" label="barren" opacity="1"/>
              <ColorMapEntry color="#ab6c28" quantity="2" label="cultivated" opacity="1"/>
              <ColorMapEntry color="#d1495b" quantity="3" label="developed" opacity="1"/>
              <ColorMapEntry color="#38814e" quantity="4" label="forested" opacity="1"/>
              <ColorMapEntry color="#d9e0a3" quantity="5" label="herbaceous" opacity="1"/>
              <ColorMapEntry color="#ccb879" quantity="6" label="shrub" opacity="1"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
