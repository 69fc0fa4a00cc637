package org.coverscape.engine.picture;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.raster.RowHalver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sizes at which one image can be had; opened when it is first asked for. A large image without
 * overviews of its own gets some in the cache folder, and shows a preview until then; on the web it
 * is not read as a whole for that, and is seen from near by only. Thread-safe.
 */
final class ImageLevels implements PyramidQueue.Work {
  private static final Logger LOG = LoggerFactory.getLogger(ImageLevels.class);

  /** Columns or rows that tell enough about the values. */
  private static final double ENOUGH = 512;

  /** Unpacked bytes of an image on the web that is read as a whole for its small versions. */
  private static final long MOST_FROM_WEB = 32L << 20;

  private static final String FROM_NEAR_BY =
      "It has no overviews, so that it would have to be read from the web as a whole; zoom in to see"
          + " it, or keep a copy on this computer.";

  /** How it stands with the small versions in the cache folder. */
  private enum State {
    /** There are none yet. */
    ABSENT,
    /** They are being made, or will be. */
    WAITING,
    /** They are there, or cannot be. */
    SETTLED
  }

  private final ImageryTile tile;
  private final Workshop shop;
  private final ReaderPool.Source file;
  private final AtomicReference<State> state = new AtomicReference<>(State.ABSENT);
  private final ImageFault fault;
  private volatile @Nullable LevelChain direct;
  private volatile @Nullable LevelChain cached;
  private volatile @Nullable Preview preview;
  private volatile @Nullable Path doubtful;
  private volatile boolean tooFar;
  private boolean brokeBefore;

  /** The sizes of an image. */
  ImageLevels(ImageryTile tile, Workshop shop) {
    this.tile = tile;
    this.shop = shop;
    this.file = () -> shop.opener().open(tile);
    this.fault = new ImageFault(isOnWeb(), shop.nanos());
  }

  /** What is wrong with its file, in one sentence. */
  Optional<String> fault() {
    return fault.sentence().or(() -> tooFar ? Optional.of(FROM_NEAR_BY) : Optional.empty());
  }

  private boolean isOnWeb() {
    return tile.location().file().isEmpty();
  }

  /** Whether small versions would cost more than may be fetched. */
  private boolean isTooLarge() {
    return isOnWeb() && (long) tile.width() * tile.height() * tile.bands() > MOST_FROM_WEB;
  }

  /** Forgets what is wrong with it when that may have passed and it is time for another try. */
  boolean retry() {
    if (!fault.retry()) {
      return false;
    }
    LevelChain opened = direct;
    if (opened != null) {
      shop.pool().forget(file);
      opened.levels().forEach(shop.units()::forget);
      makeAgain();
    }
    return true;
  }

  /** Small versions with holes in them are made anew when they are next looked at. */
  private synchronized void makeAgain() {
    Path holed = doubtful;
    if (holed != null) {
      doubtful = null;
      cached = null;
      shop.folder().remove(holed);
      state.set(State.ABSENT);
    }
  }

  /**
   * The level to be shown; empty when it cannot be had, or not yet.
   *
   * @param step full pixels of the image per pixel of the screen
   */
  Optional<PixelLevel> level(double step) throws InterruptedException {
    Optional<LevelChain> chain = chain();
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    PixelLevel level = chain.get().at(step);
    if (isTooLarge()) {
      boolean far = LevelChain.isTooCostly(level);
      tooFar = far;
      return far ? Optional.empty() : Optional.of(level);
    }
    if (LevelChain.isCostly(level) && state.compareAndSet(State.ABSENT, State.WAITING)) {
      shop.queue().request(this);
    }
    if (!LevelChain.isTooCostly(level)) {
      return Optional.of(level);
    }
    Preview small = preview;
    if (state.get() == State.WAITING) {
      return Optional.ofNullable(small);
    }
    boolean sharp = small != null && small.shape().reduction() <= step * 1.001;
    return Optional.of(sharp && small != null ? small : level);
  }

  /** How its values are spread between their percentiles. */
  Tones percentiles() throws InterruptedException {
    Optional<LevelChain> chain = chain();
    if (chain.isEmpty()) {
      return Tones.plain(tile.bands());
    }
    PixelLevel level = chain.get().at(Math.max(tile.width(), tile.height()) / ENOUGH);
    return Tones.percentile(LevelChain.isCostly(level) ? chain.get().full() : level, shop.units());
  }

  private Optional<LevelChain> chain() throws InterruptedException {
    LevelChain best = cached;
    best = best == null ? direct : best;
    if (best == null && !fault.isResting()) {
      best = open();
    }
    return Optional.ofNullable(best);
  }

