package org.coverscape.engine.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceYearTest {
  @ParameterizedTest
  @CsvSource({
    "NLCD_2019_Land_Cover_L48_20210604.tif, '', 2019",
    "Annual_NLCD_LndCov_2023_CU_C1V0.tif, '', 2023",
    "nlcd_western_ma.tif, 'NLCD 2011 Land Cover', 2011",
    "nlcd_western_ma.tif, '', unknown",
    "map_20190604.tif, '', unknown",
    "n1234_5678.tif, '', unknown"
  })
  void theNameSaysThenTheDescription(String name, String description, String year) {
    Path file = Path.of("2001", name);
    assertEquals(
        year, ReferenceYear.of(file, Optional.of(description).filter(text -> !text.isEmpty())));
  }
}
