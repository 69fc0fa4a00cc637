package org.coverscape.app.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.coverscape.app.model.ServiceRow;
import org.coverscape.app.model.ServicesModel;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The services: how each does, and naming, asking and removing them. */
final class ServicesPanel extends VBox {
  private final ServicesModel services;
  private final VBox lines = new VBox(8);
  private final Map<ServiceRow, Node> shown = new HashMap<>();
  private final TextField address = new TextField();
  private final Label problem = Controls.paragraph("", "problem");

  ServicesPanel(ServicesModel services) {
    this.services = services;
    setId("services-panel");
    getStyleClass().add("panel");
    address.setId("service-address");
    address.setPromptText("host:port, such as fpga-1:8500");
    address.setOnAction(event -> add());
    HBox.setHgrow(address, Priority.ALWAYS);
    Button add = Controls.button("Add", this::add);
    add.setId("service-add");
    problem.setId("service-problem");
    Controls.shown(problem, false);
    getChildren()
        .addAll(
            Controls.label("Scoring services", "panel-title"),
            lines,
            new HBox(8, address, add),
            problem,
            Controls.paragraph(
                "The built-in service scores while no other one is listed.", "muted"));
    services.rows().addListener((javafx.beans.InvalidationListener) change -> show());
    show();
  }

  private void add() {
    Optional<String> refusal = services.add(address.getText());
    problem.setText(refusal.orElse(""));
    Controls.shown(problem, refusal.isPresent());
    if (refusal.isEmpty()) {
      address.clear();
    }
  }

  private void show() {
    shown.keySet().retainAll(services.rows());
    lines
        .getChildren()
        .setAll(
            services.rows().stream().map(row -> shown.computeIfAbsent(row, this::line)).toList());
  }

  private Node line(ServiceRow row) {
    Circle light = new Circle(5);
    Label sentence = Controls.paragraph("", "muted");
    sentence.setMaxWidth(300);
    HealthLight.bind(light, row.healthProperty());
    row.healthProperty().addListener((o, was, is) -> sentence.setText(is.sentence()));
    sentence.setText(row.healthProperty().get().sentence());
    Button test =
        Controls.iconButton(
            Material2OutlinedMZ.REFRESH, "Ask whether it answers", () -> services.check(row));
    HBox head = new HBox(8, light, Controls.label(row.name(), "strong"), Controls.spacer(), test);
    if (!row.isEmbedded()) {
      head.getChildren()
          .add(
              Controls.iconButton(
                  Material2OutlinedAL.DELETE,
                  "Take this service off the list",
                  () -> services.remove(row)));
    }
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return new VBox(2, head, sentence, numbers(row));
  }

  private static GridPane numbers(ServiceRow row) {
    GridPane grid = new GridPane();
    grid.setHgap(12);
    grid.addRow(0, number("Rate", row.rateProperty()), number("In flight", row.inFlightProperty()));
    grid.addRow(
        1, number("Retries", row.retriesProperty()), number("Failures", row.failuresProperty()));
    grid.add(number("Latency", row.latencyProperty()), 0, 2, 2, 1);
    grid.add(number("Model", row.modelProperty()), 0, 3, 2, 1);
    return grid;
  }

  private static Node number(String name, ReadOnlyStringProperty value) {
    Label label = Controls.label("", "number", "small");
    label.textProperty().bind(value.map(text -> text.isEmpty() ? "–" : text));
    HBox pair = new HBox(4, Controls.label(name, "muted", "small"), label);
    pair.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    pair.setMinWidth(150);
    return pair;
  }
}
