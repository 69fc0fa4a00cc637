package org.coverscape.app.view;

import javafx.scene.layout.VBox;
import org.coverscape.engine.about.ProgramVersion;

/** What this program is. */
final class AboutPanel extends VBox {
  AboutPanel() {
    getStyleClass().add("panel");
    setMaxWidth(320);
    getChildren()
        .addAll(
            Controls.label("Coverscape " + ProgramVersion.get(), "panel-title"),
            Controls.paragraph(
                "Land-cover maps from aerial imagery, scored by inference services. Apache License"
                    + " 2.0."),
            Controls.paragraph(
                "State outlines: US Census Bureau, public domain. Icons: Material Design. Type:"
                    + " Roboto.",
                "muted"));
  }
}
