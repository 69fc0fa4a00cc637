package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.coverscape.engine.landcover.LandCoverClass;
import org.junit.jupiter.api.Test;

class ColourModelTest {
  private final ColourModel colours = new ColourModel();

  @Test
  void aChangedColourIsShownExportedAndSaved() {
    colours.change(LandCoverClass.FORESTED, 0xFF123456);
    assertEquals(0x123456, colours.colours().of(LandCoverClass.FORESTED));
    assertEquals(0x123456, colours.palette().of(LandCoverClass.FORESTED));
    assertEquals(Map.of(LandCoverClass.FORESTED, "#123456"), colours.saved());
    colours.reset();
    assertEquals(0x38814E, colours.colours().of(LandCoverClass.FORESTED));
    assertEquals(Map.of(), colours.saved());
  }

  @Test
  void theColourBlindSafePaletteKeepsChangedColours() {
    colours.change(LandCoverClass.SHRUB, 0x00FF00);
    colours.useColourBlindSafe(true);
    assertEquals(0x00FF00, colours.colours().of(LandCoverClass.SHRUB));
    assertNotEquals(0x38814E, colours.colours().of(LandCoverClass.FORESTED));
    colours.useColourBlindSafe(false);
    assertEquals(0x38814E, colours.colours().of(LandCoverClass.FORESTED));
  }

  @Test
  void aProjectsColoursReplaceThoseNowAndNonsenseIsLeftOut() {
    colours.change(LandCoverClass.SHRUB, 0x00FF00);
    colours.restore(
        Map.of(LandCoverClass.BARREN, "#abcdef", LandCoverClass.DEVELOPED, "rgb(1,2,3)"));
    assertEquals(0xABCDEF, colours.colours().of(LandCoverClass.BARREN));
    assertEquals(0xD1495B, colours.colours().of(LandCoverClass.DEVELOPED));
    assertEquals(0xCCB879, colours.colours().of(LandCoverClass.SHRUB));
  }
}
