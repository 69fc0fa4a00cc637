package org.coverscape.engine.imagery.jpeg;

/**
 * The samples of a component, row by row, each row as long as the component's stride.
 *
 * @param samples at least all of them; what follows is of no meaning
 */
record Plane(Component component, byte[] samples) {}
