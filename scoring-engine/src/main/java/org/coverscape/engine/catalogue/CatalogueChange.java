package org.coverscape.engine.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;

/**
 * What became of a catalogue when it was compared with the files.
 *
 * @param added images that were not known
 * @param changed images whose files changed, as they are now
 * @param moved images whose files lie elsewhere now, as they are now
 * @param unchanged images that were known and are as they were
 * @param missing images whose files are gone; they stay in the catalogue
 * @param away images with the name and the fingerprint of one that was added, whose own drive may
 *     be away; they stay in the catalogue
 * @param refused files that cannot be scored
 */
public record CatalogueChange(
    List<ImageryTile> added,
    List<ImageryTile> changed,
    List<Move> moved,
    List<ImageryTile> unchanged,
    List<ImageryTile> missing,
    List<ImageryTile> away,
    List<IndexOutcome.Refused> refused) {
  /**
   * An image that lies elsewhere now.
   *
   * @param from where it lay
   * @param tile the image as it is now
   */
  public record Move(ImageLocation from, ImageryTile tile) {}

  /** Takes copies of the lists. */
  public CatalogueChange {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    moved = List.copyOf(moved);
    unchanged = List.copyOf(unchanged);
    missing = List.copyOf(missing);
    away = List.copyOf(away);
    refused = List.copyOf(refused);
  }

  /** The images that were found, as they are now. */
  public List<ImageryTile> tiles() {
    return Stream.of(added, changed, moved.stream().map(Move::tile).toList(), unchanged)
        .flatMap(List::stream)
        .toList();
  }

  /** Number of images that were found. */
  public int found() {
    return added.size() + changed.size() + moved.size() + unchanged.size();
  }

  /** Whether the catalogue was true already. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && moved.isEmpty() && missing.isEmpty();
  }
}
