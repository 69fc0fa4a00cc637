package org.coverscape.engine.sample;

/**
 * A colour as an aerial camera records it: 0 to 255 in red, green, blue and near-infrared.
 *
 * @param red red
 * @param green green
 * @param blue blue
 * @param nir near-infrared: bright for healthy leaves, dark for water
 */
record Shade(double red, double green, double blue, double nir) {}
