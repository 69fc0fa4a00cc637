package org.coverscape.engine.imagery;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;

/**
 * A raster of classes from elsewhere, such as NLCD: one number of 8 bits per pixel, with colours
 * and names where the file, or the {@code .aux.xml} beside it, has them.
 *
 * <p>Any GeoTIFF of one band of 8 bits. Numbers are handed on as they are: what they mean is the
 * caller's to know. Not thread-safe.
 */
public final class ReferenceRaster implements AutoCloseable {
  private final GeoTiffRasterReader reader;
  private final Georeference place;
  private final ClassTable classes;
  private final OptionalInt noData;
  private final Optional<String> description;
  private final boolean mended;

  private ReferenceRaster(
      GeoTiffRasterReader reader,
      Georeference place,
      ClassTable classes,
      OptionalInt noData,
      Optional<String> description,
      boolean mended) {
    this.reader = reader;
    this.place = place;
    this.classes = classes;
    this.noData = noData;
    this.description = description;
    this.mended = mended;
  }

  /**
   * Whether a file looks like a raster of classes with colours, rather than an aerial image; false
   * where it cannot be read.
   */
  public static boolean looksLikeOne(Path file) {
    try (ByteSource bytes = new FileBytes(file)) {
      TiffFields fields = TiffFields.read(TiffInput.open(bytes));
      return fields.first(277, 1) == 1 && fields.first(258, 1) == Byte.SIZE && fields.has(320);
    } catch (IOException | RuntimeException e) {
      // whoever opens it says what is wrong with it
      return false;
    }
  }

  /**
   * Opens a file of this computer.
   *
   * @throws IOException with one plain sentence when it is no raster of classes, or cannot be read
   */
  public static ReferenceRaster open(Path file) throws IOException {
    ImageryFormat.Access local =
        location ->
            new FileBytes(
                location.file().orElseThrow(() -> new FileNotFoundException(location.toString())));
    return open(ImageLocation.of(file), new FileBytes(file), local);
  }

  /**
   * Opens a file of this computer, for those who do not name it themselves.
   *
   * @throws IOException with one plain sentence that names the file
   */
  public static ReferenceRaster openNamed(Path file) throws IOException {
    try {
      return open(file);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      throw why.contains(String.valueOf(file.getFileName()))
          ? e
          : new IOException(file + " cannot be used as reference: " + why, e);
    }
  }

  /**
   * Opens a raster whose bytes are at hand.
   *
   * @param bytes closed with the raster, and when it cannot be opened
   * @param access opens the files beside it
   * @throws IOException with one plain sentence when it is no raster of classes, or cannot be read
   */
  public static ReferenceRaster open(
      ImageLocation location, ByteSource bytes, ImageryFormat.Access access) throws IOException {
    TiffBeside beside = new TiffBeside(location, access);
    GeoTiffRasterReader reader = GeoTiffRasterReader.open(bytes, beside);
    try {
      TiffDirectory tiff = reader.directory();
      check(tiff);
      return FileFaults.explain(
          () -> {
            TiffFields fields = TiffFields.read(TiffInput.open(bytes));
            Georeference place = Georeference.of(location, bytes, tiff, access);
            NlcdAlbers albers = NlcdAlbers.of(fields);
            boolean lost = albers.lacksOrigin();
            boolean unnamed = place.crs().epsg().isEmpty() && albers.isWhole();
            return new ReferenceRaster(
                reader,
                lost || unnamed ? NlcdAlbers.named(place) : place,
                classes(fields, new Sidecars(location, access)),
                beside.completed(tiff).noData(),
                fields.text(270),
                lost);
          });
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static void check(TiffDirectory tiff) throws TiffException {
    TiffShape shape = tiff.shape();
    if (shape.samples() != 1 || shape.bits() != Byte.SIZE || shape.format() == 3) {
      throw new TiffException(
          "It is no raster of classes, which has one band of 8 bits; add aerial images as imagery.");
    }
    Optional<String> refusal = tiff.layout().coding().refusal(shape);
    if (refusal.isPresent()) {
      throw new TiffException(refusal.get());
    }
    if (tiff.mask().isPresent()) {
      tiff.mask().get().check();
    }
  }

  /** The file beside it has the last word, as people edit that one. */
  private static ClassTable classes(TiffFields fields, Sidecars beside) throws IOException {
    ClassTable found =
        beside
            .behind(".aux.xml")
            .flatMap(PamFile::read)
            .map(AttributeTable::read)
            .orElse(ClassTable.EMPTY);
    ClassTable embedded =
        fields.text(42112).flatMap(PamFile::read).map(AttributeTable::read).orElse(found);
    return NlcdLegend.complete(found.or(embedded).or(ClassTable.ofPalette(fields.longs(320))));
  }

  /** Columns. */
  public int width() {
    return reader.width();
  }

  /** Rows. */
  public int height() {
    return reader.height();
  }

  /** Where its pixels lie, in units of {@link #crs}. */
  public PixelGrid grid() {
    return place.grid();
  }

  /** What its coordinates mean, as the file says, but for {@link #isMended}. */
  public Crs crs() {
    return place.crs();
  }

  /**
   * Whether the file has lost the origin of NLCD's projection, so that EPSG:5070 is taken instead
   * of what it says.
   */
  public boolean isMended() {
    return mended;
  }

  /** The number that stands for no class, where the file or one beside it names one. */
  public OptionalInt noData() {
    return noData;
  }

  /** What the file says about itself (ImageDescription, tag 270). */
  public Optional<String> description() {
    return description;
  }

  /** Names and colours of its classes. */
  public ClassTable classes() {
    return classes;
  }

  /** The sizes at which it is stored: the full one, then its overviews, ever smaller. */
  public List<RasterLevel> levels() {
    return reader.levels();
  }

  /**
   * The numbers of a window that lies inside a level. What a mask takes out has the value of
   * NoData, or 0.
   *
   * @param level number of the level among {@link #levels}
   * @return width × height bytes, unsigned, row by row from the top
   * @throws IOException with one plain sentence when any of them cannot be read
   */
  public byte[] read(int level, PixelWindow window) throws IOException {
    return reader.read(level, window);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
