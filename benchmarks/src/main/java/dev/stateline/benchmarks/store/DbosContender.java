package dev.stateline.benchmarks.store;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** DBOS Transact: a simulation is a durable workflow, each turn the recorded output of a step. */
final class DbosContender implements Contender {

  @Override
  public String name() {
    return "dbos";
  }

  @Override
  public Set<Check> checks() {
    return Set.of(Check.SHA256);
  }

  @Override
  public boolean forks() {
    return false;
  }

  @Override
  public Store open(Site site) {
    PostgresDatabase database = (PostgresDatabase) site;
    DBOS dbos =
        new DBOS(
            DBOSConfig.defaults("benchmark")
                .withDatabaseUrl(database.url())
                .withDbUser(database.user())
                .withDbPassword(database.password()));
    Turns turns = new Turns(dbos);
    Loop loop = dbos.registerProxy(Loop.class, turns);
    dbos.launch();
    return new OpenWorkflows(dbos, loop, turns, database);
  }

  /** What DBOS calls a workflow. */
  interface Loop {
    void run(String name);
  }

  /** Records each turn that is handed over, until the last. */
  static final class Turns implements Loop {

    private final DBOS dbos;
    private final Map<String, Handover> handovers = new ConcurrentHashMap<>();

    Turns(DBOS dbos) {
      this.dbos = dbos;
    }

    Handover handover(String name) {
      return handovers.computeIfAbsent(name, n -> new Handover());
    }

    @Override
    @Workflow
    public void run(String name) {
      handover(name).takeAll(turn -> dbos.runStep(() -> turn.json(), "turn"));
    }
  }

  private record OpenWorkflows(DBOS dbos, Loop loop, Turns turns, PostgresDatabase database)
      implements Store {

    @Override
    public <S> History<S> open(String name, Workload<S> workload) throws SQLException {
      return new DbosHistory<>(dbos, loop, turns, database, name);
    }

    @Override
    public void close() {
      dbos.shutdown();
    }
  }
}
