package org.coverscape.engine.export;

import org.coverscape.engine.landcover.LandCoverClass;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A patch of one class: cells that hang together by their sides, clipped to the region.
 *
 * @param landCover the class
 * @param outline its ground in metres of the grid; clipping may part it into several polygons
 * @param hectares geodesic area of that ground
 * @param confidence mean confidence in percent, weighted by area
 */
public record Patch(
    LandCoverClass landCover, MultiPolygon outline, double hectares, double confidence) {}
