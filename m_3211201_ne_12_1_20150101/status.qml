<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1">
      <colorPalette>
        <paletteEntry value="1" color="#7fb58a" alpha="255" label="scored"/>
        <paletteEntry value="2" color="#8c8c94" alpha="255" label="unclassified"/>
        <paletteEntry value="3" color="#e3c567" alpha="255" label="below threshold"/>
        <paletteEntry value="4" color="#5a5a60" alpha="255" label="unscored"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
</qgis>
