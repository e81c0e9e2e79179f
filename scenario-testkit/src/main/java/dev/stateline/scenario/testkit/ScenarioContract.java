package dev.stateline.scenario.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.EngineProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * What Stateline relies on in a scenario. The test of a scenario extends it and gives the provider;
 * JUnit runs the tests that it inherits beside those of its own.
 *
 * <p>It is computed as in a run: each turn from the canonical bytes of the one before.
 */
public abstract class ScenarioContract {

  private static final Document UNKNOWN =
      Document.ofCanonical("{\"there_is_no_such_parameter\":1}".getBytes(StandardCharsets.UTF_8));

  /** A new provider of the scenario. */
  protected abstract EngineProvider provider();

  /** The parameters with which it is tried, a JSON object; by default none are given. */
  protected Document parameters() {
    return Document.EMPTY_OBJECT;
  }

  /** How many turns are computed; 10 by default. */
  protected int turns() {
    return 10;
  }

  /** The seed with which it is tried; 1 by default. */
  protected long seed() {
    return 1;
  }

  /**
   * Whether the action source answers the same each time it is asked about the same turn; true by
   * default. Where it is not so (people, language models), the actions of one run are given to the
   * engine in all others, as a replay does.
   */
  protected boolean actsAlikeEachTime() {
    return true;
  }

  @Test
  void it_is_found_on_the_class_path_by_its_name() {
    String name = provider().scenario();

    assertThat(name).as("the scenario's name").matches("[a-z0-9][a-z0-9-]*");
    assertThat(ServiceLoader.load(EngineProvider.class))
        .as("the providers of '%s' in META-INF/services/%s", name, EngineProvider.class.getName())
        .filteredOn(found -> found.scenario().equals(name))
        .singleElement()
        .isInstanceOf(provider().getClass());
  }

  @Test
  void it_says_what_it_simulates_on_one_line() {
    assertThat(provider().description()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void its_parameters_in_full_open_the_same_scenario() {
    Document full;
    try (Scenario<?> scenario = provider().open(parameters())) {
      full = scenario.parameters();
    }
    try (Scenario<?> again = provider().open(full)) {
      assertThat(again.parameters().text()).isEqualTo(full.text());
    }
  }

  @Test
  void an_unknown_parameter_is_refused() {
    assertThat(catchThrowable(() -> provider().open(UNKNOWN).close()))
        .as("a misspelt parameter must not pass for its default")
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there_is_no_such_parameter");
  }

  @Test
  void it_names_its_engine_its_versions_and_its_end() {
    try (Scenario<?> scenario = provider().open(parameters())) {
      assertThat(scenario.engineName()).isNotBlank();
      assertThat(scenario.engineVersion()).isNotBlank();
      assertThat(scenario.stateVersion()).isPositive();
      assertThat(scenario.lastTurn().value()).isPositive();
    }
  }

  @Test
  void what_is_encoded_can_be_decoded() throws Exception {
    try (Scenario<?> scenario = provider().open(parameters())) {
      ScenarioRun<?> run = run(scenario);
      List<String> written = run.turns().stream().map(turn -> turn.state().text()).toList();
      for (int turn = 0; turn < written.size(); turn++) {
        Difference.requireNone(
            "turn " + turn + ", decoded and encoded again",
            written.get(turn),
            run.recoded(turn).text());
      }
    }
  }

  @Test
  void two_runs_of_one_seed_are_equal() throws Exception {
    List<ComputedTurn> once = wholeRun();
    List<ComputedTurn> again;
    try (Scenario<?> scenario = provider().open(parameters())) {
      ScenarioRun<?> run = new ScenarioRun<>(scenario, seed());
      computeAs(once, run);
      again = run.turns();
    }
    Difference.requireNone("two runs of one seed", once, again);
  }

  @Test
  void a_run_that_is_closed_after_each_turn_equals_one_in_one_go() throws Exception {
    List<ComputedTurn> whole = wholeRun();
    List<ComputedTurn> split = new ArrayList<>(whole.subList(0, 1));
    for (ComputedTurn turn : whole.subList(1, whole.size())) {
      try (Scenario<?> scenario = provider().open(parameters())) {
        split.add(next(new ScenarioRun<>(scenario, seed(), split), turn));
      }
    }
    Difference.requireNone("a run in one go and one that was closed after each turn", whole, split);
  }

  @Test
  void a_turn_does_not_depend_on_what_was_computed_before_it() throws Exception {
    List<ComputedTurn> whole = wholeRun();
    List<ComputedTurn> backwards = new ArrayList<>(whole);
    try (Scenario<?> scenario = provider().open(parameters())) {
      for (int turn = whole.size() - 1; turn > 0; turn--) {
        ScenarioRun<?> run = new ScenarioRun<>(scenario, seed(), whole.subList(0, turn));
        backwards.set(turn, next(run, whole.get(turn)));
      }
    }
    Difference.requireNone(
        "turns in their order and the same turns computed from the last to the first",
        whole,
        backwards);
  }

  @Test
  void closing_does_not_throw() {
    Scenario<?> scenario = provider().open(parameters());

    assertThatCode(scenario::close).doesNotThrowAnyException();
  }

  private List<ComputedTurn> wholeRun() throws Exception {
    try (Scenario<?> scenario = provider().open(parameters())) {
      return run(scenario).turns();
    }
  }

  private ScenarioRun<?> run(Scenario<?> scenario) throws Exception {
    ScenarioRun<?> run = new ScenarioRun<>(scenario, seed());
    for (int turn = 1; turn <= turns(); turn++) {
      run.next();
    }
    return run;
  }

  private void computeAs(List<ComputedTurn> record, ScenarioRun<?> run) throws Exception {
    for (ComputedTurn turn : record.subList(1, record.size())) {
      next(run, turn);
    }
  }

  private ComputedTurn next(ScenarioRun<?> run, ComputedTurn recorded) throws Exception {
    return actsAlikeEachTime() ? run.next() : run.next(recorded.actions());
  }
}
