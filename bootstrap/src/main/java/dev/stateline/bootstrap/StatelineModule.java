package dev.stateline.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.stateline.application.Stateline;
import dev.stateline.application.TimeOrderedIds;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.application.workspace.Metrics;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.application.workspace.WorkspaceOptions.Measurement;
import dev.stateline.bootstrap.configuration.PersistenceConfiguration;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.port.ObserverPort;
import dev.stateline.domain.spi.Persistence;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Wires everything that works on one open persistence. */
final class StatelineModule extends AbstractModule {

  private final Persistence persistence;
  private final PersistenceConfiguration configuration;
  private final EngineCatalog engines;
  private final Clock clock;
  private final Measurement measurement;

  StatelineModule(
      Persistence persistence,
      PersistenceConfiguration configuration,
      EngineCatalog engines,
      Clock clock,
      Measurement measurement) {
    this.persistence = persistence;
    this.configuration = configuration;
    this.engines = engines;
    this.clock = clock;
    this.measurement = measurement;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireExactBindingAnnotations();
    binder().requireAtInjectOnConstructors();
    binder().disableCircularProxies();
    bind(Persistence.class).toInstance(persistence);
    bind(PersistenceConfiguration.class).toInstance(configuration);
    bind(EngineCatalog.class).toInstance(engines);
    bind(Clock.class).toInstance(clock);
    bind(Ticker.class).toInstance(System::nanoTime);
    bind(DocumentTools.class).toInstance(new JacksonDocumentTools());
  }

  @Provides
  @Singleton
  WriterIdentity writer(Clock clock) {
    return ThisProcess.writer(clock);
  }

  @Provides
  @Singleton
  IdSource ids(Clock clock) {
    return new TimeOrderedIds(clock, new SecureRandom());
  }

  @Provides
  @Singleton
  Optional<Metrics> metrics() {
    // Micrometer takes its time to begin: nothing of it is loaded where nobody asks.
    return measurement == Measurement.ON ? Optional.of(new PrometheusMetrics()) : Optional.empty();
  }

  @Provides
  @Singleton
  Stateline stateline(
      Persistence persistence,
      DocumentTools documents,
      Clock clock,
      IdSource ids,
      WriterIdentity writer,
      Optional<Metrics> metrics) {
    return Stateline.builder()
        .persistence(persistence)
        .clock(clock)
        .ids(ids)
        .writer(writer)
        .documents(documents)
        .observer(metrics.map(Metrics::observer).orElse(ObserverPort.NONE))
        .build();
  }

  @Provides
  @Singleton
  SimulationRunner runner(
      Stateline stateline,
      EngineCatalog engines,
      PersistenceConfiguration configuration,
      Ticker ticker) {
    return stateline.runner(engines, configuration.options().checkpointInterval(), ticker);
  }

  @Provides
  @Singleton
  Workspace workspace(
      Persistence persistence,
      PersistenceConfiguration configuration,
      Stateline stateline,
      SimulationRunner runner,
      DocumentTools documents,
      Optional<Metrics> metrics) {
    return new OpenWorkspace(
        persistence, configuration.isKept(), stateline, runner, documents, metrics);
  }
}
