package org.coverscape.engine.imagery.mrf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.coverscape.engine.imagery.lerc.SampleType;
import org.junit.jupiter.api.Test;

/** Pages of JPEG by either decoder, and their masks. */
class JpegPagesTest {
  private static final int SIZE = 48;

  private static byte[] jpeg(boolean progressive) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < SIZE * SIZE; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      image.setRGB(x, y, (40 + 4 * x) << 16 | (30 + 4 * y) << 8 | (60 + 2 * x + y));
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] decoded(byte[] stream) throws IOException {
    PageForm form = new PageForm(SIZE, SIZE, 3, SampleType.UINT8);
    byte[] page = new byte[form.bytes()];
    try (JpegPages pages = new JpegPages(form)) {
      pages.decode(stream, stream.length, page, 3);
    }
    return page;
  }

  /** The coefficients of both are the same. */
  @Test
  void streamsInStepsGiveTheSamePicture() throws IOException {
    byte[] wanted = decoded(jpeg(false));
    byte[] got = decoded(jpeg(true));
    for (int i = 0; i < got.length; i++) {
      int off = Math.abs((wanted[i] & 255) - (got[i] & 255));
      assertTrue(off <= 3, "sample " + i + " is off by " + off);
    }
  }

  /** Pixels behind a row's last whole eight too. */
  @Test
  void masksAreReadBitByBit() throws IOException {
    PageForm form = new PageForm(13, 11, 3, SampleType.UINT8);
    Random random = new Random(4);
    byte[] packed = new byte[1 + 2 * 2 * 8];
    for (int i = 1; i < packed.length; i++) {
      packed[i] = (byte) (random.nextInt(3) == 0 ? 255 : random.nextInt(1, 255));
    }
    byte[] page = new byte[form.bytes()];
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) random.nextInt(3);
    }
    byte[] before = page.clone();
    ZenMask.read(packed, 0, packed.length, form.width(), form.height()).apply(page, form);
    for (int i = 0; i < page.length; i++) {
      int x = i / 3 % 13;
      int y = i / 3 / 13;
      int row = packed[1 + 8 * (y / 8 * 2 + x / 8) + y % 8];
      int wanted = (row >> x % 8 & 1) == 0 ? 0 : Math.max(1, before[i]);
      assertEquals(wanted, page[i], "column " + x + ", row " + y);
    }
  }
}
