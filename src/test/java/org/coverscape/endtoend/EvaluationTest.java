package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code evaluate} on real labelled images, beside what the recipe's own code makes of the same
 * files with the same network: reading, averaging to 1 m, fitting and scoring are all in between.
 */
class EvaluationTest {
  private static final String SIX = "barren,cultivated,developed,forested,herbaceous,shrub";

  /** Files of 0.6 m that do not say so: the recipe knows, and the program is not told. */
  private static final String UNTOLD = "tile2vec";

  private static final double CLOSE_CALL = 0.02;

  @TempDir static Path folder;
  private static RunningService service;

  @BeforeAll
  static void findDataAndStartService() throws IOException {
    assumeTrue(
        Files.isDirectory(Coverscape.data("training")),
        "the real imagery (../shared/data) is absent");
    service = RunningService.start();
  }

  @AfterAll
  static void stopService() {
    if (service != null) {
      service.close();
    }
  }

  /** An image's answer and its six scores. */
  private record Answer(String truth, String named, float[] scores) {
    /** The class of the greatest of the scores and what they leave over. */
    private static String name(float... scores) {
      int best = 0;
      float sum = 0;
      for (int i = 0; i < scores.length; i++) {
        sum += scores[i];
        best = scores[i] > scores[best] ? i : best;
      }
      return 1 - sum > scores[best] ? "unclassified" : SIX.split(",")[best];
    }

    /** How much the greatest of the seven is ahead of the next. */
    private static double margin(float... scores) {
      float[] seven = Arrays.copyOf(scores, 7);
      seven[6] = 1;
      for (float score : scores) {
        seven[6] -= score;
      }
      Arrays.sort(seven);
      return seven[6] - seven[5];
    }
  }

  private static Map<String, Answer> evaluate(String folderOfData, List<String> options)
      throws IOException {
    Path answers = folder.resolve(folderOfData.replace('/', '-') + ".csv");
    List<String> command = new ArrayList<>(List.of("evaluate", "--json", "--images"));
    command.add(Coverscape.data(folderOfData).toString());
    command.addAll(options);
    command.addAll(List.of("--answers", answers.toString(), "--services", service.endpoint()));
    Coverscape.Result result = Coverscape.run(command.toArray(String[]::new));
    assertEquals(0, result.exit(), result.err());
    Map<String, Answer> found = new HashMap<>();
    List<String> rows = Files.readAllLines(answers);
    assertEquals("file,truth,answer,confidence," + SIX, rows.get(0));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      String path = cells[0].replace("\"", "").replace('\\', '/');
      found.put(
          path.substring(path.indexOf(folderOfData)),
          new Answer(cells[1], cells[2], scores(cells, 4)));
    }
    Summary summary = Summary.parse(result.out());
    assertEquals(found.size(), summary.json().path("images").asInt());
    assertEquals(7, summary.json().path("confusion").path(0).size());
    long right = found.values().stream().filter(a -> a.truth().equals(a.named())).count();
    assertEquals(summary.json().path("accuracy").asDouble(), (double) right / found.size(), 1e-9);
    return found;
  }

  private static float[] scores(String[] row, int from) {
    float[] scores = new float[6];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Float.parseFloat(row[from + i]);
    }
    return scores;
  }

  /** The recipe's scores of whole files. */
  private static Map<String, float[]> recipe() throws IOException {
    Map<String, float[]> known = new HashMap<>();
    List<String> lines = Files.readAllLines(Coverscape.root().resolve("recipe/answers.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",");
      if (row[1].isEmpty() && !row[0].contains(UNTOLD)) {
        known.put(row[0], scores(row, 3));
      }
    }
    return known;
  }

  @Test
  void chipsOfNaipAreScoredAsByTheRecipe() throws IOException {
    Map<String, Answer> found = evaluate("training/naip_chips", List.of());
    assertEquals(65, found.size());
    long right = found.values().stream().filter(a -> a.truth().equals(a.named())).count();
    assertTrue(right > 0.85 * 65, right + " of 65 are right, of which most were trained on");
    Map<String, float[]> recipe = recipe();
    found.keySet().retainAll(recipe.keySet());
    assertTrue(found.size() >= 50, found.size() + " files are in both");
    found.forEach(
        (path, answer) ->
            assertArrayEquals(
                Objects.requireNonNull(recipe.get(path)), answer.scores(), 0.005f, path));
  }

  @Test
  void imagesOfUcMercedAreNamedAsByTheRecipe() throws IOException {
    Path classes = folder.resolve("ucmerced-classes.csv");
    Files.writeString(
        classes,
        "folder,class\nagricultural,cultivated\nforest,forested\nchaparral,shrub\n"
            + "beach,ignore\nharbor,ignore\nriver,ignore\n"
            + String.join(
                "",
                List.of(
                    "airplane,developed\nbaseballdiamond,developed\nbuildings,developed\n",
                    "denseresidential,developed\nfreeway,developed\ngolfcourse,developed\n",
                    "intersection,developed\nmediumresidential,developed\n",
                    "mobilehomepark,developed\noverpass,developed\nparkinglot,developed\n",
                    "runway,developed\nsparseresidential,developed\nstoragetanks,developed\n",
                    "tenniscourt,developed\n")));
    Map<String, Answer> found =
        evaluate("training/ucmerced", List.of("--gsd", "0.3", "--classes", classes.toString()));
    Map<String, float[]> recipe = recipe();
    found.keySet().retainAll(recipe.keySet());
    assertEquals(1440, found.size());
    List<String> otherwise = new ArrayList<>();
    found.forEach(
        (path, answer) -> {
          float[] same = Objects.requireNonNull(recipe.get(path));
          if (!answer.named().equals(Answer.name(same))) {
            otherwise.add(path);
            assertTrue(
                Answer.margin(same) < CLOSE_CALL && Answer.margin(answer.scores()) < CLOSE_CALL,
                path + " is no close call");
          }
        });
    assertTrue(otherwise.size() <= 0.005 * found.size(), otherwise.toString());
  }
}
