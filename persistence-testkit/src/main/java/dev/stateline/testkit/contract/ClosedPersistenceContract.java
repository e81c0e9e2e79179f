package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A database that was closed is unavailable, through ports that were handed out before, too. */
public abstract class ClosedPersistenceContract extends PersistenceSuite {

  @TestFactory
  Stream<DynamicTest> no_method_of_a_port_works_any_more() {
    SampleRun run = run("world").commit(1);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    addSimulationCalls(calls, simulations(), run);
    addWriterCalls(calls, writers(), run);
    addStateCalls(calls, states(), run);
    addCheckpointCalls(calls, checkpoints(), run);
    addAuditCalls(calls, persistence.audit(), run);
    persistence.close();
    return calls.entrySet().stream()
        .map(
            call ->
                dynamicTest(
                    call.getKey(),
                    () ->
                        assertThatThrownBy(call.getValue())
                            .isInstanceOf(UnavailableException.class)));
  }

  private void addSimulationCalls(
      Map<String, ThrowingCallable> calls, SimulationPort port, SampleRun run) {
    calls.put("create", () -> port.create(samples.simulation("other").build()));
    calls.put("find by id", () -> port.find(run.id()));
    calls.put("find by name", () -> port.find(run.origin().name()));
    calls.put("find by prefix", () -> port.findByIdPrefix("0", 1));
    calls.put("list simulations", () -> port.list(Optional.empty(), 1));
    calls.put("lineage", () -> port.lineage(run.id()));
  }

  private static void addWriterCalls(
      Map<String, ThrowingCallable> calls, WriterPort port, SampleRun run) {
    calls.put("open for writing", () -> port.open(run.id(), BOB, TakeOver.FORCE));
    calls.put(
        "change status",
        () -> port.changeStatus(run.id(), run.epoch(), StatusChange.to(SimulationStatus.RUNNING)));
    calls.put("delete simulation", () -> port.delete(run.id(), run.epoch()));
  }

  private static void addStateCalls(
      Map<String, ThrowingCallable> calls, StatePersistencePort port, SampleRun run) {
    calls.put("head", () -> port.head(run.id()));
    calls.put("append", () -> port.append(run.next().build()));
    calls.put("state at", () -> port.stateAt(run.id(), TurnNumber.ZERO));
    calls.put("transition at", () -> port.transitionAt(run.id(), TurnNumber.ZERO));
    calls.put("history", () -> readAll(port.history(run.id(), TurnRange.ALL)));
  }

  private void addCheckpointCalls(
      Map<String, ThrowingCallable> calls, CheckpointPort port, SampleRun run) {
    CheckpointName name = new CheckpointName("mark");
    calls.put("save", () -> port.save(samples.checkpoint(run.head(), "mark")));
    calls.put("find checkpoint", () -> port.find(run.id(), name));
    calls.put("list checkpoints", () -> port.list(run.id(), Optional.empty(), 1));
    calls.put("delete checkpoint", () -> port.delete(run.id(), name));
  }

  private static void addAuditCalls(
      Map<String, ThrowingCallable> calls, AuditPort port, SampleRun run) {
    calls.put("audited turns", () -> readAll(port.turns(run.id(), TurnRange.ALL)));
    calls.put("bookkeeping", () -> port.bookkeeping(run.id()));
  }

  private static void readAll(Stream<?> stream) {
    try (stream) {
      stream.toList();
    }
  }

  @Test
  void its_figures_can_still_be_looked_at() {
    List<Figure> figures = persistence.figures();
    run("world").commit(1);
    persistence.close();
    assertThat(figures)
        .allSatisfy(figure -> assertThat(figure.value().getAsDouble()).isNotNegative());
  }

  @Test
  void closing_again_does_nothing() {
    persistence.close();
    assertThatCode(persistence::close).doesNotThrowAnyException();
  }

  @Test
  void closing_a_session_of_a_closed_database_does_nothing() {
    SampleRun run = run("world");
    persistence.close();
    assertThatCode(run.session()::close).doesNotThrowAnyException();
  }
}
