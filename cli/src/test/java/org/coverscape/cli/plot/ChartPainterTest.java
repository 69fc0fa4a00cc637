package org.coverscape.cli.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPainterTest {
  private static final List<PlotPoint> RISE =
      List.of(new PlotPoint(1, 100), new PlotPoint(2, 200), new PlotPoint(4, 380));

  @Test
  void theFileIsAPictureOfTheSizePromised(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("chart.png");
    ChartFile.write(chart(Series.line("measured", RISE)), file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(1200, image.getWidth());
    assertEquals(800, image.getHeight());
    assertTrue(Files.size(file) > 5_000);
  }

  @Test
  void everyMarkIsDrawnInItsColour() {
    BufferedImage image =
        ChartPainter.paint(
            chart(
                Series.line("line", RISE),
                Series.dashes("dashes", List.of(new PlotPoint(1, 300), new PlotPoint(4, 300))),
                Series.points("points", List.of(new PlotPoint(2, 50)))));
    assertTrue(count(image, 0x0072B2) > 500);
    assertTrue(count(image, 0xD55E00) > 200);
    assertTrue(count(image, 0x009E73) > 100);
  }

  @Test
  void aLineGoesWhereItsPointsAre() {
    LineChart chart = chart(Series.line("line", RISE));
    BufferedImage image = ChartPainter.paint(chart);
    for (PlotPoint point : RISE) {
      var at = new ChartFrame(chart).place(point);
      assertEquals(0x0072B2, image.getRGB((int) at.getX(), (int) at.getY()) & 0xFFFFFF);
    }
  }

  @Test
  void theSameChartGivesTheSamePixels() {
    assertArrayEquals(
        pixels(ChartPainter.paint(chart(Series.line("a", RISE)))),
        pixels(ChartPainter.paint(chart(Series.line("a", RISE)))));
  }

  @Test
  void theLegendKeepsOutOfTheWay() {
    LineChart chart = chart(Series.line("line", RISE));
    // the line rises from the lower left to the upper right
    var corner = LegendPlace.of(chart, 200, 60);
    assertTrue(corner.getX() > 600);
    assertTrue(corner.getY() > 400);
  }

  @Test
  void nothingToDrawIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Series.line("empty", List.of()));
    assertThrows(IllegalArgumentException.class, () -> chart());
    assertThrows(IllegalArgumentException.class, () -> new PlotPoint(1, Double.NaN));
  }

  private static LineChart chart(Series... series) {
    return new LineChart(
        "Rate", Axis.doubling("in flight"), Axis.linear("images/s"), List.of(series));
  }

  private static int count(BufferedImage image, int rgb) {
    int count = 0;
    for (int pixel : pixels(image)) {
      count += (pixel & 0xFFFFFF) == rgb ? 1 : 0;
    }
    return count;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
