package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.Origin;
import dev.stateline.application.branch.Origins;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;
import java.util.Optional;

/** The members of a simulation that front ends give out. */
public final class SimulationFields {

  private SimulationFields() {}

  /**
   * @param stateline asked by {@code status}, {@code parent_id} and {@code branch_turn}, when these
   *     are read
   */
  public static List<Field<ListedSimulation>> of(Stateline stateline) {
    SimulationCatalog catalog = stateline.simulations();
    Origins origins = stateline.branches().origins();
    return List.of(
        new Field<>("name", s -> s.name()),
        new Field<>("status", s -> status(s, catalog)),
        new Field<>("head_turn", s -> s.readable().map(r -> r.head().turn().value())),
        new Field<>("target_turn", s -> sound(s).flatMap(r -> r.targetTurn()).map(t -> t.value())),
        new Field<>("created_at", s -> sound(s).map(r -> r.createdAt())),
        new Field<>("id", s -> s.id()),
        new Field<>("status_reason", SimulationFields::reason),
        new Field<>("writer", s -> sound(s).flatMap(r -> r.writer())),
        new Field<>("chain_hash", s -> s.readable().map(r -> r.head().chainHash())),
        new Field<>("metadata", s -> sound(s).map(r -> r.metadata())),
        new Field<>("parent_id", s -> origin(origins, s).map(o -> o.simulation())),
        new Field<>("branch_turn", s -> origin(origins, s).map(o -> o.turn().value())));
  }

  /** {@code damaged}, or how it stands. */
  public static String status(ListedSimulation listed, SimulationCatalog catalog) {
    return sound(listed).map(catalog::standing).orElse("damaged");
  }

  private static Optional<String> reason(ListedSimulation listed) {
    return listed
        .defect()
        .map(defect -> defect.column() + ": " + defect.problem())
        .or(() -> sound(listed).flatMap(Simulation::statusReason));
  }

  /** Of a damaged one, no value but its turns is to be relied on. */
  private static Optional<Simulation> sound(ListedSimulation listed) {
    return listed.defect().isPresent() ? Optional.empty() : listed.readable();
  }

  private static Optional<Origin> origin(Origins origins, ListedSimulation listed) {
    return sound(listed).flatMap(s -> origins.of(s.id()));
  }
}
