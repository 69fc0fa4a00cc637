package org.coverscape.engine.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.MappedRegion;

/**
 * A picture of a map for people: the classes inside the outline of the region, a legend with
 * hectares, a scale bar, and a banner where the imagery was painted by code.
 *
 * @param palette the colours
 */
record PreviewPng(ClassPalette palette) implements Exporter {
  private static final int MARGIN = 28;
  private static final int HEAD = 84;
  private static final int FOOT = 44;
  private static final int BANNER = 34;
  private static final int MIN_WIDTH = 880;
  private static final int MAX_WIDTH = 1000;
  private static final int MAX_HEIGHT = 760;
  private static final Color PAPER = new Color(0xFAFAF7);
  private static final Color INK = new Color(0x222B33);
  private static final Color PALE = new Color(0x6B7680);
  private static final Color WARNING = new Color(0xFFD447);

  @Override
  public void export(MappedRegion map, Path out) throws IOException {
    write(CoveredCells.of(map), AreaReport.of(map), out);
  }

  void write(CoveredCells cells, AreaReport areas, Path out) throws IOException {
    BufferedImage picture = draw(cells, areas);
    try (DraftFile draft = new DraftFile(out)) {
      // held in memory on the way, as the JDK would otherwise want room in the temporary folder
      try (OutputStream stream = Files.newOutputStream(draft.path());
          ImageOutputStream png = new MemoryCacheImageOutputStream(stream)) {
        ImageIO.write(picture, "png", png);
      } catch (IOException e) {
        throw FileFault.of(out, e);
      }
      draft.commit();
    }
  }

  /** The picture; its size follows the shape of the region. */
  BufferedImage draw(CoveredCells cells, AreaReport areas) {
    MapPicture map = new MapPicture(cells, palette, MAX_WIDTH, MAX_HEIGHT);
    int banner = cells.mapped().synthetic() ? BANNER : 0;
    int width = Math.max(MIN_WIDTH, 3 * MARGIN + map.width() + PreviewLegend.WIDTH);
    int height = banner + HEAD + Math.max(map.height(), PreviewLegend.HEIGHT) + FOOT;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(PAPER);
      graphics.fillRect(0, 0, width, height);
      drawParts(graphics, cells, areas, map, banner, width, height);
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void drawParts(
      Graphics2D graphics,
      CoveredCells cells,
      AreaReport areas,
      MapPicture map,
      int banner,
      int width,
      int height) {
    Lettering words = Lettering.on(graphics);
    if (banner > 0) {
      drawBanner(graphics, words, width);
    }
    words.left("Land cover", MARGIN, banner + 42, 26, true, INK);
    words.left(subtitle(cells.mapped()), MARGIN, banner + 66, 13, false, PALE);
    drawMap(graphics, map, banner + HEAD);
    int right = 2 * MARGIN + map.width();
    new PreviewLegend(graphics, words, areas, right, banner + HEAD).draw(palette);
    ScaleBar.of(map.metresPerPixel()).draw(graphics, words, MARGIN, height - 26);
  }

  private static void drawBanner(Graphics2D graphics, Lettering words, int width) {
    graphics.setColor(WARNING);
    graphics.fillRect(0, 0, width, BANNER);
    words.left("Synthetic imagery \u2014 not real ground", MARGIN, 23, 16, true, INK);
  }

  private static void drawMap(Graphics2D graphics, MapPicture map, int top) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(MARGIN, top);
    Shape outline = map.outline();
    Shape clip = graphics.getClip();
    graphics.clip(outline);
    graphics.drawImage(map.cells(), 0, 0, null);
    graphics.setClip(clip);
    graphics.setColor(INK);
    graphics.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(outline);
    graphics.setTransform(before);
  }

  private static String subtitle(MappedRegion map) {
    ChipGrid grid = map.grid();
    String cells = String.format(Locale.ROOT, "%.0f m cells", grid.cellSize());
    if (grid.chips().stride() != ChipGrid.CHIP_PIXELS) {
      cells +=
          String.format(Locale.ROOT, " (each seen with %.0f m)", ChipGrid.CHIP_PIXELS * grid.gsd());
    }
    String dates = dates(map.sources());
    return cells
        + (dates.isEmpty() ? "" : "  \u00b7  imagery of " + dates)
        + "  \u00b7  "
        + grid.crs().name()
        + "  \u00b7  "
        + map.model();
  }

  private static String dates(List<ImagerySource> sources) {
    List<LocalDate> dates =
        sources.stream().map(ImagerySource::date).flatMap(Optional::stream).sorted().toList();
    if (dates.isEmpty()) {
      return "";
    }
    LocalDate first = dates.get(0);
    LocalDate last = dates.get(dates.size() - 1);
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
