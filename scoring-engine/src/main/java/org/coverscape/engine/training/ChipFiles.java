package org.coverscape.engine.training;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.scoring.ScoringPlan;
import org.locationtech.jts.geom.Envelope;

/**
 * Chips as PNG files of 224 × 224 pixels, {@code <folder>/<zone>_<row>_<col>.png}, and a table of
 * them, {@value #MANIFEST}. The folder is the class where a reference agrees on one (or none of the
 * six), else {@value #UNLABELLED}. The table has its name once it is complete. Not thread-safe.
 */
public final class ChipFiles implements AutoCloseable {
  /** The table: file, place, imagery, class and the nine codes of each chip. */
  public static final String MANIFEST = "chips.csv";

  /** The folder of chips without a class. */
  public static final String UNLABELLED = "unlabelled";

  private static final String HEADER = "file,zone,row,col,lon,lat,imagery,date,valid,class,codes\n";

  private final Path folder;
  private final ChipGrid grid;
  private final CoordinateTransform toDegrees;
  private final Map<String, ImageryTile> tiles = new HashMap<>();
  private final BufferedWriter table;

  private ChipFiles(Path folder, ScoringPlan plan, BufferedWriter table) {
    this.folder = folder;
    this.grid = plan.grid();
    this.toDegrees = plan.grid().crs().to(Crs.WGS84);
    this.table = table;
    plan.tiles().forEach(tile -> tiles.put(tile.id(), tile));
  }

  /**
   * Begins the files of a plan's chips.
   *
   * @throws IOException with one plain sentence when the folder holds a finished set already
   */
  public static ChipFiles begin(Path folder, ScoringPlan plan) throws IOException {
    if (Files.exists(folder.resolve(MANIFEST))) {
      throw new IOException(folder + " holds chips already; name another folder with --out.");
    }
    Files.createDirectories(folder);
    BufferedWriter table = Files.newBufferedWriter(part(folder), StandardCharsets.UTF_8);
    try {
      table.write(HEADER);
      return new ChipFiles(folder, plan, table);
    } catch (IOException e) {
      table.close();
      throw e;
    }
  }

  private static Path part(Path folder) {
    return folder.resolve(MANIFEST + ".part");
  }

  /**
   * Writes a chip.
   *
   * @param label empty where there is no reference
   * @return the name of the folder it went to
   */
  public String write(Chip chip, Optional<CellLabel> label) throws IOException {
    String landCover =
        label
            .filter(l -> l.state() == CellLabel.State.AGREED)
            .map(l -> Targets.label(l.target()))
            .orElse("");
    ChipIndex index = chip.index();
    String name = index.zone() + "_" + index.row() + "_" + index.col() + ".png";
    String under = landCover.isEmpty() ? UNLABELLED : landCover;
    String file = under + "/" + name;
    Files.createDirectories(folder.resolve(under));
    Path to = folder.resolve(file);
    if (!ImageIO.write(picture(chip), "png", to.toFile())) {
      throw new IOException("This Java cannot write PNG files; use another one.");
    }
    table.write(row(file, chip, landCover, label.map(CellLabel::codes).orElse(List.of())));
    return under;
  }

  private static BufferedImage picture(Chip chip) {
    int size = ChipGrid.CHIP_PIXELS;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    byte[] rgb = chip.rgb();
    for (int i = 0; i < size * size; i++) {
      int pixel = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
      image.setRGB(i % size, i / size, pixel);
    }
    return image;
  }

  private String row(String file, Chip chip, String landCover, List<Integer> codes) {
    ChipIndex index = chip.index();
    Envelope cell = grid.cell(index.row(), index.col());
    double[] middle = {cell.centre().x, cell.centre().y};
    toDegrees.transform(middle, 1);
    String date =
        chip.imagery().stream()
            .findFirst()
            .map(tiles::get)
            .flatMap(ImageryTile::date)
            .map(String::valueOf)
            .orElse("");
    return String.join(
            ",",
            file,
            index.zone().toString(),
            String.valueOf(index.row()),
            String.valueOf(index.col()),
            String.format(Locale.ROOT, "%.6f", middle[0]),
            String.format(Locale.ROOT, "%.6f", middle[1]),
            quoted(String.join(" ", chip.imagery())),
            date,
            String.format(Locale.ROOT, "%.4f", chip.validFraction()),
            landCover,
            codes.stream()
                .map(c -> c < 0 ? "-" : String.valueOf(c))
                .collect(Collectors.joining(" ")))
        + "\n";
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\\n\\r]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** Gives the table its name: all chips are there. */
  public void finish() throws IOException {
    table.close();
    Files.move(part(folder), folder.resolve(MANIFEST), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
