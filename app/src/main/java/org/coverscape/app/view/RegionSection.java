package org.coverscape.app.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.coverscape.app.model.Figures;
import org.coverscape.app.model.RegionModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The region: how much ground, and where it came from. */
final class RegionSection extends Section {
  private final Label hectares = Controls.label("", "big-number");
  private final Label acres = Controls.label("", "number", "muted");
  private final Label name = Controls.paragraph("", "muted");
  private final Label problem = Controls.paragraph("", "problem");
  private final Label hint =
      Controls.paragraph(
          "Draw a region with the tools on the left, or open one from a file.", "muted");

  RegionSection(RegionModel region, Runnable openFile, Runnable zoomTo) {
    super("Region");
    hectares.setId("region-hectares");
    acres.setId("region-acres");
    Controls.explain(hectares, "Geodesic area of the outline, on the ellipsoid");
    Controls.explain(acres, "International acres of 4,046.86 m²");
    problem.setId("region-problem");
    Button undo =
        Controls.iconButton(Material2OutlinedMZ.UNDO, "Undo drawing (Ctrl+Z)", region.pad()::undo);
    undo.disableProperty().bind(region.pad().canUndoProperty().not());
    Button redo =
        Controls.iconButton(Material2OutlinedMZ.REDO, "Redo drawing (Ctrl+Y)", region.pad()::redo);
    redo.disableProperty().bind(region.pad().canRedoProperty().not());
    Button zoom =
        Controls.iconButton(
            Material2OutlinedAL.CENTER_FOCUS_STRONG, "Show the whole region (F)", zoomTo);
    Button clear =
        Controls.iconButton(Material2OutlinedAL.DELETE, "Take the region away", region::clear);
    tools(undo, redo, zoom, clear);
    Button open = Controls.button("Open region…", openFile);
    open.setId("open-region");
    HBox size = new HBox(8, hectares, acres);
    size.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    fill(size, name, problem, hint, open);
    region.squareMetresProperty().addListener((o, was, is) -> show(is));
    region
        .problemProperty()
        .addListener(
            (o, was, is) -> {
              problem.setText(is);
              Controls.shown(problem, !is.isEmpty());
            });
    name.textProperty().bind(region.nameProperty());
    name.managedProperty().bind(name.textProperty().isNotEmpty());
    Controls.shown(problem, false);
    show(region.squareMetresProperty().get());
  }

  private void show(@Nullable Double area) {
    boolean known = area != null;
    hectares.setText(area == null ? "" : Figures.hectares(area));
    acres.setText(area == null ? "" : Figures.acres(area));
    Controls.shown(hectares.getParent(), known);
    Controls.shown(hint, !known);
  }
}
