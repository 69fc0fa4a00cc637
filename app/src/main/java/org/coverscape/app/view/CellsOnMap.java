package org.coverscape.app.view;

import org.coverscape.app.model.ColourModel;
import org.coverscape.app.model.OpenJob;
import org.coverscape.app.model.OverlayModel;
import org.coverscape.app.model.RunModel;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.app.overlay.OverlayLooks;
import org.coverscape.map.cell.CellLayer;

/** Keeps the land cover on the map in step with the job and the user's choices. */
public final class CellsOnMap {
  private final RunModel run;
  private final ColourModel colours;
  private final OverlayModel overlay;
  private final CellLayer layer;
  private final CellStore nothing = new CellStore();

  /** Nothing happens before {@link #join}. */
  public CellsOnMap(RunModel run, ColourModel colours, OverlayModel overlay, CellLayer layer) {
    this.run = run;
    this.colours = colours;
    this.overlay = overlay;
    this.layer = layer;
  }

  /** Begins to follow. */
  public void join() {
    layer.opacityProperty().bindBidirectional(overlay.opacityProperty());
    layer.visibleProperty().bindBidirectional(overlay.visibleProperty());
    run.setOnCellsChanged(layer::changed);
    run.jobProperty().addListener((o, was, is) -> show());
    run.stateProperty()
        .addListener(
            (o, was, is) -> {
              if (was.isActive() != is.isActive()) {
                show();
              }
            });
    colours.coloursProperty().addListener((o, was, is) -> show());
    overlay.viewProperty().addListener((o, was, is) -> show());
    overlay.thresholdProperty().addListener((o, was, is) -> show());
  }

  private void show() {
    OpenJob job = run.job().orElse(null);
    layer.setCells(
        job == null ? null : job.grid(),
        new OverlayLooks(
            job == null ? nothing : job.cells(),
            colours.colours(),
            overlay.viewProperty().get(),
            overlay.thresholdProperty().get(),
            run.state().isActive()));
  }
}