  private synchronized @Nullable LevelChain open() throws InterruptedException {
    LevelChain known = direct;
    if (known != null || fault.isResting()) {
      return known;
    }
    try {
      RasterReader reader = shop.pool().take(file);
      LevelChain opened;
      try {
        opened = LevelChain.of(stored(reader), shop.units());
      } finally {
        shop.pool().giveBack(file, reader);
      }
      direct = opened;
      fault.read();
      PixelLevel small = opened.at(Double.MAX_VALUE);
      if (LevelChain.isCostly(small)) {
        findCached(opened);
      }
      LevelChain found = cached;
      return found == null ? opened : found;
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      fault.failed(Optional.ofNullable(e.getMessage()).orElse("It cannot be read."));
      return null;
    }
  }

  private List<PixelLevel> stored(RasterReader reader) throws IOException {
    if (reader.width() != tile.width()
        || reader.height() != tile.height()
        || reader.bands() != tile.bands()) {
      throw new IOException("It has changed since it was indexed; index it again.");
    }
    return levels(file, reader, 0, fault);
  }

  private List<PixelLevel> levels(
      ReaderPool.Source source, RasterReader reader, int halvings, StoredLevel.Listener told) {
    List<PixelLevel> levels = new ArrayList<>();
    for (int i = 0; i < reader.levels().size(); i++) {
      RasterLevel level = reader.levels().get(i);
      // halves of halves have exact steps; others spread the image evenly over their pixels
      double across = halvings > 0 ? 1 << i + halvings : (double) tile.width() / level.width();
      double down = halvings > 0 ? 1 << i + halvings : (double) tile.height() / level.height();
      LevelShape shape =
          StoredLevel.shape(level, tile.bands(), tile.noData().orElse(-1), across, down);
      levels.add(new StoredLevel(shop.pool(), source, i, level, shape, told));
    }
    return levels;
  }

  /** Looks for small versions that were made before. */
  private void findCached(LevelChain opened) throws InterruptedException {
    try {
      Optional<Path> found = shop.folder().find(tile);
      if (found.isPresent()) {
        use(opened, found.get());
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      LOG.debug("There are no small versions of {} to be used.", tile.location(), e);
    }
  }

  private void use(LevelChain opened, Path small) throws IOException {
    ReaderPool.Source source = () -> GeoTiffRasterReader.open(small);
    try (RasterReader reader = source.open()) {
      if (reader.width() != RowHalver.half(tile.width())
          || reader.height() != RowHalver.half(tile.height())
          || reader.bands() != tile.bands()) {
        throw new IOException(small + " is of another image.");
      }
      List<PixelLevel> levels = new ArrayList<>(List.of(opened.full()));
      levels.addAll(levels(source, reader, 1, sentence -> discard(source, small)));
      cached = LevelChain.of(levels, shop.units());
      state.set(State.SETTLED);
    } catch (IOException e) {
      shop.folder().remove(small);
      throw e;
    }
  }

  /** Small versions that cannot be read are made again, once. */
  private synchronized void discard(ReaderPool.Source source, Path small) {
    if (cached == null) {
      return;
    }
    cached = null;
    shop.pool().forget(source);
    shop.folder().remove(small);
    if (!brokeBefore) {
      brokeBefore = true;
      state.set(State.WAITING);
      shop.queue().request(this);
    }
  }

  @Override
  public void build(Runnable onProgress) throws InterruptedException {
    LevelChain opened = direct;
    if (opened == null) {
      return;
    }
    Preview small = new Preview(opened.full().shape());
    HalvedRows rows = new HalvedRows(opened.full(), small, shop.way(), onProgress);
    preview = small;
    long faults = fault.count();
    try {
      write(opened, rows, faults);
    } catch (InterruptedIOException e) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    } catch (IOException e) {
      LOG.debug(
          "Small versions of {} cannot be kept; it is shown more slowly.", tile.location(), e);
      finish(rows);
    }
    state.set(State.SETTLED);
  }

  private void write(LevelChain opened, HalvedRows rows, long faults) throws IOException {
    Path made = shop.folder().write(tile, rows);
    use(opened, made);
    preview = null;
    if (fault.count() > faults || fault.sentence().isPresent()) {
      doubtful = made;
      shop.folder().doubt(made);
    }
  }

  /** Without a place for small versions, the preview is what is kept of the image. */
  private void finish(HalvedRows rows) throws InterruptedException {
    try {
      rows.finish();
    } catch (IOException e) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
  }
}
