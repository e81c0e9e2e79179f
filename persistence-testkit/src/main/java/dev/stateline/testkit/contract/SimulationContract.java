package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creating, finding and listing simulations. */
public abstract class SimulationContract extends PersistenceSuite {

  @Test
  void a_new_simulation_is_what_it_was_made_of_with_turn_0_as_its_head() {
    NewSimulation wanted =
        samples
            .simulation("world")
            .config(Samples.document("{\"scenario\":\"world\"}"))
            .metadata(Samples.document("{\"purpose\":\"test\"}"))
            .provenance(Samples.provenance("2.1.0", 7))
            .targetTurn(30)
            .time("1992-01-01T00:00:00Z")
            .build();
    Simulation expected = asCreated(wanted);
    assertThat(simulations().create(wanted)).isEqualTo(expected);
    assertThat(simulations().find(wanted.id())).contains(expected);
    assertThat(simulations().find(wanted.name())).contains(expected);
    assertThat(states().head(wanted.id())).isEqualTo(expected.head());
    assertThat(states().stateAt(wanted.id(), TurnNumber.ZERO)).isEqualTo(wanted.initial());
  }

  private static Simulation asCreated(NewSimulation wanted) {
    State initial = wanted.initial();
    return Simulation.of(wanted.id(), wanted.name(), Head.at(initial), 42, initial.createdAt())
        .config(wanted.config())
        .metadata(wanted.metadata())
        .targetTurn(wanted.targetTurn())
        .build();
  }

  @Test
  void one_that_does_not_exist_is_not_found() {
    created("world");
    assertThat(simulations().find(unknown())).isEmpty();
    assertThat(simulations().find(new SimulationName("other"))).isEmpty();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> simulations().lineage(unknown()));
  }

  @Test
  void a_taken_name_is_refused_and_nothing_is_written() {
    NewSimulation first = created("world");
    NewSimulation second = samples.simulation("world").build();
    assertThat(assertRefused(ErrorCode.NAME_TAKEN, () -> simulations().create(second)))
        .hasMessageContaining("world");
    assertThat(simulations().find(second.id())).isEmpty();
    assertThat(simulations().list(Optional.empty(), 10))
        .extracting(Simulation::id)
        .containsExactly(first.id());
    assertThat(simulations().find(first.name())).map(Simulation::id).contains(first.id());
  }

  @Test
  void names_that_differ_in_case_are_different() {
    NewSimulation lower = created("world");
    NewSimulation upper = created("World");
    assertThat(simulations().find(lower.name())).map(Simulation::id).contains(lower.id());
    assertThat(simulations().find(upper.name())).map(Simulation::id).contains(upper.id());
  }

  @Test
  void an_empty_database_lists_nothing() {
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
    assertThat(simulations().findByIdPrefix("0", 10)).isEmpty();
  }

  @Test
  void pages_follow_each_other_in_the_order_of_ids() {
    List<NewSimulation> made = createdInReverse(5);
    List<SimulationId> ids = made.stream().map(NewSimulation::id).toList();
    assertThat(page(Optional.empty(), 2)).isEqualTo(ids.subList(0, 2));
    assertThat(page(Optional.of(ids.get(1)), 2)).isEqualTo(ids.subList(2, 4));
    assertThat(page(Optional.of(ids.get(3)), 2)).isEqualTo(ids.subList(4, 5));
    assertThat(page(Optional.of(ids.get(4)), 2)).isEmpty();
    assertThat(page(Optional.empty(), 100)).isEqualTo(ids);
  }

  @Test
  void an_id_prefix_finds_all_that_begin_so_up_to_a_limit_in_the_order_of_ids() {
    List<SimulationId> ids = createdInReverse(4).stream().map(NewSimulation::id).toList();
    String common = ids.get(0).toString().substring(0, 8);
    assertThat(byPrefix(common, 10)).isEqualTo(ids);
    assertThat(byPrefix(common, 3)).isEqualTo(ids.subList(0, 3));
    for (SimulationId id : ids) {
      assertThat(byPrefix(id.toString(), 10)).containsExactly(id);
      assertThat(byPrefix(id.toString().substring(0, 13), 10)).containsExactly(id);
    }
    assertThat(byPrefix("ffff", 10)).isEmpty();
  }

  @Test
  void a_part_of_an_id_that_is_not_its_beginning_finds_nothing() {
    SimulationId id = created("world").id();
    assertThat(byPrefix(id.toString().substring(1), 10)).isEmpty();
    assertThat(byPrefix(id + "0", 10)).isEmpty();
  }

  @Test
  void characters_that_a_query_language_knows_as_wildcards_are_none() {
    SimulationId id = created("world").id();
    String beginning = id.toString().substring(0, 4);
    for (String wildcard : List.of("%", "_", beginning + "%", beginning + "_", "*", "?", ".*")) {
      assertThat(byPrefix(wildcard, 10)).as(wildcard).isEmpty();
    }
  }

  @Test
  void the_lineage_of_a_simulation_that_was_not_forked_is_its_root_segment() {
    SampleRun run = run("world");
    assertThat(simulations().lineage(run.id())).isEqualTo(onRoot(run, 0));
    run.commit(3);
    assertThat(simulations().lineage(run.id())).isEqualTo(onRoot(run, 3));
  }

  private static Lineage onRoot(SampleRun run, int head) {
    return new Lineage(List.of(run.origin().root()), new TurnNumber(head));
  }

  /** Simulations in the order of their ids, which were created in the reverse order. */
  private List<NewSimulation> createdInReverse(int count) {
    List<NewSimulation> made =
        IntStream.range(0, count).mapToObj(i -> samples.simulation("world " + i).build()).toList();
    for (int i = count - 1; i >= 0; i--) {
      simulations().create(made.get(i));
    }
    return made;
  }

  private List<SimulationId> page(Optional<SimulationId> after, int limit) {
    return simulations().list(after, limit).stream().map(Simulation::id).toList();
  }

  private List<SimulationId> byPrefix(String prefix, int limit) {
    return simulations().findByIdPrefix(prefix, limit).stream().map(Simulation::id).toList();
  }
}
