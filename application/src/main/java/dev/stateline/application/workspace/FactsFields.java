package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.Origins;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.port.DocumentTools;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of a run's facts that front ends give out. */
public final class FactsFields {

  private FactsFields() {}

  /**
   * @param workspace asked by {@code status}, {@code writer_alive} and what is about the parent,
   *     when these are read
   */
  public static List<Field<SimulationFacts>> of(Workspace workspace) {
    Stateline stateline = workspace.stateline();
    SimulationCatalog catalog = stateline.simulations();
    Origins origins = stateline.branches().origins();
    DocumentTools documents = workspace.documents();
    return List.of(
        new Field<>("name", f -> f.simulation().name()),
        new Field<>("id", f -> f.simulation().id()),
        new Field<>("status", f -> catalog.standing(f.simulation())),
        new Field<>("status_reason", f -> f.simulation().statusReason()),
        new Field<>("head_turn", f -> f.simulation().head().turn().value()),
        new Field<>("target_turn", f -> f.simulation().targetTurn().map(t -> t.value())),
        new Field<>("created_at", f -> f.simulation().createdAt()),
        new Field<>("last_turn_at", SimulationFacts::lastTurnAt),
        new Field<>("scenario", f -> select(documents, f, "/scenario").map(FactsFields::unquoted)),
        new Field<>("parameters", f -> select(documents, f, "/parameters")),
        new Field<>("seed", f -> f.simulation().seed()),
        new Field<>("engines", f -> array(f.engines().stream().map(FactsFields::json))),
        new Field<>("checkpoints", f -> array(f.checkpoints().stream().map(FactsFields::json))),
        new Field<>("interventions", f -> array(f.interventions().stream().map(FactsFields::json))),
        new Field<>("parent_id", f -> origins.of(f.simulation().id()).map(o -> o.simulation())),
        new Field<>(
            "parent_name",
            f -> origins.of(f.simulation().id()).map(o -> catalog.nameOf(o.simulation()))),
        new Field<>("branch_turn", f -> origins.of(f.simulation().id()).map(o -> o.turn().value())),
        new Field<>("document_size", SimulationFacts::documentBytes),
        new Field<>("stored_size", SimulationFacts::storedBytes),
        new Field<>("processing_time_ms", f -> f.processingTime().toMillis()),
        new Field<>("writer", f -> f.simulation().writer()),
        new Field<>("writer_alive", f -> catalog.hasLivingWriter(f.simulation().id())),
        new Field<>("writer_epoch", f -> f.simulation().epoch().value()),
        new Field<>("chain_hash", f -> f.simulation().head().chainHash()),
        new Field<>("provenance_hash", f -> f.simulation().head().provenanceHash()),
        new Field<>("metadata", f -> f.simulation().metadata()));
  }

  /** A simulation that no scenario made has a config of its program's own. */
  private static Optional<Document> select(
      DocumentTools documents, SimulationFacts facts, String pointer) {
    return documents.select(facts.simulation().config(), pointer);
  }

  /** Scenario names are letters, digits and hyphens: nothing in them is escaped. */
  private static String unquoted(Document text) {
    return text.text().replace("\"", "");
  }

  private static String json(SimulationFacts.Stretch stretch) {
    // In the order of a canonical document.
    return "{\"configuration_hash\":"
        + JsonText.quote(stretch.provenance().configurationHash().hex())
        + ",\"engine_name\":"
        + JsonText.quote(stretch.provenance().engineName())
        + ",\"engine_version\":"
        + JsonText.quote(stretch.provenance().engineVersion())
        + ",\"from_turn\":"
        + stretch.from()
        + ",\"seed\":"
        + stretch.provenance().seed()
        + ",\"to_turn\":"
        + stretch.to()
        + "}";
  }

  private static String json(SimulationFacts.Change change) {
    return "{\"author\":"
        + JsonText.quote(change.intervention().author())
        + ",\"patch\":"
        + change.intervention().patch().text()
        + ",\"reason\":"
        + JsonText.quote(change.intervention().reason())
        + ",\"turn_number\":"
        + change.turn()
        + "}";
  }

  private static String json(Checkpoint checkpoint) {
    return "{\"kind\":"
        + JsonText.quote(checkpoint.kind().name().toLowerCase(Locale.ROOT))
        + ",\"name\":"
        + JsonText.quote(checkpoint.name().value())
        + ",\"turn_number\":"
        + checkpoint.state().turn()
        + "}";
  }

  private static Document array(Stream<String> elements) {
    return Document.ofCanonical(
        elements.collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8));
  }
}
