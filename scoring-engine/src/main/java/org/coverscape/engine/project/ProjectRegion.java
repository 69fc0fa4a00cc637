package org.coverscape.engine.project;

import org.coverscape.engine.region.Region;

/**
 * A region of a project.
 *
 * @param name what the user calls it
 * @param region its ground, in the coordinates it was drawn in
 */
public record ProjectRegion(String name, Region region) {}
