package org.coverscape.cli;

import java.io.IOException;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.coverscape.engine.training.CellLabels;
import org.coverscape.engine.training.ChipSupply;
import org.jspecify.annotations.Nullable;

/** Labelled chips, with what has to stay open as long as they are read. */
final class LabelSource implements AutoCloseable {
  private final ChipSupply supply;
  private final @Nullable CellLabels labels;
  private final @Nullable SqliteTileCatalog catalog;

  LabelSource(ChipSupply supply, @Nullable CellLabels labels, @Nullable SqliteTileCatalog catalog) {
    this.supply = supply;
    this.labels = labels;
    this.catalog = catalog;
  }

  ChipSupply supply() {
    return supply;
  }

  @Override
  public void close() throws IOException {
    if (catalog != null) {
      catalog.close();
    }
    if (labels != null) {
      labels.close();
    }
  }
}
