package dev.stateline.application.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A document for whose form its author only answers is read where it comes in, and named. */
class PromisedDocumentsTest {

  private static final Document GOOD = Document.ofTrusted("1".getBytes(UTF_8));
  private static final Document BAD = Document.ofTrusted("{\"x\":NaN}".getBytes(UTF_8));

  private final TurnContext context = TurnContext.of(new TurnNumber(1), 7);

  private static void assertNamed(ThrowingCallable call, String method, String which) {
    assertThatThrownBy(call)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("gave an unfit answer in " + method)
        .hasMessageContaining(": " + which + "a document is JSON in the form of RFC 8785: ");
  }

  @Test
  void of_actions() {
    Action good = new Action("ana", "adds", GOOD);
    Action bad = new Action("ben", "adds", BAD);
    ActionSource<String> source = Guarded.actionSource((state, at) -> List.of(good, good, bad));

    assertNamed(() -> source.actions("", context), "actions", "action 2: ");
  }

  @Test
  void of_outcomes() {
    List<Outcome> outcomes =
        List.of(new Outcome("ana", "added", GOOD), new Outcome("ben", "added", BAD));
    GameEngine<String> engine =
        Guarded.engine((state, actions, at) -> new TurnResult<>("", Optional.empty(), outcomes));

    assertNamed(() -> engine.processTurn("", List.of(), context), "processTurn", "outcome 1: ");
  }

  @Test
  void of_states_that_were_brought_a_version_on() {
    assertNamed(() -> Guarded.upcaster((state, from) -> BAD).upcast(GOOD, 1), "upcast", "");
  }

  @Test
  void of_parameters_that_were_brought_a_version_on_and_of_defaults() {
    EngineProvider provider = GuardedProvider.of(new Promising());

    assertNamed(() -> provider.upcastParameters(GOOD, 1), "upcastParameters", "");
    assertNamed(
        provider::describedParameters, "describedParameters", "the default of parameter 'size': ");
  }

  /** Promises documents where a run does not ask for them. */
  private static final class Promising implements EngineProvider {

    @Override
    public String scenario() {
      return "promising";
    }

    @Override
    public String description() {
      return "promises";
    }

    @Override
    public Scenario<?> open(Document parameters) {
      throw new UnsupportedOperationException("nobody opens it");
    }

    @Override
    public Document upcastParameters(Document parameters, int version) {
      return BAD;
    }

    @Override
    public List<ScenarioParameter> describedParameters() {
      return List.of(new ScenarioParameter("size", Optional.of(BAD), "a number", "how large"));
    }
  }
}
