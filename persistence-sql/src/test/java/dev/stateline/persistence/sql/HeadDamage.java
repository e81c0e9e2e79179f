package dev.stateline.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Defect;
import dev.stateline.testkit.sample.SampleDatabase;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A head of sound values that is not where its simulation ends: nothing is built on it. */
public abstract class HeadDamage {

  private static final String OF_ALONE =
      " WHERE simulation_id = (SELECT id FROM simulation_records WHERE name = 'alone')";
  private static final String OF_TWIG =
      " WHERE simulation_id = (SELECT id FROM simulation_records WHERE name = 'twig')";
  private static final String OWN_TURN_1 =
      "(SELECT t.chain_hash FROM turns t JOIN segments g ON g.number = t.segment"
          + " JOIN simulation_records s ON s.id = g.simulation_id"
          + " WHERE s.name = 'alone' AND t.turn_number = 1)";
  private static final SimulationName ALONE = new SimulationName("alone");

  private final Samples samples = new Samples();
  private Persistence persistence;
  private Simulation alone;

  private record Damage(String sql, String column, String problem) {}

  /** A new database, open for writing. */
  protected abstract Persistence open() throws IOException;

  /** Behind Stateline's back, foreign keys out of force. */
  protected abstract void execute(String sql);

  @BeforeEach
  void three_simulations_are_stored() throws IOException {
    persistence = open();
    SampleDatabase.in(persistence);
    alone = persistence.simulations().find(ALONE).orElseThrow();
  }

  @AfterEach
  void close() {
    persistence.close();
  }

  private Stream<DynamicTest> each(Consumer<Damage> check) {
    return Stream.of(
            new Damage(
                "UPDATE heads SET (segment, state_segment, turn_number, chain_hash, provenance) ="
                    + " (SELECT segment, state_segment, turn_number, chain_hash, provenance"
                    + " FROM heads"
                    + OF_TWIG
                    + ")",
                "heads.segment",
                "the segment is another simulation's to write"),
            new Damage(
                "UPDATE heads SET segment = (SELECT segment FROM heads" + OF_TWIG + ")",
                "heads.segment",
                "the segment is another simulation's to write"),
            new Damage(
                "UPDATE heads SET state_segment = (SELECT min(segment) FROM turns"
                    + " WHERE turn_number = 5), turn_number = 3",
                "heads.state_segment",
                "the history has the head's turn on another segment"),
            new Damage(
                "UPDATE heads SET turn_number = 1",
                "heads.turn_number",
                "turns up to 2 are stored after the head"),
            new Damage(
                "UPDATE heads SET turn_number = 1, chain_hash = " + OWN_TURN_1,
                "heads.turn_number",
                "turns up to 2 are stored after the head"),
            new Damage(
                "UPDATE heads SET turn_number = 3",
                "heads.turn_number",
                "there is no such turn where the head is said to be"),
            new Damage(
                "UPDATE heads SET chain_hash = " + OWN_TURN_1,
                "heads.chain_hash",
                "the head's chain hash is not that of its turn"),
            new Damage(
                "UPDATE heads SET provenance = (SELECT max(provenance) FROM turns) + 1 - provenance"
                    + " + (SELECT min(provenance) FROM turns) - 1",
                "heads.provenance",
                "the head's provenance is not that of its turn"))
        .map(damage -> dynamicTest(damage.sql(), () -> check.accept(damage)));
  }

  private void damage(String sql) {
    execute("CREATE TABLE kept AS SELECT * FROM heads" + OF_ALONE);
    execute(sql + OF_ALONE);
  }

  private void mend() {
    execute("DELETE FROM heads" + OF_ALONE);
    execute("INSERT INTO heads SELECT * FROM kept");
    execute("DROP TABLE kept");
  }

  @TestFactory
  Stream<DynamicTest> it_is_told_and_its_simulation_is_not_opened_for_writing() {
    return each(
        damage -> {
          damage(damage.sql());
          ListedSimulation listed = persistence.simulations().look(ALONE).orElseThrow();
          assertThat(listed.defect()).contains(Defect.beside(damage.column(), damage.problem()));
          assertThat(persistence.simulations().look(Optional.empty(), 9))
              .filteredOn(other -> other.defect().isPresent())
              .extracting(ListedSimulation::id)
              .containsExactly(alone.id());
          assertThat(persistence.audit().bookkeeping(alone.id()))
              .extracting(Defect::column)
              .allMatch(column -> column.startsWith("heads."));
          assertThatThrownBy(
                  () -> persistence.writers().open(alone.id(), SampleRun.WRITER, TakeOver.REFUSE))
              .isInstanceOfSatisfying(
                  CorruptDataException.class,
                  e -> assertThat(e.column()).isEqualTo(damage.column()))
              .hasMessageContaining("simulation 'alone'")
              .hasMessageContaining(damage.problem());
          mend();
        });
  }

  @TestFactory
  Stream<DynamicTest> a_rollback_of_its_simulation_is_refused_and_writes_nothing() {
    return each(
        damage -> {
          try (WriterSession session =
              persistence.writers().open(alone.id(), SampleRun.WRITER, TakeOver.REFUSE)) {
            Segment back =
                persistence
                    .simulations()
                    .lineage(alone.id())
                    .branch(
                        new SegmentId(samples.next()),
                        alone.id(),
                        new TurnNumber(1),
                        Optional.empty(),
                        samples.now());
            damage(damage.sql());
            assertThatThrownBy(
                    () ->
                        persistence
                            .branches()
                            .rollBack(new Rollback(session.epoch(), back, Optional.empty())))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining(damage.problem());
            mend();
          }
          assertThat(persistence.audit().database()).isEmpty();
          assertThat(persistence.simulations().look(alone.id()).orElseThrow().defect()).isEmpty();
        });
  }
}
