package org.coverscape.engine.imagery.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** JPEG blocks as writers of TIFF make them: without a word on what their components mean. */
class JpegBlocksTest {
  private static final int SIZE = 64;
  private static final BlockPart ALL = new BlockPart(0, 0, SIZE, SIZE);

  /** Bands that differ from each other and change slowly. */
  private static byte[] pixels(int bands) {
    byte[] pixels = new byte[SIZE * SIZE * bands];
    for (int i = 0; i < pixels.length; i++) {
      int x = i / bands % SIZE;
      int y = i / bands / SIZE;
      pixels[i] = (byte) (40 + 50 * (i % bands) + x / 2 + y / 4);
    }
    return pixels;
  }

  /** After JFIF 1.02, which is what JPEG in TIFF follows. */
  private static byte[] ycbcr(byte[] rgb) {
    byte[] out = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += 3) {
      int red = rgb[i] & 255;
      int green = rgb[i + 1] & 255;
      int blue = rgb[i + 2] & 255;
      out[i] = (byte) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
      out[i + 1] = (byte) Math.round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
      out[i + 2] = (byte) Math.round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
    }
    return out;
  }

  /**
   * A stream of the components as they are, all of one resolution, without JFIF or Adobe marker.
   */
  private static byte[] jpeg(byte[] components, int bands) throws IOException {
    int[] offsets = new int[bands];
    Arrays.setAll(offsets, i -> i);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(components, components.length),
            SIZE,
            SIZE,
            SIZE * bands,
            bands,
            offsets,
            new Point());
    assertEquals(DataBuffer.TYPE_BYTE, raster.getTransferType());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, bands == 3 ? fullResolution(writer) : null));
    } finally {
      writer.dispose();
    }
    byte[] stream = bytes.toByteArray();
    assertEquals(0xFFDB, (stream[2] & 255) << 8 | stream[3] & 255, "no marker before the tables");
    return stream;
  }

  private static IIOMetadata fullResolution(ImageWriter writer) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR), null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(format);
    Node jfif = tree.getElementsByTagName("app0JFIF").item(0);
    jfif.getParentNode().removeChild(jfif);
    NodeList components = tree.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      ((IIOMetadataNode) components.item(i)).setAttribute("HsamplingFactor", "1");
      ((IIOMetadataNode) components.item(i)).setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(format, tree);
    return metadata;
  }

  private static byte[] decoded(JpegBlocks blocks, byte[] stream, int bands) throws IOException {
    byte[] target = new byte[SIZE * SIZE * bands];
    blocks.decode(
        stream, stream.length, SIZE, ALL, new PixelTarget(target, 0, SIZE * bands, bands));
    return target;
  }

  private static void assertAlike(byte[] expected, byte[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      int difference = Math.abs((expected[i] & 255) - (actual[i] & 255));
      assertTrue(difference <= 6, "byte " + i + " is off by " + difference);
    }
  }

  @Test
  void colourOfFullResolutionIsNotTakenForRedGreenAndBlue() throws IOException {
    byte[] rgb = pixels(3);
    try (JpegBlocks blocks = new JpegBlocks(new byte[0], 3, true)) {
      assertAlike(rgb, decoded(blocks, jpeg(ycbcr(rgb), 3), 3));
    }
  }

  @Test
  void redGreenAndBlueStayWhatTheyAre() throws IOException {
    byte[] rgb = pixels(3);
    try (JpegBlocks blocks = new JpegBlocks(new byte[0], 3, false)) {
      assertAlike(rgb, decoded(blocks, jpeg(rgb, 3), 3));
    }
  }

  @Test
  void fourBandsAreNotTakenForInks() throws IOException {
    byte[] four = pixels(4);
    byte[] three = new byte[SIZE * SIZE * 3];
    for (int i = 0; i < three.length; i++) {
      three[i] = four[i / 3 * 4 + i % 3];
    }
    try (JpegBlocks blocks = new JpegBlocks(new byte[0], 4, false)) {
      byte[] stream = jpeg(four, 4);
      assertAlike(four, decoded(blocks, stream, 4));
      assertAlike(three, decoded(blocks, stream, 3));
    }
  }

  @Test
  void aStreamOfOtherBandsIsAFault() throws IOException {
    byte[] three = jpeg(pixels(3), 3);
    byte[] four = jpeg(pixels(4), 4);
    try (JpegBlocks ofThree = new JpegBlocks(new byte[0], 3, true);
        JpegBlocks ofFour = new JpegBlocks(new byte[0], 4, false)) {
      assertThrows(IOException.class, () -> decoded(ofThree, four, 3));
      assertThrows(IOException.class, () -> decoded(ofFour, three, 4));
      assertAlike(pixels(4), decoded(ofFour, four, 4));
    }
  }

  @Test
  void aStreamThatEndsEarlyIsAFault() throws IOException {
    byte[] noise = new byte[SIZE * SIZE * 3];
    new Random(1).nextBytes(noise);
    byte[] whole = jpeg(noise, 3);
    try (JpegBlocks blocks = new JpegBlocks(new byte[0], 3, true)) {
      byte[] pixels = decoded(blocks, whole, 3);
      for (int length : new int[] {0, 1, 2, 100, whole.length / 2, whole.length - 40}) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThrows(IOException.class, () -> decoded(blocks, cut, 3), "of " + length);
      }
      assertArrayEquals(pixels, decoded(blocks, whole, 3), "a fault leaves nothing behind");
    }
  }

  @Test
  void codesWithoutAMeaningAreAFault() throws IOException {
    byte[] noise = new byte[SIZE * SIZE * 3];
    new Random(2).nextBytes(noise);
    byte[] stream = jpeg(noise, 3);
    Arrays.fill(stream, stream.length / 2, stream.length / 2 + 200, (byte) 0xFE);
    try (JpegBlocks blocks = new JpegBlocks(new byte[0], 3, true)) {
      assertThrows(IOException.class, () -> decoded(blocks, stream, 3));
    }
  }
}
