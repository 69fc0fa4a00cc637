package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.coverscape.engine.fixtures.FileServer;
import org.coverscape.engine.fixtures.FileServer.Trick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges of files from hosts that behave and from hosts that do not. */
class RangeTransferTest {
  private static final int SIZE = 300_000;

  @TempDir Path folder;
  private final byte[] content = new byte[SIZE];
  private FileServer server;
  private WebClient client;

  @BeforeEach
  void serve() throws IOException {
    new Random(5).nextBytes(content);
    Files.write(folder.resolve("a.tif"), content);
    server = FileServer.of(folder);
    client = new WebClient(Quick.settings());
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private RangeAnswer get(long from, int count) throws Exception {
    return get(server.uri("a.tif"), from, count);
  }

  private RangeAnswer get(URI uri, long from, int count) throws Exception {
    return client.range(new RangeRequest(uri, from, count, Optional.empty()));
  }

  private void assertRead(RangeAnswer answer, int from, int count) {
    byte[] wanted = Arrays.copyOfRange(content, from, from + count);
    int skipped = (int) (from - answer.from());
    assertArrayEquals(wanted, Arrays.copyOfRange(answer.bytes(), skipped, skipped + count));
    assertEquals(SIZE, answer.facts().length());
  }

  private WebException fault(Trick always) {
    server.play(request -> always);
    return assertThrows(WebException.class, () -> get(1000, 50_000));
  }

  @Test
  void givesTheBytesAndWhatTheHostSays() throws Exception {
    RangeAnswer answer = get(1000, 50_000);
    assertRead(answer, 1000, 50_000);
    assertTrue(answer.facts().strongTag().isPresent());
    assertEquals(1, server.requests().size());
  }

  @Test
  void aHostThatDoesNotTellTheLengthIsAskedForIt() throws Exception {
    server.play(request -> Trick.UNSAID);
    assertRead(get(1000, 50_000), 1000, 50_000);
    assertEquals("HEAD", server.requests().get(1).method());
    assertEquals(SIZE, client.head(server.uri("a.tif")).length());
  }

  @Test
  void endsWithTheFile() throws Exception {
    assertRead(get(SIZE - 10, 1000), SIZE - 10, 10);
    assertEquals(0, get(SIZE, 10).bytes().length);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "SHORT", "STALLED"})
  void goesOnWhereItBrokeOff(Trick trick) throws Exception {
    client.close();
    client =
        new WebClient(
            Quick.settings()
                .withTimes(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(20)));
    server.play(request -> request.number() <= 2 ? trick : Trick.NONE);
    assertRead(get(0, 200_000), 0, 200_000);
    assertEquals("bytes=100000-199999", server.requests().get(1).range());
    assertEquals("bytes=150000-199999", server.requests().get(2).range());
    assertEquals(200_000, server.bytes(), "no byte travels twice");
  }

