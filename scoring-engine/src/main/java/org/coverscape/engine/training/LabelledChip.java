package org.coverscape.engine.training;

import org.coverscape.engine.chip.ChipIndex;

/**
 * A chip that is known to show something; its pixels are not read yet.
 *
 * @param index tells it from all others of its supply
 * @param target what it shows, as in {@link Targets}
 * @param place where it comes from
 */
public record LabelledChip(ChipIndex index, int target, Place place) {}
