package org.coverscape.map.vector;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.color.ColorSpace;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.coverscape.map.MapBox;
import org.coverscape.map.frame.Frame;

/** Draws shapes into the pixels of a frame, with Java 2D. */
final class ShapeRenderer implements AutoCloseable {
  private static final int HATCH_PERIOD = 8;
  private static final float HATCH_LINE = 1.3f;

  /** Shapes smaller than this many pixels are drawn as one pixel. */
  private static final double DOT = 1.5;

  private final Frame frame;
  private final MapBox box;
  private final Graphics2D g;

  /** Draws into premultiplied pixels. */
  ShapeRenderer(Frame frame, int[] argb) {
    this.frame = frame;
    box = frame.box();
    g = image(frame, argb).createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Whether any part of a shape can be seen. */
  boolean sees(ShapeEntry entry) {
    return entry.box().intersects(box);
  }

  /** Draws one shape. */
  void draw(ShapeEntry entry, ShapeStyle style) {
    double size = Math.max(entry.box().width(), entry.box().height()) / frame.metresPerPixel();
    if (size < DOT) {
      dot(entry, style);
      return;
    }
    Path2D path = ShapePath.of(entry.shape(), frame);
    if (entry.shape().filled()) {
      fill(path, style);
    }
    if (style.width() > 0) {
      g.setColor(awt(style.stroke()));
      g.setStroke(stroke(style));
      g.draw(path);
    }
  }

  @Override
  public void close() {
    g.dispose();
  }

  private void fill(Path2D path, ShapeStyle style) {
    if (style.fill() != null) {
      g.setColor(awt(style.fill()));
      g.fill(path);
    }
    if (style.hatched()) {
      g.setPaint(hatch(awt(style.stroke())));
      g.fill(path);
    }
  }

  private void dot(ShapeEntry entry, ShapeStyle style) {
    g.setColor(awt(style.stroke()));
    int x = (int) Math.floor(frame.x(entry.box().centre().x()));
    int y = (int) Math.floor(frame.y(entry.box().centre().y()));
    g.fillRect(x, y, 1, 1);
  }

  private BasicStroke stroke(ShapeStyle style) {
    float width = (float) (style.width() * frame.density());
    float dash = (float) (6 * frame.density());
    return new BasicStroke(
        width,
        style.dashed() ? BasicStroke.CAP_BUTT : BasicStroke.CAP_ROUND,
        BasicStroke.JOIN_ROUND,
        10,
        style.dashed() ? new float[] {dash, dash * 2 / 3} : null,
        0);
  }

  /**
   * Diagonal lines that stay with the ground, because the tile is counted from the map's origin.
   */
  private TexturePaint hatch(Color colour) {
    int period = Math.max(2, (int) Math.round(HATCH_PERIOD * frame.density()));
    BufferedImage tile = new BufferedImage(period, period, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D pen = tile.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(colour);
    pen.setStroke(new BasicStroke((float) (HATCH_LINE * frame.density()), 0, 0));
    for (int shift = -period; shift <= period; shift += period) {
      pen.drawLine(shift - period, 2 * period, shift + 2 * period, -period);
    }
    pen.dispose();
    int x = -Math.floorMod(frame.column(), period);
    int y = -Math.floorMod(frame.row(), period);
    return new TexturePaint(tile, new Rectangle2D.Double(x, y, period, period));
  }

  private static Color awt(javafx.scene.paint.Color colour) {
    return new Color(
        (float) colour.getRed(),
        (float) colour.getGreen(),
        (float) colour.getBlue(),
        (float) colour.getOpacity());
  }

  private static BufferedImage image(Frame frame, int[] argb) {
    DirectColorModel premultiplied =
        new DirectColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            32,
            0xff0000,
            0xff00,
            0xff,
            0xff000000,
            true,
            DataBuffer.TYPE_INT);
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(argb, argb.length),
            frame.width(),
            frame.height(),
            frame.width(),
            premultiplied.getMasks(),
            null);
    return new BufferedImage(premultiplied, raster, true, null);
  }
}
