package org.coverscape.engine.sample;

/** What a part of the painted ground is used for. */
enum LandUse {
  FARM,
  WOOD,
  MEADOW,
  SCRUB,
  QUARRY,
  TOWN,
  COMMERCE
}
