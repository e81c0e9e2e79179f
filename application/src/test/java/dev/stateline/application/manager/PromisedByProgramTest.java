package dev.stateline.application.manager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.run.RunRequest;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Documents for which a program only answers are read before anything is stored, and named. */
class PromisedByProgramTest {

  private static final Document GOOD = Document.EMPTY_OBJECT;
  private static final Document BAD = Document.ofTrusted("{\"gdp\":NaN}".getBytes(UTF_8));

  private static void assertNamed(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(name + ": a document is JSON in the form of RFC 8785: ");
  }

  private static SimulationSpec.Builder<Town> spec() {
    return SimulationSpec.of(
        new SimulationName("town"),
        TownRules.FORMAT,
        TownRules.begin().state(),
        TownRules.PROVENANCE);
  }

  @Test
  void of_configuration_notes_and_parameters() {
    assertNamed("the config", () -> spec().config(BAD).build());
    assertNamed("the metadata", () -> spec().metadata(BAD).build());
    assertNamed(
        "the parameters", () -> new RunRequest("town", BAD, Optional.empty(), Optional.empty(), 7));
  }

  @Test
  void configuration_and_notes_are_objects() {
    assertThatThrownBy(() -> spec().config(Document.EMPTY_ARRAY).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the config of a simulation is a JSON object");
    assertThatThrownBy(() -> spec().metadata(Document.EMPTY_ARRAY).build())
        .hasMessage("the metadata of a simulation is a JSON object");
  }

  @Test
  void of_actions_and_outcomes() {
    List<Action> actions = List.of(new Action("ana", "adds", GOOD), new Action("ben", "adds", BAD));
    List<Outcome> outcomes = List.of(new Outcome("ana", "added", BAD));
    TurnResult<String> plain = new TurnResult<>("", Optional.empty(), List.of());
    TurnResult<String> told = new TurnResult<>("", Optional.empty(), outcomes);

    assertNamed("action 1", () -> NewTurn.of(actions, plain));
    assertNamed("outcome 0", () -> NewTurn.of(List.of(), told));
  }
}
