package org.coverscape.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TileChipsTest {
  @Test
  void imagesAreReadOverAndOver(@TempDir Path folder) throws IOException, InterruptedException {
    Path image = new TiffFixtures(folder).utm(Ground.noise(1));
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      if (new ImageryIndexer(AnyImagery.local()).read(image)
          instanceof IndexOutcome.Indexed indexed) {
        catalog.put(indexed.tile());
      }
      try (TileChips chips = TileChips.of(catalog)) {
        Question first = chips.next();
        Set<ChipIndex> seen = new HashSet<>();
        seen.add(first.chip().index());
        Question question = chips.next();
        while (!question.chip().index().equals(first.chip().index())) {
          assertTrue(seen.add(question.chip().index()), "a cell came twice in one round");
          question = chips.next();
        }
        assertTrue(question.chip().samePixels(first.chip()));
        assertEquals(first.answer(), question.answer());
        assertTrue(chips.checkingNanos() > 0);
        assertTrue(seen.size() >= 4, "cells: " + seen.size());
      }
    }
  }

  @Test
  void noImageryIsSaidAtOnce() {
    try (SqliteTileCatalog empty = SqliteTileCatalog.inMemory()) {
      RuntimeException fault =
          assertThrows(RuntimeException.class, () -> TileChips.of(empty).close());
      assertTrue(
          fault instanceof PlanException || fault instanceof IllegalArgumentException,
          fault.toString());
    }
  }
}
