<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1">
      <colorPalette>
        <paletteEntry value="1" color="#b3ac9f" alpha="255" label="barren"/>
        <paletteEntry value="2" color="#ab6c28" alpha="255" label="cultivated"/>
        <paletteEntry value="3" color="#d1495b" alpha="255" label="developed"/>
        <paletteEntry value="4" color="#38814e" alpha="255" label="forested"/>
        <paletteEntry value="5" color="#d9e0a3" alpha="255" label="herbaceous"/>
        <paletteEntry value="6" color="#ccb879" alpha="255" label="shrub"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
</qgis>
