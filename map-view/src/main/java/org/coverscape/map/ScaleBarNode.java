package org.coverscape.map;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * A scale bar that follows a map, to be laid over one of its corners; as wide as the bar or its
 * text. Style classes: scale-bar, and scale-bar-line and scale-bar-text within; style sheets of a
 * scene win over the colours set here.
 */
public final class ScaleBarNode extends Region {
  private static final double LONGEST = 140;
  private static final double PADDING = 6;
  private static final double TICK = 5;
  private static final double TEXT_HEIGHT = 14;
  private static final Color INK = Color.gray(0.13);

  private final MapPane map;
  private final Polyline line = new Polyline();
  private final Text text = new Text();
  private double length;

  /** The scale bar of a map. */
  public ScaleBarNode(MapPane map) {
    this.map = map;
    getStyleClass().add("scale-bar");
    line.getStyleClass().add("scale-bar-line");
    text.getStyleClass().add("scale-bar-text");
    setBackground(
        new Background(new BackgroundFill(Color.gray(1, 0.78), new CornerRadii(4), Insets.EMPTY)));
    line.setStroke(INK);
    line.setStrokeWidth(1.5);
    text.setFill(INK);
    text.setFont(Font.font(12));
    text.setTextOrigin(VPos.TOP);
    text.setBoundsType(TextBoundsType.LOGICAL);
    setMouseTransparent(true);
    setPickOnBounds(false);
    getChildren().addAll(line, text);
    map.viewportProperty().addListener((property, before, now) -> update());
    update();
  }

  /** The length that is shown. */
  public ScaleBar scaleBar() {
    return ScaleBar.of(map.viewport(), LONGEST);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(content()) + 2 * PADDING;
  }

  @Override
  protected double computePrefHeight(double width) {
    return TEXT_HEIGHT + TICK + 2.5 * PADDING;
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double left = Math.rint((getWidth() - length) / 2) + 0.5;
    double right = left + length;
    double bottom = Math.rint(TEXT_HEIGHT + TICK + 1.5 * PADDING) + 0.5;
    line.getPoints().setAll(left, bottom - TICK, left, bottom, right, bottom, right, bottom - TICK);
    text.setX(Math.rint((getWidth() - text.getLayoutBounds().getWidth()) / 2));
    text.setY(PADDING / 2);
  }

  private double content() {
    return Math.max(length + 1, text.getLayoutBounds().getWidth());
  }

  private void update() {
    ScaleBar bar = scaleBar();
    double pixels = Math.rint(bar.pixels());
    if (pixels != length || !bar.text().equals(text.getText())) {
      length = pixels;
      text.setText(bar.text());
      requestLayout();
    }
  }
}
