package org.coverscape.engine.sample;

/**
 * Paints any point of the sample's ground: what it is used for decides which painter does. The same
 * seed and place give the same colour. Not thread-safe.
 */
final class Landscape {
  private static final double FLOOD_PLAIN = 150;
  private static final double COVER_SCALE = 85;

  private final LandUsePlan plan;
  private final FieldPlan fields;
  private final River river;
  private final Relief relief;
  private final CoarseField cover;
  private final Ponds ponds;
  private final FarmsteadPainter farmsteads;
  private final FieldPainter fieldPainter;
  private final WoodPainter wood;
  private final TreePainter trees;
  private final ScrubPainter scrub;
  private final MeadowPainter meadow;
  private final QuarryPainter quarry;
  private final RiverPainter riverPainter;
  private final TownPainter town;
  private final CommercePainter commerce;
  private final RoadPainter roads;

  Landscape(int seed, int width) {
    this.plan = new LandUsePlan(seed + 1, width);
    this.fields = new FieldPlan(seed + 2);
    this.river = new River(seed + 3, width);
    this.relief = new Relief(seed + 4, width);
    GradientNoise noise = new GradientNoise(seed + 5);
    this.cover =
        new CoarseField(
            width, 6, (x, y) -> 0.3 + noise.fractal(x / COVER_SCALE, y / COVER_SCALE, 4));
    this.fieldPainter = new FieldPainter(seed + 6, width);
    this.wood = new WoodPainter(seed + 7, width);
    this.trees = new TreePainter(seed + 17);
    this.scrub = new ScrubPainter(seed + 27, width);
    this.meadow = new MeadowPainter(seed + 37, width);
    this.quarry = new QuarryPainter(seed + 47, width);
    this.riverPainter = new RiverPainter(seed + 57);
    this.town = new TownPainter(seed + 67);
    this.commerce = new CommercePainter(seed + 77);
    this.ponds = new Ponds(seed + 97);
    this.farmsteads = new FarmsteadPainter(seed + 107);
    this.roads = new RoadPainter(seed + 87);
  }

  /** Paints a place, in metres east and south of the upper left corner. */
  void paint(double x, double y, Tint tint) {
    double offset = river.offset(x, y);
    double halfWidth = river.halfWidth(x);
    double bank = Math.abs(offset) - halfWidth;
    double highway = highway(x, y);
    if (roads.highway(Math.abs(highway), y, tint)) {
      return;
    }
    if (bank < 0) {
      riverPainter.paint(x, y, offset, halfWidth, tint);
      return;
    }
    double gallery = cover.at(x, y);
    if (bank < FLOOD_PLAIN * gallery) {
      wood.paint(x, y, tint);
      return;
    }
    if (ponds.paint(x, y, tint)) {
      return;
    }
    plan.locate(x, y);
    paintUse(x, y, gallery, tint);
  }

  /** Signed distance to a highway that runs from north to south. */
  private double highway(double x, double y) {
    return x - (2330 + 0.05 * y + 60 * StrictMath.sin(y / 900));
  }

  private void paintUse(double x, double y, double cover, Tint tint) {
    switch (plan.use()) {
      case FARM -> farm(x, y, tint);
      case WOOD -> wood.paint(x, y, tint);
      case MEADOW -> meadow(x, y, cover, tint);
      case SCRUB -> scrub(x, y, tint);
      case QUARRY -> quarry.paint(x, y, plan.edge(), tint);
      case TOWN -> trees.paint(x, y, fringe(town.paint(x, y, tint)), tint);
      case COMMERCE -> trees.paint(x, y, fringe(commerce.paint(x, y, tint)), tint);
    }
  }

  /** Trees hide where the edge of a built-up patch cuts through its blocks. */
  private double fringe(double density) {
    return plan.edge() < 8 ? 0.7 : density;
  }

  private void farm(double x, double y, Tint tint) {
    Field field = fields.locate(x, y);
    if (roads.gravel(fields.road(), fields.roadAlong(), tint)) {
      return;
    }
    if (field.farmstead) {
      trees.paint(x, y, farmsteads.paint(field.id, field.along, field.across, tint), tint);
      return;
    }
    field.edge = Math.min(field.edge, plan.edge() - 3);
    fieldPainter.paint(x, y, field, tint);
    double hedge = field.hedged ? 0.6 : plan.edge() < 9 ? 0.4 : 0;
    trees.paint(x, y, hedge, tint);
  }

  private void meadow(double x, double y, double cover, Tint tint) {
    double moisture = relief.moisture(x, y);
    meadow.paint(x, y, relief.light(x, y), moisture, tint);
    double density = cover > 0.75 ? 0.5 : 0.012 + 0.1 * moisture;
    trees.paint(x, y, density, tint);
  }

  private void scrub(double x, double y, Tint tint) {
    scrub.paint(x, y, relief.light(x, y), relief.moisture(x, y), tint);
    fields.locate(x, y);
    if (fields.road() < 3) {
      roads.gravel(fields.road(), fields.roadAlong(), tint);
    }
  }
}
