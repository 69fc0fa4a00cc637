package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.app.service.Health;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.service.ScoringServer;
import org.coverscape.service.ServerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunModelTest {
  private final Logger log = Logger.getLogger("org.coverscape");

  @TempDir Path folder;
  private Office office = closed();

  private static Office closed() {
    Office office = new Office(Path.of("."));
    office.close();
    return office;
  }

  @BeforeEach
  void open() {
    log.setLevel(Level.SEVERE);
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
    log.setLevel(null);
  }

  private List<String> jobStates() {
    return office.project.jobs().stream().map(ProjectJob::state).toList();
  }

  @Test
  void aRunGoesFromReadyToFinished() throws Exception {
    List<RunState> states = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    assertEquals(RunState.NOTHING, office.run.state());
    assertFalse(office.run.canStart());
    office.ready(Office.CHIPS + 1);
    assertEquals(RunState.READY, office.run.state());
    office.run.stateProperty().addListener((o, was, is) -> states.add(is));
    office.run.setOnRate(rates::add);
    office.score();
    assertEquals(List.of(RunState.STARTING, RunState.RUNNING, RunState.FINISHED), states);
    assertEquals(24, office.run.progressProperty().get().ended());
    assertEquals(24, office.run.progressProperty().get().total());
    assertEquals(0, office.run.progressProperty().get().failed());
    assertEquals(20, office.model.answered.get());
    assertEquals(0, office.run.areasProperty().get().pendingCells());
    assertEquals(1, rates.size());
    assertTrue(rates.get(0) > 0);
    assertEquals("", office.run.problemProperty().get());
    assertEquals(List.of("finished"), jobStates());
    assertFalse(office.run.canGoOn());
    assertTrue(office.run.canStart(), "another run may begin");
  }

  /** Cells of 32 m over so much ground are more than any memory holds. */
  @Test
  void aRunThatIsRefusedLeavesTheEarlierOneOnTheMap() throws Exception {
    office.ready(1);
    office.score();
    OpenJob earlier = office.run.job().orElseThrow();
    Object ground = office.run.areasProperty().get();
    ScoringPlan small = office.run.planProperty().get();
    assertNotNull(small);
    office.run.plan(
        new ScoringPlan(
            Region.ofDegrees(-102, 20, -96, 70),
            small.grid(),
            List.of(),
            List.of(),
            OptionalInt.empty(),
            false,
            CellSize.CHIP));
    office.services.cellsProperty().set(CellSize.DENSE);
    office.run.start(office.project.nextJobFolder());
    office.until("it is refused", () -> !office.run.state().isActive());
    String problem = office.run.problemProperty().get();
    assertTrue(problem.startsWith("The map of this region takes about"), problem);
    assertEquals(RunState.FINISHED, office.run.state());
    assertEquals(earlier, office.run.job().orElseThrow());
    assertSame(ground, office.run.areasProperty().get());
    assertEquals(4, office.run.progressProperty().get().ended());
    assertEquals(1, office.project.jobs().size());
  }

  @Test
  void aPausedRunSendsNoMoreChips() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(3);
    office.run.start(office.project.nextJobFolder());
    office.run.pause();
    assertEquals(RunState.STARTING, office.run.state(), "there is nothing to pause yet");
    office.until("some are scored", () -> office.run.progressProperty().get().ended() == 3);
    office.run.pause();
    assertEquals(RunState.PAUSED, office.run.state());
    assertTrue(office.run.state().isActive());
    office.run.proceed();
    assertEquals(RunState.RUNNING, office.run.state());
    office.model.open();
    office.until("it ends", () -> office.run.state() == RunState.FINISHED);
    assertEquals(20, office.model.answered.get());
  }

  @Test
  void aServiceNamedInMidRunTakesPart() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(3);
    office.run.start(office.project.nextJobFolder());
    office.until("some are scored", () -> office.run.progressProperty().get().ended() == 3);
    FakeModel helper = new FakeModel();
    try (ScoringServer second = ScoringServer.start(ServerConfig.loopback(0), helper)) {
      office.services.add("127.0.0.1:" + second.port());
      office.until("it ends", () -> office.run.state() == RunState.FINISHED);
    }
    assertEquals(17, helper.answered.get());
    assertEquals(0, office.run.progressProperty().get().failed());
  }

  @Test
  void aServiceNamedWhileTheOthersAreReachedTakesPartToo() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(0);
    FakeModel helper = new FakeModel();
    try (ScoringServer second = ScoringServer.start(ServerConfig.loopback(0), helper)) {
      office.run.start(office.project.nextJobFolder());
      office.until("services are reached", () -> office.run.session().isPresent());
      assertEquals(RunState.STARTING, office.run.state());
      office.services.add("127.0.0.1:" + second.port());
      office.until("the second takes part", () -> helper.answered.get() > 0);
      office.model.open();
      office.until("it ends", () -> office.run.state() == RunState.FINISHED);
    }
  }

  @Test
  void aCancelledRunGoesOnWhereItStopped() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(4);
    office.run.start(office.project.nextJobFolder());
    office.until("some are scored", () -> office.run.progressProperty().get().ended() == 4);
    office.run.cancel();
    assertEquals(RunState.STOPPING, office.run.state());
    office.model.open();
    office.until("it ends", () -> office.run.state() == RunState.STOPPED);
    assertEquals(List.of("stopped"), jobStates());
    long kept = office.run.progressProperty().get().ended();
    assertTrue(kept >= 4 && kept < 20, "scored by then: " + kept);
    assertTrue(office.run.canGoOn());
    int answered = office.model.answered.get();
    office.run.goOn();
    assertEquals(
        kept, office.run.progressProperty().get().ended(), "the numbers do not fall to nothing");
    office.until("it ends", () -> office.run.state() == RunState.FINISHED);
    assertEquals(20, office.run.progressProperty().get().ended());
    assertEquals(20 - kept, office.model.answered.get() - answered, "no chip is scored twice");
    assertEquals(1, office.project.jobs().size());
  }

  @Test
  void aRunThatIsCancelledBeforeItBeganLeavesNoJob() throws Exception {
    office.ready(2);
    office.run.start(office.project.nextJobFolder());
    office.run.cancel();
    office.until("it ends", () -> office.run.state() == RunState.STOPPED);
    assertEquals(List.of(), office.project.jobs());
    assertTrue(office.run.canStart());
  }

  @Test
  void failedChipsAreTriedAgain() throws Exception {
    office.ready(1);
    office.model.fail(true);
    office.score();
    assertEquals(RunState.FINISHED, office.run.state());
    assertEquals(2, office.run.progressProperty().get().failed());
    assertTrue(office.run.canGoOn());
    LegendRow unscored = office.legend.rows().get(7);
    assertTrue(unscored.explanationProperty().get().contains("no service answered"));
    office.model.fail(false);
    office.run.goOn();
    office.until("it ends", () -> !office.run.state().isActive());
    assertEquals(RunState.FINISHED, office.run.state());
    assertEquals(0, office.run.progressProperty().get().failed());
    assertEquals(4, office.run.progressProperty().get().ended());
    assertFalse(office.run.canGoOn());
  }

  @Test
  void aServiceThatDiesInMidJobIsAwaitedAndToldOf() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(5);
    office.run.start(office.project.nextJobFolder());
    office.until("some are scored", () -> office.run.progressProperty().get().ended() == 5);
    office.until("it is told of", () -> summary().sentence().equals("1 service at work"));
    int port = Integer.parseInt(office.services.named().get(0).replaceAll(".*:", ""));
    office.stopServing();
    office.until("it is missed", () -> summary().level() == Health.Level.POOR);
    assertEquals("Service does not answer", summary().sentence());
    assertEquals(RunState.RUNNING, office.run.state());
    office.model.open();
    office.serve(port);
    office.until("it ends", () -> office.run.state() == RunState.FINISHED);
    assertEquals(20, office.run.progressProperty().get().ended());
    assertEquals(0, office.run.progressProperty().get().failed());
  }

  private Health summary() {
    return office.services.summaryProperty().get();
  }

  @Test
  void aServiceThatIsNotThereIsToldInOneSentence() throws Exception {
    office.ready(1);
    office.stopServing();
    office.score();
    assertEquals(RunState.STOPPED, office.run.state());
    String problem = office.run.problemProperty().get();
    assertTrue(problem.endsWith(".") && problem.contains("127.0.0.1"), problem);
    assertFalse(problem.contains("UNAVAILABLE"), problem);
    assertEquals(List.of(), office.project.jobs(), "there is nothing to come back to");
  }

  @Test
  void theNextRunLeavesTheJobsBeforeItAlone() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(2);
    office.run.start(office.project.nextJobFolder());
    office.until("some are scored", () -> office.run.progressProperty().get().ended() == 2);
    office.run.cancel();
    office.model.open();
    office.until("it ends", () -> office.run.state() == RunState.STOPPED);
    Path first = office.run.job().orElseThrow().folder();
    office.score();
    assertEquals(List.of("stopped", "finished"), jobStates());
    assertEquals(first, office.project.jobs().get(0).folder());
    assertTrue(Files.exists(first.resolve("job.sqlite")));
  }

  @Test
  void theProjectIsNotChangedWhileARunIsUnderWay() throws Exception {
    Path file = office.ready(1);
    office.model.letThrough(0);
    office.run.start(office.project.nextJobFolder());
    office.until("it runs", () -> office.run.state() == RunState.RUNNING);
    office.project.open(file);
    assertEquals(
        List.of("A run is under way; cancel it or let it finish, then change the project."),
        office.notices.warned);
    office.model.open();
    office.until("it ends", () -> office.run.state() == RunState.FINISHED);
  }

  @Test
  void otherImageryThanBeforeIsToldWhenAJobGoesOn() throws Exception {
    office.ready(Office.CHIPS);
    office.model.letThrough(2);
    office.run.start(office.project.nextJobFolder());
    office.until("some are scored", () -> office.run.progressProperty().get().ended() == 2);
    office.run.cancel();
    office.model.open();
    office.until("it ends", () -> office.run.state() == RunState.STOPPED);
    office.imagery.add(List.of(office.image("nw", 2022)), tiles -> {});
    office.until("it is read", () -> office.imagery.tiles().size() == 2);
    office.project.showJob(office.project.jobs().get(0));
    List<RunState> states = new ArrayList<>();
    office.run.stateProperty().addListener((o, was, is) -> states.add(is));
    office.run.jobProperty().addListener((o, was, is) -> states.add(RunState.READY));
    office.until("the job is loaded again", () -> states.contains(RunState.READY));
    office.run.goOn();
    office.until("it is refused", () -> states.contains(RunState.STOPPED));
    String problem = office.run.problemProperty().get();
    assertTrue(problem.contains("other imagery"), problem);
  }
}
