package dev.stateline.application.workspace;

import dev.stateline.application.branch.InitialInterventions;
import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.history.TurnReference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document of a turn, or one value of it, as it is shown to people.
 *
 * @param state the state at the end of the turn
 * @param part which document of the turn it is
 * @param pointer a JSON Pointer (RFC 6901) to the value; empty for the whole document
 * @param document what is shown
 */
public record ShownDocument(
    Simulation simulation, State state, Part part, Optional<String> pointer, Document document) {

  /** Which document of a turn. */
  public enum Part {
    /** The state at the end of the turn. */
    STATE("state_data"),
    /** What was done in the turn. */
    ACTIONS("actions"),
    /** What came of it. */
    OUTCOMES("outcomes");

    private final String column;

    Part(String column) {
      this.column = column;
    }

    /** The database's column. */
    public String column() {
      return column;
    }
  }

  public ShownDocument {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(document, "document");
  }

  /**
   * Reads a document of a turn.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND; CHECKPOINT_NOT_FOUND; TURN_OUT_OF_RANGE, also
   *     for what was done in turn 0 if nobody changed it; PATH_NOT_FOUND; STATE_PRUNED
   */
  public static ShownDocument read(
      Workspace workspace, TurnReference reference, Part part, Optional<String> pointer) {
    Simulation simulation = workspace.stateline().simulations().findToRead(reference.simulation());
    HistoryReader history = workspace.stateline().history();
    State state = history.stateAt(simulation.id(), history.turn(simulation, reference.turn()));
    Document whole =
        part == Part.STATE
            ? state.document()
            : initialInterventions(workspace, simulation, state, part)
                .orElseGet(() -> ofTransition(history, simulation, state, part));
    Document shown =
        pointer
            .map(
                place ->
                    workspace
                        .documents()
                        .select(whole, place)
                        .orElseThrow(() -> nothingAt(place, simulation, state)))
            .orElse(whole);
    return new ShownDocument(simulation, state, part, pointer, shown);
  }

  /** What persons did to turn 0, in the form of any other turn's actions. */
  private static Optional<Document> initialInterventions(
      Workspace workspace, Simulation simulation, State state, Part part) {
    return state.turn().value() == 0 && part == Part.ACTIONS
        ? Optional.of(InitialInterventions.of(simulation.config(), workspace.documents()))
            .filter(changes -> !changes.isEmpty())
            .map(
                changes -> TurnLog.ofActions(changes.stream().map(Intervention::toAction).toList()))
        : Optional.empty();
  }

  private static Document ofTransition(
      HistoryReader history, Simulation simulation, State state, Part part) {
    Transition transition =
        history
            .transitionAt(simulation.id(), state.turn())
            .orElseThrow(
                () ->
                    new NotFoundException(
                        ErrorCode.TURN_OUT_OF_RANGE,
                        "turn "
                            + state.turn()
                            + " of simulation '"
                            + simulation.name()
                            + "' is its initial state: nothing was done before it"));
    return part == Part.ACTIONS ? transition.actions() : transition.outcomes();
  }

  private static NotFoundException nothingAt(String pointer, Simulation simulation, State state) {
    return NotFoundException.path(
        "there is no place '"
            + pointer
            + "' at turn "
            + state.turn()
            + " of simulation '"
            + simulation.name()
            + "'",
        pointer);
  }

  /** The members that front ends give out; the last is the document, under its column's name. */
  public List<Field<ShownDocument>> fields() {
    List<Field<ShownDocument>> fields =
        new ArrayList<>(
            List.of(
                new Field<>("simulation_id", s -> s.state().simulation()),
                new Field<>("segment_id", s -> s.state().segment()),
                new Field<>("state_id", s -> s.state().ref().id()),
                new Field<>("turn_number", s -> s.state().turn().value()),
                new Field<>("timestamp", s -> s.state().simulatedTime()),
                new Field<>("state_version", s -> s.state().stateVersion()),
                new Field<>("state_hash", s -> s.state().stateHash()),
                new Field<>("chain_hash", s -> s.state().chainHash()),
                new Field<>("provenance_hash", s -> s.state().provenance().hash()),
                new Field<>("created_at", s -> s.state().createdAt())));
    if (pointer.isPresent()) {
      fields.add(new Field<>("path", ShownDocument::pointer));
    }
    fields.add(new Field<>(part.column(), ShownDocument::document));
    return fields;
  }
}
