package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ModelFault;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyAndTlsTest {
  private static final PredictRequest ONE =
      TestClient.images(List.of(TestImages.storedPng(TestImages.noise(1))));

  private static ClientInterceptor key(String value) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), value);
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  @Test
  void onlyTheKeyItselfOpens() throws StartFault, ModelFault {
    try (ScoringServer server =
            ScoringServer.start(
                TestServers.config().withKey("open sesame"), TestServers.tinyModel());
        TestClient client = new TestClient(server.port())) {
      unauthenticated(client, ONE);
      for (String wrong : List.of("", "open", "open sesame!", "Bearer open sesame")) {
        StatusRuntimeException refusal =
            assertThrows(
                StatusRuntimeException.class,
                () -> client.stub().withInterceptors(key(wrong)).predict(ONE));
        assertEquals(Status.Code.UNAUTHENTICATED, refusal.getStatus().getCode());
      }
      var answer = client.stub().withInterceptors(key("open sesame")).predict(ONE);
      assertEquals(6, answer.getOutputsOrThrow("output_alias").getFloatValCount());
      var health =
          HealthGrpc.newBlockingStub(client.channel())
              .check(HealthCheckRequest.getDefaultInstance());
      assertEquals(ServingStatus.SERVING, health.getStatus(), "health needs no key");
    }
  }

  private static void unauthenticated(TestClient client, PredictRequest request) {
    StatusRuntimeException refusal =
        assertThrows(StatusRuntimeException.class, () -> client.stub().predict(request));
    assertEquals(Status.Code.UNAUTHENTICATED, refusal.getStatus().getCode());
    assertTrue(String.valueOf(refusal.getStatus().getDescription()).endsWith("."));
  }

  @Test
  void answersOverTls(@TempDir Path folder) throws Exception {
    Path keys = keyStore(folder);
    Path cert = pem(folder, keys, "CERTIFICATE");
    Path key = pem(folder, keys, "PRIVATE KEY");
    try (ScoringServer server =
        ScoringServer.start(TestServers.config().withTls(cert, key), TestServers.tinyModel())) {
      ChannelCredentials trust =
          TlsChannelCredentials.newBuilder().trustManager(cert.toFile()).build();
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("localhost", server.port(), trust).build();
      try {
        var answer =
            PredictionServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .predict(ONE);
        assertEquals(6, answer.getOutputsOrThrow("output_alias").getFloatValCount());
      } finally {
        channel.shutdownNow();
      }
      try (TestClient plain = new TestClient(server.port())) {
        assertThrows(StatusRuntimeException.class, () -> plain.stub().predict(ONE));
      }
    }
  }

  @Test
  void unusableCertificatesAreOneSentence(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("cert.pem"), "no certificate");
    Path missing = folder.resolve("missing.pem");
    assertTrue(fault(text, text).contains("cannot be used"), fault(text, text));
    assertTrue(fault(missing, text).contains("cannot be read"), fault(missing, text));
  }

  private static String fault(Path cert, Path key) {
    ServerConfig config = TestServers.config().withTls(cert, key);
    return String.valueOf(
        assertThrows(StartFault.class, () -> ScoringServer.start(config, TestServers.tinyModel()))
            .getMessage());
  }

  /** A key and its own certificate for localhost, made by Java's keytool. */
  private static Path keyStore(Path folder) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Assumptions.assumeTrue(Files.isExecutable(tool), "this Java has no keytool");
    Path keys = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            tool.toString(),
            "-genkeypair",
            "-keystore",
            keys.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            "testing",
            "-alias",
            "a",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return keys;
  }

  private static Path pem(Path folder, Path keys, String kind)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(keys.toFile(), "testing".toCharArray());
    byte[] der =
        kind.equals("CERTIFICATE")
            ? store.getCertificate("a").getEncoded()
            : store.getKey("a", "testing".toCharArray()).getEncoded();
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(kind.charAt(0) + ".pem"),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  @Test
  void aKeyShowsInNoTextAndIsOneThatCanBeSent() {
    ServerConfig config = TestServers.config().withKey("s3cret");
    assertFalse(config.toString().contains("s3cret"), config.toString());
    for (String unsendable : List.of("clé", " s3cret", "s3cret ", "a\nb")) {
      assertThrows(IllegalArgumentException.class, () -> TestServers.config().withKey(unsendable));
    }
    assertTrue(TestServers.config().withKey("Bearer s3cret").key().isPresent());
  }
}
