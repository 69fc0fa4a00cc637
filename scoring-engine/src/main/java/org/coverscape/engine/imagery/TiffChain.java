package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The directories behind the first of a TIFF: smaller versions, and masks. */
final class TiffChain {
  /** Directories in a file; every overview is at least one column and one row smaller. */
  private static final int MOST_DIRECTORIES = 64;

  /**
   * Blocks of all of them; their tables take 16 bytes each. Overviews have a third of the image's.
   */
  private static final long MOST_BLOCKS = 1 << 20;

  /** NewSubfileType of an overview, TIFF 6.0: the first bit alone, as the third is a mask. */
  private static final int REDUCED = 1;

  private final TiffShape full;
  private final List<TiffOverview> found = new ArrayList<>();
  private final List<TiffMask> masks = new ArrayList<>();
  private long blocks;

  private TiffChain(TiffShape full) {
    this.full = full;
  }

  /**
   * Follows the directories. Little is lost without them, so that a damaged one ends the chain and
   * is no fault.
   *
   * @param full shape of the first image
   */
  static TiffChain behind(TiffInput input, TiffFields first, TiffShape full) throws IOException {
    TiffChain chain = new TiffChain(full);
    chain.follow(input, first);
    return chain;
  }

  /**
   * All directories of a file of smaller versions, which are so of another file's image; those of
   * an image with a mask have one too, or are left out.
   *
   * @throws TiffException when the file is no TIFF
   */
  static TiffChain of(TiffInput input, TiffDirectory image) throws IOException {
    TiffChain chain = new TiffChain(image.shape());
    image.mask().ifPresent(chain.masks::add);
    TiffFields first = TiffFields.read(input);
    if (TiffMask.isMask(first)) {
      chain.add(first, input.length());
    } else {
      chain.addSmaller(first, input.length());
    }
    chain.follow(input, first);
    return chain;
  }

  private void follow(TiffInput input, TiffFields first) throws IOException {
    Set<Long> seen = new HashSet<>();
    try {
      long next = first.next();
      for (int i = 1;
          next != 0 && i < MOST_DIRECTORIES && blocks < MOST_BLOCKS && seen.add(next);
          i++) {
        TiffFields fields = TiffFields.read(input, next);
        add(fields, input.length());
        next = fields.next();
      }
    } catch (TiffException e) {
      return; // what was found so far is all
    }
  }

  private void add(TiffFields fields, long length) throws IOException {
    if (TiffMask.isMask(fields)) {
      TiffMask mask = TiffMask.read(fields, length);
      masks.add(mask);
      blocks += mask.layout().blocks();
    } else if (fields.first(254, 0) == REDUCED) {
      addSmaller(fields, length);
    }
  }

  private void addSmaller(TiffFields fields, long length) throws IOException {
    TiffShape shape = TiffShape.read(fields);
    TiffShape before = found.isEmpty() ? full : found.get(found.size() - 1).shape();
    if (shape.width() < before.width()
        && shape.height() <= before.height()
        && shape.samples() == full.samples()
        && shape.bits() == full.bits()
        && shape.format() == full.format()) {
      TiffLayout layout = TiffLayout.read(fields, shape, length);
      found.add(new TiffOverview(shape, layout, Optional.empty()));
      blocks += layout.blocks();
    }
  }

  /** The mask of the first image. */
  Optional<TiffMask> mask() {
    return mask(full);
  }

  private Optional<TiffMask> mask(TiffShape image) {
    return masks.stream().filter(mask -> mask.isOf(image)).findFirst();
  }

  /**
   * Smaller versions, each smaller than the one before. One without a mask of an image that has one
   * would show what is not valid, and is left out.
   */
  List<TiffOverview> overviews() {
    return found.stream()
        .map(o -> new TiffOverview(o.shape(), o.layout(), mask(o.shape())))
        .filter(o -> o.mask().isPresent() || mask().isEmpty())
        .toList();
  }
}
