package org.coverscape.app.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.coverscape.engine.catalogue.CatalogueSearch;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.scoring.Coverage;

/** Says in plain sentences what a search for imagery came to, and what to do next. Stateless. */
final class SearchNews {
  private SearchNews() {}

  /** How far a search is. */
  static String progress(int pages, int images) {
    return Figures.count(pages, "page") + " read, " + Figures.count(images, "image") + " found …";
  }

  /**
   * What was found.
   *
   * @param coverage how much of the region the images cover together
   */
  static String found(CatalogueSearch.Result result, Coverage coverage) {
    return tiles(result.images())
        + (result.images().size() == 1 ? " was found. " : " were found. ")
        + ground(coverage)
        + unused(result.refused());
  }

  /** What is known of a catalogue that could not be asked. */
  static String offline(CatalogueSearch.Result result) {
    String why = result.offline().orElse("");
    return result.images().isEmpty()
        ? why
            + " No imagery of this region was found there earlier; try again later, or add files of"
            + " your own."
        : why
            + " What is known of the region from earlier is used: "
            + tiles(result.images())
            + ". Search again later for the rest.";
  }

  /** Nothing was found. */
  static String nothing(CatalogueSearch.Question question, CatalogueSearch.Result result) {
    String when = question.years().isEmpty() ? "" : " of " + list(question.years());
    return "No imagery"
        + when
        + " was found there for this region; "
        + (when.isEmpty() ? "choose another catalogue." : "choose another year, or Latest.")
        + unused(result.refused());
  }

  private static String ground(Coverage coverage) {
    if (coverage.tiles().isEmpty() && !coverage.refused().isEmpty()) {
      return "None can be scored: " + coverage.refused().get(0).reason();
    }
    if (coverage.isComplete()) {
      return "All of the region is covered.";
    }
    return Figures.hectares(coverage.gapHectares() * 10_000)
        + " of the region are left without imagery; search another catalogue, or add files of that"
        + " place.";
  }

  private static String unused(List<IndexOutcome.Refused> refused) {
    return refused.isEmpty()
        ? ""
        : " "
            + (refused.size() == 1 ? "1 entry" : Figures.count(refused.size()) + " entries")
            + " could not be used: "
            + refused.get(0).reason();
  }

  private static String tiles(List<ImageryTile> tiles) {
    TreeSet<Integer> years = new TreeSet<>();
    tiles.forEach(tile -> tile.year().ifPresent(years::add));
    String count = Figures.count(tiles.size(), "tile");
    return years.isEmpty() ? count : count + " of " + list(years);
  }

  /** Years as people list them: 2018, 2020 and 2022. */
  private static String list(Collection<Integer> years) {
    List<String> words = years.stream().map(String::valueOf).toList();
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
