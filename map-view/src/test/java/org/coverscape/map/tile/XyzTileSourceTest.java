package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XyzTileSourceTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile byte[] answer = {};

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void readsPngAndNamesTheProgram() throws Exception {
    answer = picture("png", BufferedImage.TYPE_INT_ARGB);
    TilePixels tile = source().load(new TileAddress(3, 5, 2)).orElseThrow();
    assertEquals(16, tile.width());
    assertEquals(0xff3366cc, tile.argb()[0]);
    assertEquals(List.of("/3/5/2.png Testing/1.0"), asked);
  }

  @Test
  void readsJpeg() throws Exception {
    answer = picture("jpg", BufferedImage.TYPE_INT_RGB);
    int pixel = source().load(new TileAddress(0, 0, 0)).orElseThrow().argb()[0];
    assertEquals(0xff, pixel >>> 24);
    assertEquals(0xcc, pixel & 0xff, 6);
  }

  @Test
  void aTileThatIsNotThereIsNoFault() throws Exception {
    status = 404;
    assertEquals(Optional.empty(), source().load(new TileAddress(1, 0, 0)));
  }

  @Test
  void refusalsAndRubbishAreSaidInASentence() {
    status = 503;
    String refused = fault(source());
    assertTrue(refused.contains("503") && refused.endsWith("."), refused);
    status = 200;
    answer = "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertEquals("The map server sent something that is no picture.", fault(source()));
  }

  @Test
  void anUnreachableServerIsSaidInASentence() {
    XyzTileSource source = source();
    server.stop(0);
    String message = fault(source);
    assertTrue(message.contains("cannot be reached"), message);
  }

  @Test
  void refusesAnAddressThatIsNone() {
    for (String address :
        List.of("", "ftp://a/{z}/{x}/{y}", "https://a/{z}/{x}", "https://a b/{z}/{x}/{y}")) {
      assertThrows(
          IllegalArgumentException.class, () -> new XyzTileSource(address, "", 0, 19, "Testing"));
    }
  }

  private static String fault(XyzTileSource source) {
    IOException fault =
        assertThrows(IOException.class, () -> source.load(new TileAddress(1, 0, 0)));
    return String.valueOf(fault.getMessage());
  }

  private XyzTileSource source() {
    String host = server.getAddress().getAddress().getHostAddress();
    String template = "http://" + host + ":" + server.getAddress().getPort() + "/{z}/{x}/{y}.png";
    return new XyzTileSource(template, "© us", 0, 19, "Testing/1.0");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
      byte[] body = status == 200 ? answer : new byte[0];
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] picture(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, type);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0xff3366cc);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
