package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secured connections stay secured. */
class SecureTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  /** A server whose certificate nobody vouches for. */
  private HttpsServer server() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    KeyStore content = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      content.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(content, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.start();
    return server;
  }

  @Test
  void aCertificateThatNobodyVouchesForIsTold() throws Exception {
    HttpsServer server = server();
    try (WebClient client = new WebClient(Quick.settings())) {
      URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/a");
      WebException fault = assertThrows(WebException.class, () -> client.text(uri));
      assertEquals(
          "The certificate of localhost is not trusted; check the address and the clock.",
          fault.sentence());
      assertEquals(WebException.Kind.CERTIFICATE, fault.kind());
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.org/b", "file:///etc/passwd", "ftp://a.org/b", "ht tp", "//"})
  void noWayLeadsFromSecuredToOpen(String location) {
    URI at = URI.create("https://a.org/x/y");
    assertThrows(WebException.class, () -> Hops.next(at, location));
  }

  @Test
  void otherWaysAreGone() throws WebException {
    URI at = URI.create("https://a.org/x/y");
    assertEquals("https://b.org/z", Hops.next(at, "https://b.org/z").toString());
    assertEquals("https://a.org/x/z", Hops.next(at, "z").toString());
    assertEquals(
        "https://a.org/z", Hops.next(URI.create("http://a.org/"), "https://a.org/z").toString());
  }

  @Test
  void aSignatureThatIsNoneIsNotShown() {
    WebException fault =
        assertThrows(
            WebException.class,
            () -> Addresses.withQuery(URI.create("https://a.org/b"), "sig=se cret"));
    assertEquals("The signature for a.org is none; copy it again.", fault.sentence());
    assertEquals(null, fault.getCause());
  }
}
