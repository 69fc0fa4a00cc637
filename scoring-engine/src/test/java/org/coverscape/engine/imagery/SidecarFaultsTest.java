package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.coverscape.engine.fixtures.FileServer;
import org.coverscape.engine.fixtures.FileServer.Trick;
import org.coverscape.engine.fixtures.PassedOn;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.imagery.web.WebImagery;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file beside an image that cannot be reached now is another thing than one that is not there.
 */
class SidecarFaultsTest {
  @TempDir Path folder;
  private FileServer server;
  private WebClient client;
  private WebImagery web;
  private ImageLocation image;

  @BeforeEach
  void serve() throws IOException {
    TestTiff.of(240, 230, (x, y, b) -> 9).withoutGeoreference().write(folder.resolve("a.tif"));
    server = FileServer.of(folder);
    Duration time = Duration.ofSeconds(5);
    client =
        new WebClient(
            new WebSettings(time, time, time, 1, time, List.of(), WebSettings.DEFAULT.signing()));
    web = new WebImagery(client);
    image = new ImageLocation.OfWeb(server.uri("a.tif"));
  }

  @AfterEach
  void close() {
    web.close();
    client.close();
    server.close();
  }

  private void putBeside() throws IOException {
    Files.writeString(folder.resolve("a.tfw"), "1 0 0 -1 500000.5 3999999.5");
    Files.writeString(folder.resolve("a.prj"), "EPSG:26911");
  }

  private SourceException fault() {
    return assertThrows(SourceException.class, () -> AnyImagery.with(web).describe(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {".aux.xml", ".tfw", ".prj"})
  void whatPassesIsSaidAndNotTakenForMissing(String ending) throws IOException {
    putBeside();
    Files.writeString(folder.resolve("a.tif.aux.xml"), "<PAMDataset/>");
    server.play(request -> request.path().endsWith(ending) ? Trick.UNAVAILABLE : Trick.NONE);
    SourceException fault = fault();
    assertTrue(fault.isPassing(), fault.getMessage());
    assertFalse(fault instanceof TiffException);
    assertTrue(String.valueOf(fault.getMessage()).contains("(503)"), fault.getMessage());
    assertThrows(SourceException.class, () -> AnyImagery.with(web).fingerprint(image));
  }

  @Test
  void whatIsNotThereIsMissing() {
    SourceException fault = fault();
    assertFalse(fault.isPassing());
    assertEquals(
        "It has no georeference; put its world file (.tfw) beside it.", fault.getMessage());
  }

  @Test
  void whatIsForbiddenIsMissingAsBucketsAnswerSo() throws IOException {
    putBeside();
    server.play(request -> request.path().endsWith(".aux.xml") ? Trick.FORBIDDEN : Trick.NONE);
    assertEquals("EPSG:26911", AnyImagery.with(web).describe(image).crs().id());
  }

  @Test
  void aSystemThatCannotBeFetchedNowIsNotUnknown() throws IOException {
    Path file =
        TestTiff.of(40, 30, (x, y, b) -> 9).epsg(32767, false).write(folder.resolve("b.tif"));
    GeoKeys keys = TiffDirectory.read(file).keys();
    ByteSource lost =
        new PassedOn(new FileBytes(file)) {
          @Override
          public void read(long position, byte[] target, int offset, int count) throws IOException {
            throw SourceException.passing(
                "The host cannot be reached; try again.", new IOException());
          }
        };
    SourceException fault = assertThrows(SourceException.class, () -> TiffCrs.of(lost, keys));
    assertEquals("The host cannot be reached; try again.", fault.getMessage());
  }
}
