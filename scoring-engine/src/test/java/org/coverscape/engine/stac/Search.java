package org.coverscape.engine.stac;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;

/** What a search came to. */
record Search(List<ImageryTile> tiles, List<IndexOutcome.Refused> refused) {
  /** The ground of {@link Entries#item()} and what lies around it. */
  static final Region GROUND = Region.ofDegrees(-117.01, 36.10, -116.95, 36.17);

  static Search of(String source, Integer... years) throws IOException {
    return of(StacSource.parse(source), StacQuery.of(GROUND, Arrays.asList(years)));
  }

  static Search of(StacSource source, StacQuery query) throws IOException {
    Search search = new Search(new ArrayList<>(), new ArrayList<>());
    new StacCatalog(new JdkTransport()).find(source, query, search::take);
    return search;
  }

  void take(IndexOutcome outcome) {
    if (outcome instanceof IndexOutcome.Indexed indexed) {
      tiles.add(indexed.tile());
    } else if (outcome instanceof IndexOutcome.Refused r) {
      refused.add(r);
    }
  }

  List<String> ids() {
    return tiles.stream().map(ImageryTile::id).toList();
  }

  List<String> reasons() {
    return refused.stream().map(IndexOutcome.Refused::reason).toList();
  }
}
