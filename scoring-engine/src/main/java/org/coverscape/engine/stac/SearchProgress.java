package org.coverscape.engine.stac;

/** Is told how far a search is, on the thread that searches; must be quick. */
@FunctionalInterface
public interface SearchProgress {
  /**
   * Another page was read.
   *
   * @param pages pages of results, or documents of a static catalogue or a folder, so far
   * @param images images that are wanted, so far
   */
  void at(int pages, int images);
}
