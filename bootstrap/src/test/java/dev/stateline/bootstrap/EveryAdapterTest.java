package dev.stateline.bootstrap;

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
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.memory.MemoryPersistenceProvider;
import dev.stateline.persistence.postgres.PostgresPersistenceProvider;
import dev.stateline.persistence.sqlite.SqlitePersistenceProvider;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same turns are the same history on every adapter, and stay it on the way between them. */
class EveryAdapterTest {

  private static EmbeddedPostgres server;

  @TempDir private Path folder;

  private Persistence memory;
  private Persistence sqlite;
  private Persistence postgres;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws SQLException {
    memory = open(new MemoryPersistenceProvider(), Map.of());
    sqlite = sqlite("laptop.db");
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS history WITH (FORCE)");
      statement.execute("CREATE DATABASE history");
    }
    postgres =
        open(
            new PostgresPersistenceProvider(),
            Map.of(
                "host", "localhost",
                "port", Integer.toString(server.getPort()),
                "database", "history",
                "username", "postgres"));
  }

  private static Persistence open(PersistenceProvider provider, Map<String, String> connection) {
    return provider.open(PersistenceSettings.of(connection, AccessMode.READ_WRITE));
  }

  private Persistence sqlite(String file) {
    return open(new SqlitePersistenceProvider(), Map.of("path", folder.resolve(file).toString()));
  }

  @AfterEach
  void close() {
    memory.close();
    sqlite.close();
    postgres.close();
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
