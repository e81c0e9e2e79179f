package dev.stateline.bootstrap;

import com.google.inject.Injector;
import dev.stateline.application.Stateline;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import java.nio.file.Path;
import java.util.List;

/** An open database with what Guice put together for it. */
record OpenWorkspace(Persistence persistence, boolean isKept, Injector injector)
    implements Workspace {

  @Override
  public Stateline stateline() {
    return injector.getInstance(Stateline.class);
  }

  @Override
  public SimulationRunner runner() {
    return injector.getInstance(SimulationRunner.class);
  }

  @Override
  public DocumentTools documents() {
    return injector.getInstance(DocumentTools.class);
  }

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
