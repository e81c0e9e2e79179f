package dev.stateline.application.run;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * What a simulation's {@code config} says: which scenario it is, and its parameters in full, so
 * that a resumed run opens exactly the scenario that was begun.
 */
record ScenarioConfig(String scenario, Document parameters) {

  Document document() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(parameters.size() + 64);
    out.writeBytes("{\"parameters\":".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(parameters.bytes());
    out.writeBytes(
        (",\"scenario\":" + JsonText.quote(scenario) + "}").getBytes(StandardCharsets.UTF_8));
    return Document.ofCanonical(out.toByteArray());
  }

  static ScenarioConfig of(Simulation simulation, DocumentTools documents) {
    Supplier<InvalidInputException> foreign =
        () ->
            new InvalidInputException(
                ErrorCode.INVALID_VALUE,
                "simulation '"
                    + simulation.name()
                    + "' was not made by a scenario (its config names none), so only the program that"
                    + " made it can run it on");
    Document scenario = documents.select(simulation.config(), "/scenario").orElseThrow(foreign);
    Document parameters = documents.select(simulation.config(), "/parameters").orElseThrow(foreign);
    return new ScenarioConfig(unquote(scenario.text()), parameters);
  }

  /** Scenario names are letters, digits and hyphens: nothing in them is escaped. */
  private static String unquote(String json) {
    return json.replace("\"", "");
  }
}
