package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;

class JobHeaderTest {
  private final JobHeader made = Jobs.header();

  private static void assertRefused(Optional<String> refusal, String part) {
    assertTrue(refusal.isPresent());
    assertTrue(refusal.get().contains(part), refusal.get());
    assertTrue(refusal.get().endsWith("."), refusal.get());
  }

  private JobHeader with(Region region, ChipGrid grid, List<JobImage> imagery, boolean anyGsd) {
    return new JobHeader(
        region, grid, made.model(), imagery, made.year(), anyGsd, "9.9", Instant.EPOCH);
  }

  @Test
  void anotherDayVersionFolderOrOrderIsTheSameJob() {
    JobImage moved = new JobImage(made.imagery().get(0).source(), "1-1", "/elsewhere/m.tif");
    JobHeader now = with(made.region(), made.grid(), List.of(made.imagery().get(1), moved), false);
    assertEquals(Optional.empty(), made.differsFrom(now));
  }

  @Test
  void namesWhatIsDifferent() {
    assertEquals(
        Optional.of(
            "The job was made with another model (coverscape-landcover:1, now b:2); use a new"
                + " output folder or the same model."),
        made.differsFrom(Jobs.header("b:2", made.year())));
    assertRefused(made.differsFrom(Jobs.header(made.model(), OptionalInt.empty())), "newest");
    Region other = Region.ofDegrees(-117.1, 33.0, -117.05, 33.06);
    assertRefused(
        made.differsFrom(with(other, made.grid(), made.imagery(), false)), "another region");
    ChipGrid fine = new ChipGrid(Jobs.ZONE, 1, 56);
    assertRefused(made.differsFrom(with(made.region(), fine, made.imagery(), false)), "stride 56");
    assertRefused(
        made.differsFrom(with(made.region(), made.grid(), made.imagery(), true)), "coarse");
  }

  @Test
  void namesTheImageThatIsDifferent() {
    List<JobImage> fewer = made.imagery().subList(0, 1);
    assertRefused(
        made.differsFrom(with(made.region(), made.grid(), fewer, false)), "(m_\"two\" was added");
    List<JobImage> changed = List.of(Jobs.image("m_one", "1-9"), made.imagery().get(1));
    assertRefused(made.differsFrom(with(made.region(), made.grid(), changed, false)), "(m_one was");
    assertRefused(
        made.differsFrom(with(made.region(), made.grid(), List.of(), false)), "other imagery");
  }
}
