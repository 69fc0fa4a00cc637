package org.coverscape.service.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadyLineTest {
  @Test
  void isReadAsItIsWritten() {
    ReadyLine line = new ReadyLine(8500, "coverscape-landcover:1");
    assertEquals(
        "coverscape-service ready port=8500 model=coverscape-landcover:1", line.toString());
    assertEquals(Optional.of(line), ReadyLine.parse(line + "\r"));
  }

  @Test
  void otherLinesAreNot() {
    assertTrue(ReadyLine.parse("").isEmpty());
    assertTrue(ReadyLine.parse("coverscape-service ready port=x model=a:1").isEmpty());
    assertTrue(ReadyLine.parse("WARNING: coverscape-service ready port=1 model=a:1").isEmpty());
  }
}
