package org.coverscape.service.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FpgaBackendTest {
  @Test
  void aSerialDeviceWorksOnOneImageAfterTheOther() {
    Lab lab = new Lab("rate=100,prepare=0ms");
    lab.call(1);
    lab.call(1);
    lab.call(2);
    lab.timer.advance(9.9);
    assertEquals(List.of(), lab.notes());
    lab.timer.advance(50);
    assertEquals(List.of("0@10", "1@20", "2@40"), lab.notes());
    lab.call(1); // idle since 40 ms: its time is not saved up
    lab.timer.advance(50);
    assertEquals(List.of("3@69.9"), lab.notes());
  }

  @Test
  void lateWakeUpsDoNotAddUp() {
    Lab lab = new Lab("rate=100,prepare=0ms");
    for (int i = 0; i < 5; i++) {
      lab.call(1);
    }
    lab.timer.jump(13);
    lab.timer.jump(13);
    assertEquals(List.of("0@13", "1@26"), lab.notes());
    lab.timer.advance(24);
    assertEquals(List.of("2@30", "3@40", "4@50"), lab.notes());
  }

  @Test
  void preparationRunsBesideTheDevice() {
    Lab lab = new Lab("rate=100,prepare=6ms");
    lab.call(1);
    lab.call(1);
    lab.timer.advance(40);
    assertEquals(List.of("0@16", "1@26"), lab.notes());
  }

  @Test
  void preparationHasAsManyLanesAsAreGiven() {
    Lab lab = new Lab("rate=1000,prepare=6ms:2");
    for (int i = 0; i < 5; i++) {
      lab.call(1);
    }
    lab.timer.advance(40);
    assertEquals(List.of("0@7", "1@8", "2@13", "3@14", "4@19"), lab.notes());
  }

  @Test
  void aFullQueueRefusesAtOnceAndLaterTakesAgain() {
    Lab lab = new Lab("rate=100,prepare=0ms,queue=3");
    lab.call(2);
    lab.call(2);
    lab.call(1);
    lab.call(1);
    assertEquals(List.of("1@0 full", "3@0 full"), lab.notes());
    lab.timer.advance(10); // one of the three is done
    lab.call(1);
    lab.call(1);
    assertEquals(List.of("5@10 full"), lab.notes());
    lab.timer.advance(100);
    assertEquals(List.of("0@20", "2@30", "4@40"), lab.notes());
  }

  @Test
  void latencyIsAddedToAnswersAndRefusalsAlike() {
    Lab lab = new Lab("rate=100,prepare=0ms,latency=50ms,queue=1");
    lab.call(1);
    lab.call(1);
    lab.timer.advance(100);
    assertEquals(List.of("1@50 full", "0@60"), lab.notes());
  }

  @Test
  void behindLatencyTheQueueIsJudgedWhenTheCallArrives() {
    Lab lab = new Lab("rate=100,prepare=0ms,latency=50ms,queue=1");
    lab.call(1); // there at 25 ms, done at 35
    lab.timer.advance(10);
    lab.call(1); // there at 35 ms
    lab.timer.advance(100);
    assertEquals(List.of("0@60", "1@70"), lab.notes());
  }

  @Test
  void aDeviceWithoutTimeAnswersAtOnce() {
    Lab lab = new Lab("rate=max");
    lab.call(3);
    assertEquals(List.of("0@0"), lab.notes());
  }

  @Test
  void itGetsSlowerAfterSoManyImages() {
    Lab lab = new Lab("rate=100,prepare=0ms,slow=2:3");
    for (int i = 0; i < 4; i++) {
      lab.call(1);
    }
    lab.timer.advance(200);
    assertEquals(List.of("0@10", "1@20", "2@50", "3@80"), lab.notes());
  }

  @Test
  void itStallsAndGoesOn() {
    Lab lab = new Lab("rate=100,prepare=0ms,stall=1:5s");
    lab.call(1);
    lab.call(1);
    lab.timer.advance(20_000);
    assertEquals(List.of("0@5010", "1@10020"), lab.notes());
  }

  @Test
  void errorsOfEachKindComeInTheirShare() {
    Lab lab = new Lab("rate=max,errors=0.3");
    for (int i = 0; i < 3000; i++) {
      lab.call(1);
    }
    List<String> notes = lab.notes();
    assertEquals(3000, notes.size());
    for (String kind : List.of("UNAVAILABLE", "INTERNAL", "UNKNOWN")) {
      long count = notes.stream().filter(note -> note.endsWith(" " + kind)).count();
      assertTrue(Math.abs(count - 300) < 70, kind + " " + count);
    }
  }

  @Test
  void aBatchWaitsForMoreAndIsDoneAtOnce() {
    Lab lab = new Lab("batch=4:10ms:1ms:5ms");
    lab.call(1);
    lab.timer.advance(2);
    lab.call(1); // joins the first, which waits until 5 ms
    lab.timer.advance(8);
    lab.call(1); // the device is busy until 17 ms
    lab.timer.advance(40);
    assertEquals(List.of("0@17", "1@17", "2@28"), lab.notes());
  }

  @Test
  void aFullBatchDoesNotWait() {
    Lab lab = new Lab("batch=4:10ms:1ms:5ms");
    for (int i = 0; i < 9; i++) {
      lab.call(1);
    }
    lab.timer.advance(100);
    assertEquals(
        List.of("0@14", "1@14", "2@14", "3@14", "4@28", "5@28", "6@28", "7@28", "8@39"),
        lab.notes());
  }

  @Test
  void callsOfAllSizesShareBatches() {
    Lab lab = new Lab("batch=4:10ms:1ms:5ms");
    lab.call(3);
    lab.call(3);
    lab.timer.advance(100);
    assertEquals(List.of("0@14", "1@26"), lab.notes());
  }

  @Test
  void aBatchingDeviceCountsWhatWaitsAsHeld() {
    Lab lab = new Lab("batch=4:10ms:1ms:5ms,queue=3");
    lab.call(2);
    lab.call(2);
    lab.call(1);
    assertEquals(List.of("1@0 full"), lab.notes());
    lab.timer.advance(100);
    assertEquals(List.of("0@18", "2@18"), lab.notes());
  }

  @Test
  void theSameSeedDrawsTheSameTimes() {
    String settings = "rate=381,jitter=0.4,errors=0.1,stall=0.05:20ms";
    List<String> first = closedLoop(settings + ",seed=7");
    assertEquals(first, closedLoop(settings + ",seed=7"));
    assertTrue(!first.equals(closedLoop(settings + ",seed=8")), "another seed, other times");
  }

  private static List<String> closedLoop(String settings) {
    Lab lab = new Lab(settings);
    for (int i = 0; i < 200; i++) {
      lab.call(1);
      lab.timer.advance(2.5);
    }
    lab.timer.advance(10_000);
    return lab.notes();
  }

  @Test
  void jitterKeepsTheRate() {
    DeviceTime time = new DeviceTime(FpgaSyntax.parse("rate=381,jitter=0.5"));
    int count = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double millis = time.next(1) / 1e6;
      assertTrue(millis > 0);
      sum += millis;
      squares += millis * millis;
    }
    double mean = sum / count;
    double deviation = Math.sqrt(squares / count - mean * mean);
    assertEquals(1000.0 / 381, mean, 0.02);
    assertEquals(0.5 * mean, deviation, 0.05 * mean);
  }

  @Test
  void aSaturatedDeviceKeepsItsRateExactly() {
    Lab lab = new Lab("rate=381,queue=2000");
    for (int i = 0; i < 1000; i++) {
      lab.call(1);
    }
    lab.timer.advance(2.6 + 999 * 1000.0 / 381 + 0.001);
    assertEquals(999, lab.notes().size());
    lab.timer.advance(2.7);
    assertEquals(1, lab.notes().size());
  }

  @Test
  void givenManyImagesAtOnceNoAnswerIsMixedUp() {
    Lab lab = new Lab("batch=8:3ms:1ms,jitter=1,queue=5000,prepare=4ms:3");
    for (int i = 0; i < 300; i++) {
      lab.call(1 + i % 5);
      lab.timer.advance(i % 3);
    }
    lab.timer.advance(60_000);
    List<String> notes = lab.notes();
    assertEquals(300, notes.size());
    assertEquals(
        Collections.emptyList(), notes.stream().filter(note -> note.contains(" ")).toList());
  }

  @Test
  void aDeviceThatTakesForEverNeverAnswers() {
    Lab lab = new Lab("rate=100,prepare=0ms,slow=0:1e18");
    lab.call(1);
    lab.call(1);
    lab.call(1);
    lab.timer.advance(1000);
    assertEquals(List.of(), lab.notes());
  }
}
