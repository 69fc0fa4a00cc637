package org.coverscape.engine.imagery.jpeg;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes streams with the Java runtime's encoder, the components as they are given.
 *
 * @param shape of the image
 * @param quality 1 to 100
 * @param across how many samples the first component has in a row for one of the others
 * @param down how many in a column
 * @param interval units between restarts, 0 without; none are made of four components
 * @param progressive whether in scans of growing accuracy
 */
record JpegStreams(
    JpegShape shape, int quality, int across, int down, int interval, boolean progressive) {
  static JpegStreams of(int width, int height, int components) {
    return new JpegStreams(new JpegShape(width, height, components), 90, 1, 1, 0, false);
  }

  JpegStreams quality(int next) {
    return new JpegStreams(shape, next, across, down, interval, progressive);
  }

  JpegStreams sampled(int nextAcross, int nextDown) {
    return new JpegStreams(shape, quality, nextAcross, nextDown, interval, progressive);
  }

  JpegStreams restarting(int units) {
    return new JpegStreams(shape, quality, across, down, units, progressive);
  }

  JpegStreams inSteps() {
    return new JpegStreams(shape, quality, across, down, interval, true);
  }

  /** Packs samples that are interleaved by pixel. */
  byte[] pack(byte[] samples) throws IOException {
    int bands = shape.components();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            shape.width(),
            shape.height(),
            shape.width() * bands,
            bands,
            IntStream.range(0, bands).toArray(),
            new Point());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(
          null, new IIOImage(raster, null, bands > 3 ? null : metadata(writer, param)), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private IIOMetadata metadata(ImageWriter writer, ImageWriteParam param) throws IOException {
    int bands = shape.components();
    ImageTypeSpecifier type =
        bands == 3
            ? ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR)
            : ImageTypeSpecifier.createGrayscale(8, 0, false);
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(format);
    Node jfif = tree.getElementsByTagName("app0JFIF").item(0);
    if (jfif != null) {
      jfif.getParentNode().removeChild(jfif);
    }
    setFactors(tree);
    if (interval > 0) {
      IIOMetadataNode restarts = new IIOMetadataNode("dri");
      restarts.setAttribute("interval", Integer.toString(interval));
      tree.getElementsByTagName("markerSequence").item(0).insertBefore(restarts, null);
    }
    metadata.setFromTree(format, tree);
    return metadata;
  }

  private void setFactors(IIOMetadataNode tree) {
    NodeList components = tree.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", Integer.toString(i == 0 ? across : 1));
      component.setAttribute("VsamplingFactor", Integer.toString(i == 0 ? down : 1));
    }
  }

  /** Samples that change slowly, with some noise. */
  byte[] picture(int noise) {
    Random random = new Random(shape.hashCode() + noise);
    byte[] samples = new byte[shape.bytes()];
    for (int i = 0; i < samples.length; i++) {
      int band = i % shape.components();
      int x = i / shape.components() % shape.width();
      int y = i / shape.components() / shape.width();
      double wave = 60 * Math.sin((x + 9 * band) / 23.0) + 40 * Math.cos((y - x) / 31.0);
      int more = random.nextInt(noise + 1) - noise / 2;
      samples[i] = (byte) Math.max(0, Math.min(255, 128 + Math.round(wave) + more));
    }
    return samples;
  }
}
