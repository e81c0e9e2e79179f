package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.verify.VerificationReport;
import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.SchemaChange;
import dev.stateline.domain.turn.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every version opens, upgrades and verifies what former versions wrote. When a version is
 * released, a database that it made is added here; none is ever changed.
 */
class FormerVersionsTest {

  /** What {@code run} printed when the databases were made. */
  private static final Map<String, String> RECEIPTS =
      Map.of(
          "fixture",
          "3:9325e60f980ab44972ae5a94a9f2427c222ad3a34f1e17cfa320922bb0a6cebc"
              + ":706cf6bdedd96ec21937ac31e701d3642641ac50593369128fc8f98662c184c2",
          "other",
          "1:15e9e73205ab363221eb474ec0b0c9aaeb97760a1ce211ade48df94901286eb1"
              + ":67363215f247f423d2fcd84067b13970e3aaccf3ab08725a945f857c80c4abfa");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = "stateline-0.1.0.db")
  void a_database_of_a_former_version_opens_upgrades_and_verifies(String name) throws IOException {
    try (Persistence persistence = SqliteFixture.open(copy(name), AccessMode.READ_WRITE)) {
      for (Map.Entry<String, String> receipt : RECEIPTS.entrySet()) {
        Simulation simulation = simulation(persistence, receipt.getKey());
        VerificationReport report =
            new Verifier(persistence)
                .verify(
                    simulation.id(), Optional.of(Receipt.parse(receipt.getValue())), turn -> {});
        assertThat(report.defects()).isEmpty();
        assertThat(report.mismatch()).isEmpty();
        assertThat(report.turns()).isEqualTo(simulation.head().turn().value() + 1);
      }
      assertThat(simulation(persistence, "other").status()).isEqualTo(SimulationStatus.ARCHIVED);
      assertThat(
              persistence
                  .checkpoints()
                  .find(
                      simulation(persistence, "fixture").id(),
                      new CheckpointName("before the end")))
          .hasValueSatisfying(checkpoint -> assertThat(checkpoint.turn().value()).isEqualTo(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "stateline-0.1.0.db")
  void the_status_of_a_database_of_a_former_version_tells_what_it_holds(String name)
      throws IOException {
    DatabaseStatus status =
        new SqlitePersistenceProvider()
            .status(SqliteFixture.settings(copy(name).toString(), AccessMode.READ_ONLY))
            .orElseThrow();
    assertThat(status.changes())
        .startsWith(
            new SchemaChange(
                "0001-baseline",
                SchemaChange.State.APPLIED,
                Optional.of(Instant.parse("2026-11-27T17:10:24Z"))));
    assertThat(status.tables())
        .filteredOn(table -> table.rows().equals(OptionalLong.of(6)))
        .extracting(TableSize::name)
        .containsExactly("turns");
  }

  private static Simulation simulation(Persistence persistence, String name) {
    return persistence.simulations().find(new SimulationName(name)).orElseThrow();
  }

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = FormerVersionsTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }
}
