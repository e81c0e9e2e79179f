package dev.stateline.application.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.example.hostile.Fault;
import org.example.hostile.HostileProvider;
import org.example.hostile.Method;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fault in every method of a scenario: told with its place, and no turn is lost. */
class StrangersCodeTest {

  private static final int THIRD = 3;

  @TestFactory
  Stream<DynamicTest> each_fault_in_each_method_is_told_with_its_place_and_costs_no_turn() {
    return Arrays.stream(Method.values())
        .flatMap(
            method ->
                Arrays.stream(Fault.values())
                    .filter(fault -> fault != Fault.NONE)
                    .filter(fault -> method.givesDocuments() || !fault.isOfDocuments())
                    // Nothing is asked of close.
                    .filter(fault -> method != Method.CLOSE || fault != Fault.GIVES_NULL)
                    .map(
                        fault ->
                            dynamicTest(
                                method + " " + fault, () -> assertToldAndSafe(method, fault))));
  }

  private static void assertToldAndSafe(Method method, Fault fault) {
    try (TownStore store = new TownStore()) {
      switch (method.when()) {
        case OPENING, BEGINNING -> assertNothingStored(store, method, fault);
        case PLAYING -> assertTurnsSafe(store, method, fault, 2, SimulationStatus.FAILED);
        case CLOSING -> assertTurnsSafe(store, method, fault, 5, SimulationStatus.COMPLETED);
      }
    }
  }

  private static FailureException failure(TownStore store, Method method, Fault fault, int from) {
    FailureException failure =
        catchThrowableOfType(
            FailureException.class,
            () -> run(store.runner(new HostileProvider(method, fault, from))));
    boolean interrupted = Thread.interrupted();
    assertThat(failure).isNotNull();
    assertThat(interrupted).isEqualTo(fault == Fault.IS_INTERRUPTED);
    assertThat(failure.code()).isEqualTo(ErrorCode.SCENARIO_FAILED);
    assertThat(failure.getMessage())
        .contains(method.who() + " " + fault.told())
        .contains(" in " + method.call() + ", at org.example.hostile.");
    assertThat(failure.field(ErrorField.METHOD)).contains(method.call());
    assertThat(failure.field(ErrorField.SCENARIO)).contains("hostile");
    failure.printStackTrace(new PrintWriter(Writer.nullWriter()));
    return failure;
  }

  private static void run(SimulationRunner runner) {
    runner.run(
        new RunRequest(
            "hostile",
            Document.EMPTY_OBJECT,
            Optional.of(new SimulationName("count")),
            Optional.empty(),
            7),
        new StopSignal(),
        RunListener.NONE);
  }

  private static void assertNothingStored(TownStore store, Method method, Fault fault) {
    failure(store, method, fault, 0);

    assertThat(store.persistence.simulations().find(new SimulationName("count"))).isEmpty();
  }

  private static void assertTurnsSafe(
      TownStore store, Method method, Fault fault, int head, SimulationStatus status) {
    FailureException failure = failure(store, method, fault, method == Method.CLOSE ? 0 : THIRD);

    Simulation left = store.stateline.simulations().find("count");
    assertThat(left.head().turn()).isEqualTo(new TurnNumber(head));
    assertThat(left.status()).isEqualTo(status);
    assertThat(left.writer()).isEmpty();
    if (status == SimulationStatus.FAILED) {
      assertThat(failure).hasMessageStartingWith("turn 3 of simulation 'count' failed: ");
      assertThat(failure).hasMessageEndingWith("; turn 2 is safe");
      assertThat(left.statusReason().orElseThrow()).startsWith("turn 3: " + method.who());
    }
    assertRunsOn(store, left);
  }

  private static void assertRunsOn(TownStore store, Simulation left) {
    RunReport report =
        store
            .runner(new HostileProvider())
            .resume(
                new ResumeRequest(left, Optional.empty(), TakeOver.REFUSE),
                new StopSignal(),
                RunListener.NONE);
    assertThat(report.head().turn()).isEqualTo(new TurnNumber(5));
    assertThat(store.stateline.history().stateAt(left.id(), new TurnNumber(5)).document())
        .isEqualTo(Document.ofCanonical("5".getBytes(UTF_8)));
  }
}