  @Test
  void aHostThatDripsIsGivenUp() throws IOException {
    client.close();
    client =
        new WebClient(
            Quick.settings()
                .withTimes(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(20)));
    WebException fault = fault(Trick.DRIPPING);
    assertEquals(WebException.Kind.SLOW, fault.kind());
    assertEquals(
        "127.0.0.1 sends hardly anything; check the network and try again later.",
        fault.sentence());
    assertEquals(4, server.requests().size());
    String second = server.requests().get(1).range();
    assertTrue(second.matches("bytes=1[0-9]{3}-50999") && !second.contains("=1000-"), second);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "UNAVAILABLE", "BROKEN"})
  void asksAgainWhereTheHostIsInTrouble(Trick trick) throws Exception {
    server.play(request -> request.number() <= 2 ? trick : Trick.NONE);
    assertRead(get(5, 10), 5, 10);
    assertEquals(3, server.requests().size());
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, BUSY, 4",
    "VERY_BUSY, BUSY, 1",
    "BROKEN, SERVER, 4",
    "FORBIDDEN, DENIED, 1",
    "PAGE, NONSENSE, 1",
    "ELSEWHERE, NONSENSE, 1",
    "MULTIPART, NONSENSE, 1"
  })
  void saysPlainlyWhatIsWrong(Trick trick, WebException.Kind kind, int requests) {
    WebException fault = fault(trick);
    assertEquals(kind, fault.kind());
    assertEquals(requests, server.requests().size());
    assertTrue(fault.sentence().matches("[A-Z127].*; .*\\."), fault.sentence());
  }

  @Test
  void aHostThatKnowsNoPartsGivesTheWholeFile() throws Exception {
    server.play(request -> Trick.WHOLE);
    assertRead(get(1000, 50_000), 1000, 50_000);
  }

  @Test
  void aLargeFileIsNotTakenWhole() throws IOException {
    Files.write(folder.resolve("large.tif"), new byte[RangeTransfer.WHOLE_FILE + 1]);
    server.play(request -> Trick.WHOLE);
    WebException fault =
        assertThrows(WebException.class, () -> get(server.uri("large.tif"), 0, 10));
    assertEquals(WebException.Kind.TOO_LARGE, fault.kind());
  }

  @Test
  void aFileThatChangedIsNoticedByItsTag() throws Exception {
    RangeAnswer first = get(0, 10);
    Files.write(folder.resolve("a.tif"), new byte[SIZE]);
    Files.setLastModifiedTime(
        folder.resolve("a.tif"), java.nio.file.attribute.FileTime.fromMillis(1));
    assertChanged(first);
  }

  private void assertChanged(RangeAnswer first) {
    RangeRequest next = new RangeRequest(server.uri("a.tif"), 100, 10, Optional.of(first.facts()));
    WebException fault = assertThrows(WebException.class, () -> client.range(next));
    assertEquals(WebException.Kind.CHANGED, fault.kind());
  }

  @Test
  void aFileThatChangedIsNoticedByItsLength() throws Exception {
    server.forgetTags();
    RangeAnswer first = get(0, 10);
    server.play(request -> Trick.LONGER);
    assertChanged(first);
  }

  @Test
  void aFileThatChangesWhileItTravelsIsNoticed() {
    server.forgetTags();
    server.play(request -> request.number() == 1 ? Trick.CUT : Trick.LONGER);
    WebException fault = assertThrows(WebException.class, () -> get(0, 200_000));
    assertEquals(WebException.Kind.CHANGED, fault.kind());
  }

  @Test
  void followsToAnotherAddress() throws Exception {
    server.sendOn("/moved", URI.create("/files/a.tif"));
    assertRead(get(server.at("/moved"), 7, 100), 7, 100);
  }

  @Test
  void doesNotFollowInCircles() {
    server.sendOn("/round", server.at("/round"));
    WebException fault = assertThrows(WebException.class, () -> get(server.at("/round"), 0, 10));
    assertEquals(WebException.Kind.REFUSED, fault.kind());
    assertEquals(6, server.requests().size());
  }

  @Test
  void whatIsNotThereIsSaidAtOnce() {
    WebException fault = assertThrows(WebException.class, () -> get(server.uri("b.tif"), 0, 10));
    assertEquals(WebException.Kind.MISSING, fault.kind());
    assertEquals(1, server.requests().size());
  }

  @Test
  void nobodyThere() {
    URI gone = server.uri("a.tif");
    server.close();
    WebException fault = assertThrows(WebException.class, () -> get(gone, 0, 10));
    assertEquals(WebException.Kind.UNREACHABLE, fault.kind());
    assertEquals("127.0.0.1 cannot be reached; check the network and try again.", fault.sentence());
  }

  @Test
  void noSuchHost() {
    WebException fault =
        assertThrows(
            WebException.class, () -> get(URI.create("http://no.such.host.invalid/a.tif"), 0, 10));
    assertEquals(
        "no.such.host.invalid cannot be found; check the network and the address.",
        fault.sentence());
  }

  @Test
  void interruptionEndsTheWait() throws Exception {
    server.play(request -> Trick.SILENT);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> get(0, 10));
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    server.play(
        request -> {
          // the request is there: now the program ends
          client.close();
          return Trick.SILENT;
        });
    WebException fault = assertThrows(WebException.class, () -> get(0, 10));
    assertEquals(WebException.Kind.STOPPED, fault.kind());
  }
}
