package org.coverscape.map.cell;

import javafx.scene.canvas.GraphicsContext;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/** A layer of coloured cells that change while they are looked at. */
public final class CellLayer extends MapLayer {
  private @Nullable CellGrid grid;
  private CellLooks looks = (row, col) -> 0;

  /** An empty layer. */
  public CellLayer(String name) {
    super(name);
  }

  /** Shows other cells; none if the grid is null. JavaFX thread. */
  public void setCells(@Nullable CellGrid grid, CellLooks looks) {
    this.grid = grid;
    this.looks = looks;
  }

  /** Says that cells look different now; cheap, from any thread. */
  public void changed() {
    requestPaint();
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    if (grid != null) {
      looks.argb(0, 0);
    }
  }
}
