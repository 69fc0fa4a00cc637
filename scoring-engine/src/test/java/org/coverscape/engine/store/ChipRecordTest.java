package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChipRecordTest {
  private final Path file;

  ChipRecordTest(@TempDir Path folder) {
    file = folder.resolve("job.sqlite");
  }

  private static ClassScores scores(ChipOutcome outcome) {
    return ((ChipOutcome.Scored) outcome).scores();
  }

  @Test
  void tellsAllThatIsKnownOfAChip() throws InterruptedException {
    try (JobJournal journal = JobJournal.create(file, Jobs.header())) {
      Instant before = Instant.now().minus(Duration.ofMinutes(1));
      journal.append(Jobs.scored(3, 4));
      ChipRecord record = journal.chip(3, 4).orElseThrow();
      assertEquals(ChipIndex.of(Jobs.ZONE, 3, 4), record.outcome().index());
      assertArrayEquals(Jobs.scores(3, 4).toArray(), scores(record.outcome()).toArray());
      assertEquals(List.of("m_one", "m_\"two\""), record.outcome().imagery());
      assertEquals(2022, record.imagery().get(1).date().orElseThrow().getYear());
      assertEquals(2, record.imagery().size());
      assertEquals(Optional.of("localhost:8500"), record.service());
      assertFalse(record.recorded().isBefore(before));
      assertFalse(journal.chip(4, 3).isPresent());
    }
  }

  @Test
  void tellsWhyAChipIsNotScored() throws InterruptedException {
    ChipOutcome broken =
        new ChipOutcome.Unscored(
            ChipIndex.of(Jobs.ZONE, -1, 2),
            List.of("m_one"),
            UnscoredReason.UNREADABLE,
            "m_one: it is cut short.");
    try (JobJournal journal = JobJournal.create(file, Jobs.header())) {
      journal.append(broken);
      ChipRecord record = journal.chip(-1, 2).orElseThrow();
      assertEquals(broken, record.outcome());
      assertEquals(Optional.empty(), record.service());
      assertEquals("m_one", record.imagery().get(0).id());
    }
  }

  @Test
  void everyRowIsHandedOverOnce() throws InterruptedException {
    Map<ChipIndex, ChipOutcome> expected = new HashMap<>();
    try (JobJournal journal = JobJournal.create(file, Jobs.header())) {
      for (int i = 0; i < 3000; i++) {
        ChipOutcome outcome =
            i % 7 == 0
                ? Jobs.unscored(i / 50, i % 50, UnscoredReason.values()[i % 5])
                : Jobs.scored(i / 50, i % 50);
        expected.put(outcome.index(), outcome);
        journal.append(outcome);
      }
      journal.forEach(
          outcome -> {
            ChipOutcome was = expected.remove(outcome.index());
            if (was instanceof ChipOutcome.Scored scored) {
              assertEquals(scored.scores().best(), scores(outcome).best());
              assertEquals(scored.scores().confidence(), scores(outcome).confidence());
              assertArrayEquals(scored.scores().toArray(), scores(outcome).toArray());
            } else {
              assertEquals(was, outcome);
            }
          });
      assertEquals(Map.of(), expected);
    }
  }
}
