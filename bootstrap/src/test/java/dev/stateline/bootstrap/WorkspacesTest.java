package dev.stateline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.run.RunListener;
import dev.stateline.application.run.RunRequest;
import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.time.TurnNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stateline as a part of another program. */
class WorkspacesTest {

  private static final RunRequest FIRST =
      new RunRequest(
          "world",
          Document.EMPTY_OBJECT,
          Optional.of(new SimulationName("first")),
          Optional.of(new TurnNumber(2)),
          7);

  @TempDir private Path folder;

  private Path configuration(String type) throws Exception {
    return Files.writeString(
        folder.resolve("any.yaml"),
        "simulation: { state_management: { persistence: { type: %s, connection: { path: '%s' } } } }"
            .formatted(type, folder.resolve("any.db")));
  }

  @Test
  void a_program_runs_and_reads_in_what_a_configuration_file_names() throws Exception {
    Path file = configuration("sqlite");
    try (Workspace workspace = Workspaces.open(file, AccessMode.READ_WRITE)) {
      workspace.runner().run(FIRST, new StopSignal(), RunListener.NONE);
    }
    try (Workspace workspace = Workspaces.open(file, AccessMode.READ_ONLY)) {
      assertThat(workspace.stateline().simulations().find("first").head().turn())
          .isEqualTo(new TurnNumber(2));
      assertThat(workspace.isKept()).isTrue();
    }
  }

  @Test
  void a_configuration_that_is_wrong_is_refused() throws Exception {
    Path file = configuration("oracle");
    assertThatThrownBy(() -> Workspaces.open(file, AccessMode.READ_ONLY))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("oracle");
  }

  @Test
  void the_door_tells_which_scenarios_there_are() {
    assertThat(Workspaces.door().engines().find("world").scenario()).isEqualTo("world");
  }
}
