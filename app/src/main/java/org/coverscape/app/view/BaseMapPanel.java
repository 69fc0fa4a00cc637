package org.coverscape.app.view;

import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.SettingsModel;

/** Names a base map from the web, which is off until it is asked for. */
final class BaseMapPanel extends VBox {
  private BiConsumer<String, String> onShow = (address, credit) -> {};

  BaseMapPanel(SettingsModel settings) {
    getStyleClass().add("panel");
    TextField address = new TextField(settings.get().baseMap());
    address.setId("base-map-address");
    address.setPrefColumnCount(36);
    TextField credit = new TextField(settings.get().baseMapCredit());
    Label problem = Controls.paragraph("", "problem");
    Controls.shown(problem, false);
    getChildren()
        .addAll(
            Controls.label("Base map", "panel-title"),
            Controls.paragraph(
                "Tiles from the web, under the imagery. The address holds {z}, {x} and {y}.",
                "muted"),
            address,
            Controls.label("Credit, shown on the map", "muted"),
            credit,
            problem,
            Controls.button(
                "Show",
                () -> {
                  String text = address.getText().strip();
                  boolean usable =
                      text.matches("https?://.*")
                          && text.contains("{z}")
                          && text.contains("{x}")
                          && text.contains("{y}");
                  problem.setText("The address begins with http and holds {z}, {x} and {y}.");
                  Controls.shown(problem, !usable);
                  if (usable) {
                    settings.change(s -> s.withBaseMap(text, credit.getText().strip()));
                    onShow.accept(text, credit.getText().strip());
                  }
                },
                "accent"));
  }

  /** Takes the address and the credit of the base map that the user wants. */
  void setOnShow(BiConsumer<String, String> action) {
    onShow = action;
  }
}
