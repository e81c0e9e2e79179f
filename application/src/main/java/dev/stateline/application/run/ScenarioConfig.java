package dev.stateline.application.run;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a simulation's {@code config} says: which scenario it is, and its parameters in full, so
 * that a resumed run opens exactly the scenario that was begun.
 *
 * @param version of the parameters' shape; the first one is not written
 */
record ScenarioConfig(String scenario, Document parameters, int version) {

  Document document() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(parameters.size() + 64);
    write(out, "{\"parameters\":");
    out.writeBytes(parameters.bytes());
    if (version > 1) {
      write(out, ",\"parameters_version\":" + version);
    }
    write(out, ",\"scenario\":" + JsonText.quote(scenario) + "}");
    return Document.ofTrusted(out.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws InvalidInputException if the simulation's config names no scenario
   */
  static ScenarioConfig of(Simulation simulation, DocumentTools documents) {
    Document scenario =
        documents.select(simulation.config(), "/scenario").orElseThrow(() -> foreign(simulation));
    Document parameters =
        documents.select(simulation.config(), "/parameters").orElseThrow(() -> foreign(simulation));
    int version =
        documents
            .select(simulation.config(), "/parameters_version")
            .map(number -> Integer.parseInt(number.text()))
            .orElse(1);
    return new ScenarioConfig(unquote(scenario.text()), parameters, version);
  }

  private static InvalidInputException foreign(Simulation simulation) {
    return new InvalidInputException(
        ErrorCode.INVALID_VALUE,
        "simulation '"
            + simulation.name()
            + "' was not made by a scenario (its config names none), so only the program that"
            + " made it can run it on",
        ErrorDetails.of(ErrorField.SIMULATION, simulation.name()),
        null);
  }

  /** Scenario names are letters, digits and hyphens: nothing in them is escaped. */
  private static String unquote(String json) {
    return json.replace("\"", "");
  }
}
