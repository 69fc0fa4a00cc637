package org.coverscape.app.view;

import java.nio.file.Path;
import org.coverscape.app.model.Notices;
import org.coverscape.app.model.SettingsModel;
import org.coverscape.app.work.Background;
import org.coverscape.engine.about.ProgramVersion;
import org.coverscape.map.tile.DiskCachedSource;
import org.coverscape.map.tile.XyzTileSource;

/**
 * The base map from the web, which is asked for when it is first shown, never before. Used on the
 * screen's thread.
 */
public final class WebBaseMap {
  private static final long CACHE_BYTES = 256L << 20;
  private static final int DEEPEST = 16;

  private final SettingsModel settings;
  private final Path cache;
  private final Background background;
  private final Notices notices;
  private final MapStage stage;
  private boolean shown;

  /**
   * Nothing is asked for before {@link #join} or {@link #show}.
   *
   * @param cache the folder that keeps tiles, for each base map in a folder of its own
   */
  public WebBaseMap(
      SettingsModel settings, Path cache, Background background, Notices notices, MapStage stage) {
    this.settings = settings;
    this.cache = cache;
    this.background = background;
    this.notices = notices;
    this.stage = stage;
  }

  /** Begins to follow: the base map of the settings comes when its layer is made visible. */
  public void join() {
    stage
        .baseMap()
        .visibleProperty()
        .addListener(
            (o, was, is) -> {
              if (is && !shown) {
                show(settings.get().baseMap(), settings.get().baseMapCredit());
              }
            });
  }

  /**
   * Shows a base map.
   *
   * @param address of its tiles, with {z}, {x} and {y}
   * @param credit to whom it is owed, in a few words
   */
  public void show(String address, String credit) {
    shown = true;
    String agent = "Coverscape/" + ProgramVersion.get();
    Path folder = cache.resolve(Integer.toHexString(address.hashCode()));
    background.run(
        () ->
            new DiskCachedSource(
                new XyzTileSource(address, credit, 0, DEEPEST, agent), folder, CACHE_BYTES),
        stage::showBaseMap,
        notices::warn);
  }
}
