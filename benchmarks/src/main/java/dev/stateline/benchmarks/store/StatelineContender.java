package dev.stateline.benchmarks.store;

import dev.stateline.application.Stateline;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.transfer.TransferListener;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.Workload;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.Secret;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.persistence.postgres.PostgresPersistenceProvider;
import dev.stateline.persistence.sqlite.SqlitePersistenceProvider;
import java.util.Optional;
import java.util.Set;

/** Stateline through the door that every program takes. All its reads are checked. */
final class StatelineContender implements Contender {

  private static final int CONNECTIONS = 8;
  private static final Provenance PROVENANCE =
      new Provenance("benchmark", "1", Document.EMPTY_OBJECT.hash(), 0);

  @Override
  public String name() {
    return Contenders.MEASURED;
  }

  @Override
  public Set<Check> checks() {
    return Set.of(Check.SHA256);
  }

  @Override
  public boolean forks() {
    return true;
  }

  @Override
  public boolean transfers() {
    return true;
  }

  @Override
  public void transfer(Site from, Site to) {
    try (Persistence source = persistence(from);
        Persistence target = persistence(to)) {
      Stateline stateline = Stateline.builder().persistence(source).build();
      Stateline other = Stateline.builder().persistence(target).build();
      stateline.transferTo(other).copyAll(TransferListener.NONE, new StopSignal());
    }
  }

  @Override
  public Store open(Site site) {
    return new OpenStateline(persistence(site));
  }

  private static Persistence persistence(Site site) {
    PersistenceSettings settings =
        PersistenceSettings.at(site.settings(), AccessMode.READ_WRITE)
            .poolSize(CONNECTIONS)
            .password(password(site))
            .build();
    return provider(site).open(settings);
  }

  private static PersistenceProvider provider(Site site) {
    return site instanceof SqliteFile
        ? new SqlitePersistenceProvider()
        : new PostgresPersistenceProvider();
  }

  private static Optional<Secret> password(Site site) {
    return site instanceof PostgresDatabase database && !database.password().isEmpty()
        ? Optional.of(new Secret(database.password()))
        : Optional.empty();
  }

  private static final class OpenStateline implements Store {

    private final Persistence persistence;
    private final Stateline stateline;

    OpenStateline(Persistence persistence) {
      this.persistence = persistence;
      this.stateline = Stateline.builder().persistence(persistence).build();
    }

    @Override
    public <S> History<S> create(String name, Workload<S> workload, WorkTurn<S> first) {
      SimulationSpec<S> spec =
          SimulationSpec.of(new SimulationName(name), format(workload), first.state(), PROVENANCE)
              .build();
      return new StatelineHistory<>(persistence, stateline.create(spec));
    }

    @Override
    public <S> History<S> open(String name, Workload<S> workload) {
      return new StatelineHistory<>(
          persistence,
          stateline.open(
              stateline.simulations().find(name).id(),
              format(workload),
              PROVENANCE,
              TakeOver.REFUSE));
    }

    private static <S> StateFormat<S> format(Workload<S> workload) {
      return new StateFormat<>(workload.codec(), 1);
    }

    @Override
    public void close() {
      persistence.close();
    }
  }
}
