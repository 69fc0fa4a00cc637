package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot be used are said in plain sentences. */
class ParameterFaultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score --imagery s3://naip/a.tif|The value of --imagery cannot be used: s3://naip/a.tif"
            + " cannot be read; name it by its https address, or copy the file here first. Try"
            + " 'coverscape score --help'.",
        "index s3://naip/a.tif|s3://naip/a.tif cannot be read; name it by its https address, or copy"
            + " the file here first. Try 'coverscape index --help'.",
        "index a.tif s3://naip/a.tif|'s3://naip/a.tif' cannot be used here; check how it is spelt."
            + " Try 'coverscape index --help'.",
        "serve --count many|The value of --count cannot be used: 'many' is not a whole number. Try"
            + " 'coverscape serve --help'.",
      })
  void oneSentenceWithoutJargon(String line, String sentence) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertEquals(ExitCode.REFUSED, Main.run(new Console(to, to, false), line.split(" ")));
    assertEquals("coverscape: " + sentence, err.toString(StandardCharsets.UTF_8).strip());
  }
}
