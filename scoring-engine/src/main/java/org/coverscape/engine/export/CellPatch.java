package org.coverscape.engine.export;

import org.locationtech.jts.geom.Polygon;

/**
 * Cells of one kind that hang together by their sides.
 *
 * @param key their kind
 * @param cells where they are
 * @param outline their outline along the sides of cells, in metres of the grid
 */
record CellPatch(int key, CellList cells, Polygon outline) {}
