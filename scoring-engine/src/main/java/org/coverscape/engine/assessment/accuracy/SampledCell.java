package org.coverscape.engine.assessment.accuracy;

/**
 * A cell of the sample.
 *
 * @param id its number in the files, from 1
 * @param row row of the cell
 * @param col column of the cell
 * @param category what the map said of it when the sample was drawn
 */
public record SampledCell(int id, int row, int col, int category) {}
