package org.coverscape.app.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.Inspection;
import org.coverscape.app.model.ReadingModel;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.picture.Picture;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One chip, looked at closely: the pixels the network saw, its scores, where they came from. */
final class ChipCard extends VBox {
  private final Label title = Controls.label("", "panel-title");
  private final ImageView pixels = new ImageView();
  private final Label missing =
      Controls.paragraph("The imagery of this chip is not in the project any more.", "muted");
  private final GridPane scores = new GridPane();
  private final GridPane details = new GridPane();

  ChipCard(ReadingModel reading) {
    setId("chip-card");
    getStyleClass().addAll("panel", "card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    title.setId("chip-title");
    pixels.setId("chip-pixels");
    scores.setId("chip-scores");
    scores.setHgap(8);
    scores.setVgap(2);
    details.setHgap(8);
    details.setVgap(2);
    HBox head =
        new HBox(
            title,
            Controls.spacer(),
            Controls.iconButton(Material2OutlinedAL.CLOSE, "Close (Esc)", reading::close));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, pixels, missing, scores, details);
    reading.inspectionProperty().addListener((o, was, is) -> show(is));
    Controls.shown(this, false);
  }

  private void show(@Nullable Inspection chip) {
    Controls.shown(this, chip != null);
    if (chip == null) {
      return;
    }
    title.setText(chip.title());
    chip.pixels().ifPresent(picture -> pixels.setImage(image(picture)));
    Controls.shown(pixels, chip.pixels().isPresent());
    Controls.shown(missing, chip.pixels().isEmpty());
    scores.getChildren().clear();
    chip.scores().ifPresent(this::showScores);
    details.getChildren().clear();
    int line = 0;
    for (Inspection.Detail detail : chip.details()) {
      Label value = Controls.paragraph(detail.value(), "small", "number");
      value.setMaxWidth(210);
      details.addRow(line++, Controls.label(detail.name(), "muted", "small"), value);
    }
  }

  private static WritableImage image(Picture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.argb(),
            0,
            picture.width());
    return image;
  }

  private void showScores(ClassScores answer) {
    int line = 0;
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      score(line++, landCover.label(), answer.of(landCover));
    }
    score(line, "none of the six", answer.none());
  }

  private void score(int line, String name, double probability) {
    ProgressBar bar = new ProgressBar(probability);
    bar.getStyleClass().add("score-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow((Node) bar, Priority.ALWAYS);
    String text = String.format(java.util.Locale.ROOT, "%.3f", probability);
    scores.addRow(
        line, Controls.label(name, "small"), bar, Controls.label(text, "number", "small"));
  }
}
