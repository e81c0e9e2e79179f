package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.transfer.Transfer;
import dev.stateline.application.transfer.TransferListener;
import dev.stateline.application.transfer.TransferResult;
import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.memory.MemoryPersistenceProvider;
import dev.stateline.persistence.sqlite.SqlitePersistenceProvider;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same turns are the same history on every adapter, and stay it on the way between them. */
class EveryAdapterTest {

  @TempDir Path folder;

  private final Map<String, String> database = TestServer.get().newDatabase();
  private Persistence memory;
  private Persistence sqlite;
  private Persistence postgres;

  @BeforeEach
  void open() {
    memory =
        new MemoryPersistenceProvider()
            .open(PersistenceSettings.of(Map.of(), AccessMode.READ_WRITE));
    sqlite = sqlite("laptop.db");
    postgres =
        new PostgresPersistenceProvider()
            .open(PostgresFixture.settings(database, AccessMode.READ_WRITE));
  }

  private Persistence sqlite(String file) {
    return new SqlitePersistenceProvider()
        .open(
            PersistenceSettings.of(
                Map.of("path", folder.resolve(file).toString()), AccessMode.READ_WRITE));
  }

  @AfterEach
  void close() {
    memory.close();
    sqlite.close();
    postgres.close();
    TestServer.get().drop(database);
  }

  /** A run with checkpoints, and a fork of it that has its own next turn. */
  private static SampleRun run(Persistence persistence) {
    Samples samples = new Samples();
    SampleRun run =
        SampleRun.begin(
            samples, persistence, samples.simulation("world").time("1992-01-01T00:00:00Z").build());
    for (int turn = 1; turn <= 40; turn++) {
      String document = "{\"text\":\"" + ("turn " + turn + " ").repeat(turn * 5) + "\"}";
      String name = "mark " + turn;
      run.commit(
          t ->
              t.document(Samples.document(document))
                  .provenance(Samples.provenance("2.0." + name.length(), 7))
                  .time("1993-01-01T00:00:00.123456Z")
                  .checkpoint(name, CheckpointKind.NAMED));
    }
    run.session().close();
    TurnNumber at = new TurnNumber(17);
    Lineage lineage = persistence.simulations().lineage(run.id());
    persistence
        .branches()
        .fork(
            NewFork.of(
                    new SimulationName("fork"),
                    lineage.branch(
                        new SegmentId(samples.next()),
                        new SimulationId(samples.next()),
                        at,
                        Optional.of(99L),
                        samples.now()),
                    run.states().get(17).ref())
                .build());
    return run;
  }

  private static Receipt receipt(Persistence persistence, SimulationId id) {
    return persistence.states().head(id).receipt();
  }

  private static List<Turn> turns(Persistence persistence, SimulationId id) {
    try (Stream<Turn> turns = persistence.states().turns(id, TurnRange.ALL)) {
      return turns.toList();
    }
  }

  private static List<Checkpoint> checkpoints(Persistence persistence, SimulationId id) {
    return persistence.checkpoints().list(id, Optional.empty(), 1000);
  }

  @Test
  void the_same_turns_have_the_same_receipts_on_memory_sqlite_and_postgresql() {
    SimulationId id = run(memory).id();
    run(sqlite);
    run(postgres);
    assertThat(receipt(sqlite, id)).isEqualTo(receipt(memory, id));
    assertThat(receipt(postgres, id)).isEqualTo(receipt(memory, id));
    assertThat(turns(sqlite, id)).isEqualTo(turns(memory, id));
    assertThat(turns(postgres, id)).isEqualTo(turns(memory, id));
  }

  @Test
  void a_transfer_to_postgresql_and_back_leaves_everything_as_it_was() {
    SampleRun run = run(sqlite);
    try (Persistence back = sqlite("back.db")) {
      assertCopied(sqlite, postgres);
      assertCopied(postgres, back);
      assertCopied(back, memory);
      for (Persistence copy : List.of(postgres, back, memory)) {
        assertThat(receipt(copy, run.id())).isEqualTo(receipt(sqlite, run.id()));
        assertThat(turns(copy, run.id())).isEqualTo(turns(sqlite, run.id()));
        assertThat(checkpoints(copy, run.id())).isEqualTo(checkpoints(sqlite, run.id()));
        assertThat(new Verifier(copy).verify(run.id()).isClean()).isTrue();
        assertThat(fork(copy).seed()).isEqualTo(99);
        assertThat(fork(copy).head()).isEqualTo(fork(sqlite).head());
        assertThat(copy.simulations().lineage(fork(copy).id()))
            .isEqualTo(sqlite.simulations().lineage(fork(sqlite).id()));
      }
    }
  }

  private static Simulation fork(Persistence persistence) {
    return persistence.simulations().find(new SimulationName("fork")).orElseThrow();
  }

  private static void assertCopied(Persistence from, Persistence to) {
    List<TransferResult> results =
        new Transfer(from, to, SampleRun.WRITER).copyAll(TransferListener.NONE, new StopSignal());
    assertThat(results).hasSize(2).allMatch(TransferResult::isEqual);
  }
}
