package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where images lie, in words. */
class ImageLocationTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.org/x/b.tif, https://a.org/x/b.tif",
    "https://a.org/x/b%20c.tif?year=2020, https://a.org/x/b%20c.tif?year=2020",
    "https://a.org/x/b c.tif, https://a.org/x/b%20c.tif",
    "https://a.blob.core.windows.net/n/b.tif?sv=1&se=2&sig=x%3D, https://a.blob.core.windows.net/n/b.tif",
    "https://a.org/b.tif?year=1&X-Amz-Signature=ab&X-Amz-Date=c, https://a.org/b.tif?year=1",
    "https://me:word@a.org:81/b.tif#top, https://a.org:81/b.tif",
    "https://me:word@my_host.org:81/b.tif?year=1&sig=x, https://my_host.org:81/b.tif?year=1",
    "https://a.org/b.tif?SV=1&Sig=x, https://a.org/b.tif",
    "https://a.org/b.tif?st=north, https://a.org/b.tif?st=north",
    "https://a.org/b.tif?API_Key=x&year=1, https://a.org/b.tif?year=1",
    "https://a.org/b.tif?subscription-key=x, https://a.org/b.tif",
    "https://a.org/b.tif?key=AbC123, https://a.org/b.tif",
    "https://a.org/get?key=naip%2Fb.tif, https://a.org/get?key=naip%2Fb.tif"
  })
  void nothingThatLetsInIsKept(String given, String kept) {
    assertEquals(kept, ImageLocation.parse(given).text());
  }

  @Test
  void otherWaysAreRefused() {
    assertEquals(
        "s3://naip/a.tif cannot be read; name it by its https address, or copy the file here"
            + " first.",
        assertThrows(IllegalArgumentException.class, () -> ImageLocation.parse("s3://naip/a.tif"))
            .getMessage());
  }

  @Test
  void allElseIsAFile() {
    assertEquals(ImageLocation.of(Path.of("a/b.tif")), ImageLocation.parse("a/b.tif"));
  }

  @Test
  void filesBesideAnAddressMayHaveAnyName() {
    ImageLocation image = ImageLocation.parse("https://a.org/x/100%25%20a%5B1%5D.mrf?year=2020");
    assertEquals("100% a[1].mrf", image.name());
    assertEquals("https://a.org/x/100%25%20a%5B1%5D.idx", image.sibling("100% a[1].idx").text());
    assertEquals("https://a.org/x/b%23c%3F.tfw", image.sibling("b#c?.tfw").text());
    assertEquals("https://a.org/y/ü.lrc", image.sibling("../y/ü.lrc").text());
  }

  @Test
  void filesLieInTheirFoldersAndInThemselves() {
    ImageLocation file = ImageLocation.of(Path.of("imagery", "2021", "a.tif"));
    assertTrue(file.isIn(Path.of("imagery")));
    assertTrue(file.isIn(Path.of("").toAbsolutePath()));
    assertTrue(file.isIn(Path.of("imagery", "other", "..", "2021")));
    assertTrue(file.isIn(Path.of("imagery", "2021", "a.tif")));
    assertFalse(file.isIn(Path.of("imagery", "20")));
    assertFalse(ImageLocation.parse("https://example.org/imagery/a.tif").isIn(Path.of("/")));
  }
}
