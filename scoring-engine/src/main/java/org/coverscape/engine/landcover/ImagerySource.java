package org.coverscape.engine.landcover;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An image a map was made from, as the map remembers it.
 *
 * @param id the tile's id
 * @param date when it was taken, where that is known
 * @param synthetic whether it was painted by code and shows no real ground
 */
public record ImagerySource(String id, Optional<LocalDate> date, boolean synthetic) {}
