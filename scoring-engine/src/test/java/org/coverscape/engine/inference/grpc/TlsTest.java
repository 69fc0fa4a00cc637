package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.coverscape.engine.inference.ChannelSecurity;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ServiceAddress;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services behind TLS, with a certificate made for the test by the JDK's keytool. */
@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "changeit";

  static Path certificates;
  static KeyManagerFactory keys;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, keytool.exitValue(), Files.readString(folder.resolve("keytool.log")));
    KeyStore content = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      content.load(in, PASSWORD.toCharArray());
    }
    keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(content, PASSWORD.toCharArray());
    certificates = folder.resolve("ca.pem");
    Files.writeString(
        certificates,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(content.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private static PredictServer secured() throws Exception {
    ServerCredentials credentials =
        TlsServerCredentials.newBuilder().keyManager(keys.getKeyManagers()).build();
    return PredictServer.startSecured(credentials);
  }

  private static InferenceService open(ServiceEndpoint endpoint, ChannelSecurity security) {
    return GrpcServices.open(List.of(endpoint), GrpcSettings.defaults().withSecurity(security))
        .get(0);
  }

  private static ServiceFault fault(InferenceService service) {
    Throwable error = assertThrows(CompletionException.class, () -> service.probe().join());
    return assertInstanceOf(ServiceFault.class, error.getCause());
  }

  @Test
  void anAuthorityOfOnesOwnIsTrusted() throws Exception {
    try (PredictServer server = secured();
        InferenceService service =
            open(server.endpoint(), new ChannelSecurity.OwnTrust(certificates))) {
      assertEquals("unnamed", service.probe().get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aStrangersCertificateIsRefusedForGood() throws Exception {
    try (PredictServer server = secured();
        InferenceService service = open(server.endpoint(), new ChannelSecurity.SystemTrust())) {
      ServiceFault fault = fault(service);
      assertEquals(ServiceFault.Kind.PERMANENT, fault.kind());
      assertEquals(
          "The service at "
              + server.endpoint()
              + " shows a certificate that is not trusted; name the authority that signed it.",
          fault.getMessage());
    }
  }

  @Test
  void atAnAddressOfANameTheCertificateHasToShowTheName() throws Exception {
    try (PredictServer server = secured()) {
      ServiceSpec named =
          ServiceSpec.of(ServiceAddress.parse("dns:///localhost:" + server.endpoint().port()))
              .withAccess(
                  access -> access.withSecurity(new ChannelSecurity.OwnTrust(certificates)));
      try (InferenceService service = GrpcInferenceService.open(named.resolved("127.0.0.1"))) {
        assertEquals("127.0.0.1", service.endpoint().host());
        assertEquals("unnamed", service.probe().get(20, TimeUnit.SECONDS));
      }
      ServiceSpec other = named.withAccess(access -> access.withServerName("somebody.else"));
      try (InferenceService service = GrpcInferenceService.open(other.resolved("127.0.0.1"))) {
        assertEquals(ServiceFault.Kind.PERMANENT, fault(service).kind());
      }
      ServiceSpec bare =
          ServiceSpec.of(new ServiceEndpoint("127.0.0.1", server.endpoint().port()))
              .withAccess(access -> named.access());
      try (InferenceService service = GrpcInferenceService.open(bare)) {
        assertEquals(ServiceFault.Kind.PERMANENT, fault(service).kind());
      }
    }
  }

  @Test
  void aServiceWithoutTlsIsToldApart() throws Exception {
    try (PredictServer server = PredictServer.start();
        InferenceService service =
            open(server.endpoint(), new ChannelSecurity.OwnTrust(certificates))) {
      ServiceFault fault = fault(service);
      assertEquals(
          "The service at " + server.endpoint() + " does not use TLS; reach it without.",
          fault.getMessage());
    }
  }

  @Test
  void certificatesThatCannotBeUsedAreRefused(@TempDir Path own) throws Exception {
    ServiceEndpoint anywhere = new ServiceEndpoint("localhost", 8500);
    Path missing = own.resolve("missing.pem");
    assertEquals(
        "The certificates " + missing + " cannot be read; name a PEM file.",
        assertThrows(
                ServiceFault.class, () -> open(anywhere, new ChannelSecurity.OwnTrust(missing)))
            .getMessage());
    Path text = Files.writeString(own.resolve("text.pem"), "hello");
    assertThrows(ServiceFault.class, () -> open(anywhere, new ChannelSecurity.OwnTrust(text)));
  }
}
