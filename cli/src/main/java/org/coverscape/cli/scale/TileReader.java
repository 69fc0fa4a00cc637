package org.coverscape.cli.scale;

import java.util.function.Consumer;

/** Reads tiles one after another, row by row: from storage, through the network card, decoded. */
final class TileReader {
  /** Where rows of chips go. */
  interface Sink {
    /** Takes chips; the action happens when there is room for more. */
    void offer(int chips, Runnable roomForMore);

    /** Whether there is another tile. */
    boolean nextTile();
  }

  private final Imagery imagery;
  private final Link storage;
  private final Link card;
  private final Cores cores;
  private final Sink sink;
  private final Consumer<TileReader> ended;
  private int rowsLeft;

  TileReader(
      Imagery imagery,
      Link storage,
      Link card,
      Cores cores,
      Sink sink,
      Consumer<TileReader> ended) {
    this.imagery = imagery;
    this.storage = storage;
    this.card = card;
    this.cores = cores;
    this.sink = sink;
    this.ended = ended;
  }

  /** Reads on, until there are no more tiles. */
  void next() {
    if (rowsLeft == 0) {
      if (!sink.nextTile()) {
        ended.accept(this);
        return;
      }
      rowsLeft = imagery.rowsPerTile();
    }
    rowsLeft--;
    double bytes = imagery.chipsPerRow() * imagery.bytesPerChip();
    storage.send(bytes, () -> card.send(bytes, this::decode));
  }

  private void decode() {
    cores.work(
        imagery.chipsPerRow() * imagery.decodeSeconds(),
        () -> sink.offer(imagery.chipsPerRow(), this::next));
  }
}
