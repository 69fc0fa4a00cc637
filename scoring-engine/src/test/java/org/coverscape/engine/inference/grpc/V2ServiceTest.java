package org.coverscape.engine.inference.grpc;

import static org.coverscape.engine.inference.grpc.Reply.fault;
import static org.coverscape.engine.inference.grpc.Reply.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceFault.Kind;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Discovery, refusals, readiness and identity in the Open Inference Protocol. */
@Timeout(30)
class V2ServiceTest {
  private V2Server server;

  @BeforeEach
  void start() throws IOException {
    server = V2Server.start().taking("x", "UINT8", -1L, 224L, 224L, 3L);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatIsSpokenIsFoundOut() throws Exception {
    try (GrpcInferenceService service = server.open(spec -> spec)) {
      assertEquals("landcover:3", get(service.probe()));
      assertEquals(ServiceProtocol.V2, service.protocol());
      assertEquals("uint8 nhwc raw", service.input());
      assertEquals(1, service.batchLimit());
      assertEquals(
          List.of(ChipAnswer.of(ClassScores.of(V2Server.SCORES))),
          get(service.score(TestChips.one(1))));
    }
    try (PredictServer predict = PredictServer.start();
        GrpcInferenceService service =
            GrpcInferenceService.open(ServiceSpec.of(predict.endpoint()))) {
      get(service.probe());
      assertEquals(ServiceProtocol.PREDICT, service.protocol());
    }
  }

  @Test
  void aServiceThatSpokeNeitherIsAskedBothAgain() throws Exception {
    try (PredictServer predict = PredictServer.start().failing(Status.UNIMPLEMENTED);
        GrpcInferenceService service =
            GrpcInferenceService.open(ServiceSpec.of(predict.endpoint()))) {
      assertEquals(Kind.PERMANENT, fault(service.probe()).kind());
      predict.answering(PredictServer.response(PredictServer.SCORES, 1, 6));
      assertEquals("unnamed", get(service.probe()));
    }
  }

  @Test
  void amdsServerIsSpokenToAsItNeeds() throws Exception {
    server.serverName = "amdinfer";
    server.metadata =
        ModelMetadataResponse.newBuilder()
            .setName("resnet")
            .addInputs(
                ModelMetadataResponse.TensorMetadata.newBuilder()
                    .setDatatype("UINT8")
                    .addAllShape(List.of(224L, 224L, 3L)))
            .build();
    server.onInfer =
        (request, observer) -> {
          if (request.getRawInputContentsCount() > 0) {
            observer.onError(Status.UNKNOWN.asRuntimeException());
          } else {
            PredictServer.answer(
                observer, V2Server.typed("", V2Server.floats(V2Server.SCORES), 6L));
          }
        };
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withCalls(c -> c.withBatch(8)))) {
      get(service.probe());
      assertEquals("uint8 nhwc typed", service.input());
      assertEquals(1, service.batchLimit());
      ModelInferRequest request = server.lastRequest;
      assertNotNull(request);
      assertEquals(List.of(224L, 224L, 3L), request.getInputs(0).getShapeList());
    }
    // what is configured wins, even where it does harm; the failure may be tried again
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withInput(input -> input.withContents(Contents.RAW)))) {
      assertEquals(Kind.TEMPORARY, fault(service.probe()).kind());
    }
  }

  @Test
  void aModelThatTakesSomethingElseIsRefusedInPlainWords() throws Exception {
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      server.taking("x", "UINT8", -1L, 299L, 299L, 3L);
      assertRefused(service, "which an image of 224 × 224 × 3 does not fit");
      server.taking("x", "FP16", -1L, 224L, 224L, 3L);
      assertRefused(service, "takes numbers of the type FP16; set dtype");
      server.metadata = server.metadata.toBuilder().addInputs(server.metadata.getInputs(0)).build();
      assertRefused(service, "takes 2 inputs (x, x); name the one for the image");
      server.metadataFault = Status.NOT_FOUND;
      assertRefused(service, "wants to know which model; name it (model).");
    }
  }

  private static void assertRefused(GrpcInferenceService service, String what) {
    ServiceFault fault = fault(service.probe());
    assertEquals(Kind.PERMANENT, fault.kind());
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(what) && message.endsWith("."), message);
  }

  @Test
  void theKeyGoesIntoTheHeaderThatIsNamed() throws Exception {
    try (GrpcInferenceService service =
        server.openV2(
            spec -> spec.withAccess(a -> a.withKey("s3cret").withKeyHeader("X-Api-Key")))) {
      get(service.probe());
      Metadata headers = server.lastHeaders;
      assertNotNull(headers);
      assertEquals(
          "s3cret", headers.get(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER)));
      assertFalse(
          headers.containsKey(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)));
    }
  }

  @Test
  void aModelThatChangesInMidJobIsNoticed() throws Exception {
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      get(service.probe());
      server.answering(request -> V2Server.scores(1).toBuilder().setModelVersion("4").build());
      assertEquals(Kind.UNREACHABLE, fault(service.score(TestChips.one(1))).kind());
    }
  }

  @Test
  void readinessIsAskedOfWhoeverKnows() throws Exception {
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withModel(m -> m.withModel("landcover", "")))) {
      get(service.probe());
      assertTrue(get(service.ready()));
      int asked = server.readinessAsked.get();
      assertEquals(2, asked);
      assertTrue(get(service.ready()));
      assertEquals(asked, server.readinessAsked.get(), "asked again what it does not know");
      server.serverReady = false;
      get(service.probe());
      assertFalse(get(service.ready()));
      server.modelReady = true;
      get(service.probe());
      assertTrue(get(service.ready()));
      server.modelReady = false;
      assertFalse(get(service.ready()));
    }
  }

  @Test
  void healthIsAskedByNameOrOfTheWholeServer() throws Exception {
    HealthStatusManager health = new HealthStatusManager();
    try (V2Server healthy = V2Server.start(health.getHealthService());
        GrpcInferenceService service = healthy.open(spec -> spec)) {
      get(service.probe());
      assertTrue(get(service.ready()));
      health.setStatus("", ServingStatus.NOT_SERVING);
      assertFalse(get(service.ready()));
      health.setStatus("inference.GRPCInferenceService", ServingStatus.SERVING);
      assertFalse(get(service.ready()), "the name is asked about again only after a probe");
      get(service.probe());
      assertTrue(get(service.ready()));
      health.setStatus("inference.GRPCInferenceService", ServingStatus.NOT_SERVING);
      assertFalse(get(service.ready()));
    }
  }

  @Test
  void aServerWithoutMetadataIsAskedAsConfigured() throws Exception {
    server.metadataFault = Status.UNKNOWN;
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      assertEquals(Kind.TEMPORARY, fault(service.probe()).kind());
    }
    server.metadataFault = Status.UNIMPLEMENTED;
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      assertEquals("landcover:3", get(service.probe()));
      assertEquals("png raw", service.input());
    }
  }

  @Test
  void moreImagesThanACallCanCarryAreNeverMade() throws Exception {
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      server.taking("x", "UINT8", 2_000_000_000L, 224L, 224L, 3L);
      assertRefused(service, "wants 2000000000 images in each call, and 1024 are the most");
      server.taking("x", "BYTES", 1025L);
      assertRefused(service, "wants 1025 images in each call");
    }
  }

  @Test
  void whatAServerTellsFitsOnAPersonsLine() throws Exception {
    String wild = "FP\u001b[31m\n\u202e" + "9".repeat(100_000);
    Long[] sizes = Collections.nCopies(100_000, 7L).toArray(new Long[0]);
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      server.taking("x", wild, -1L, 224L, 224L, 3L);
      assertShort(fault(service.probe()), "takes numbers of the type FP [31m 999");
      server.taking("x", "UINT8", sizes);
      assertShort(fault(service.probe()), "takes 7 × 7 × 7");
      server.taking(wild, "UINT8", 1L);
      server.metadata = server.metadata.toBuilder().addInputs(server.metadata.getInputs(0)).build();
      assertShort(fault(service.probe()), "takes 2 inputs (FP [31m 999");
      server.taking("x", "UINT8", -1L, 224L, 224L, 3L);
      server.answering(request -> V2Server.typed("y", List.of(), sizes));
      assertShort(fault(service.probe()), "answered with 7 × 7 × 7");
      ModelInferResponse named = V2Server.scores(1).toBuilder().clearOutputs().build();
      ModelInferResponse typed =
          named.toBuilder().addOutputs(V2Server.output("y", wild, 1L, 6L)).build();
      server.answering(request -> typed);
      assertShort(fault(service.probe()), "answered with numbers of the type FP [31m 999");
      server.metadata = server.metadata.toBuilder().setName("a\u001b[2Jb\nc").build();
      server.answering(request -> V2Server.scores(1).toBuilder().setModelName("").build());
      assertEquals("a [2Jb c:3", get(service.probe()));
    }
  }

  private static void assertShort(ServiceFault fault, String part) {
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(part), message.substring(0, Math.min(200, message.length())));
    assertTrue(message.length() < 600, message.length() + " letters");
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }
}
