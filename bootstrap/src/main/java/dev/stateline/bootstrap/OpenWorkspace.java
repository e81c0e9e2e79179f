package dev.stateline.bootstrap;

import dev.stateline.application.Stateline;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.application.workspace.Metrics;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The workspace of one open persistence. */
record OpenWorkspace(
    Persistence persistence,
    boolean isKept,
    Stateline stateline,
    SimulationRunner runner,
    DocumentTools documents,
    Optional<Metrics> metrics)
    implements Workspace {

  @Override
  public String description() {
    return persistence.description();
  }

  @Override
  public List<Finding> diagnose() {
    return persistence.diagnose();
  }

  @Override
  public void backUp(Path file) {
    persistence.backUp(file);
  }

  @Override
  public void close() {
    persistence.close();
  }
}
