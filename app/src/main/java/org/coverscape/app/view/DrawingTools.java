package org.coverscape.app.view;

import java.util.Map;
import org.coverscape.app.model.MeasureModel;
import org.coverscape.app.model.Notices;
import org.coverscape.map.MapTool;
import org.coverscape.map.PanTool;
import org.coverscape.map.draw.EditTool;
import org.coverscape.map.draw.FreehandTool;
import org.coverscape.map.draw.MeasureTool;
import org.coverscape.map.draw.PolygonTool;
import org.coverscape.map.draw.RectangleTool;
import org.coverscape.map.draw.SketchPad;

/** Makes the tools of the rail. Stateless. */
final class DrawingTools {
  private DrawingTools() {}

  /** A tool of each kind; what one cannot do is said as a notice. */
  static Map<ToolRail.Tool, MapTool> of(SketchPad pad, MeasureModel measure, Notices notices) {
    RectangleTool rectangle = new RectangleTool(pad);
    rectangle.setFaultHandler(notices::warn);
    PolygonTool polygon = new PolygonTool(pad);
    polygon.setFaultHandler(notices::warn);
    FreehandTool freehand = new FreehandTool(pad);
    freehand.setFaultHandler(notices::warn);
    EditTool edit = new EditTool(pad);
    edit.setFaultHandler(notices::warn);
    MeasureTool ruler = new MeasureTool();
    ruler.pointsProperty().addListener((o, was, is) -> measure.measure(is, ruler::setLabel));
    return Map.of(
        ToolRail.Tool.PAN, new PanTool(),
        ToolRail.Tool.RECTANGLE, rectangle,
        ToolRail.Tool.POLYGON, polygon,
        ToolRail.Tool.FREEHAND, freehand,
        ToolRail.Tool.EDIT, edit,
        ToolRail.Tool.MEASURE, ruler);
  }
}
