package dev.stateline.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.application.workspace.ConfigurationView;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.application.workspace.WorkspaceDoor;
import dev.stateline.application.workspace.WorkspaceOptions;
import dev.stateline.bootstrap.configuration.ConfigurationLoader;
import dev.stateline.bootstrap.configuration.LoadedConfiguration;
import dev.stateline.bootstrap.configuration.PersistenceConfiguration;
import dev.stateline.cli.terminal.InputFile;
import dev.stateline.codec.YamlDocuments;
import dev.stateline.codec.yaml.YamlNode;
import dev.stateline.codec.yaml.YamlText;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens what the configuration names, with the adapters and scenarios on the class path. */
final class ConfiguredDoor implements WorkspaceDoor {

  private final ConfigurationLoader loader;
  private final ClassPath classPath;
  private final Clock clock = Clock.systemUTC();
  private final Once<EngineCatalog> engines =
      new Once<>(
          () -> {
            ClassPath.Found<EngineProvider> found = ClassPath.providers(EngineProvider.class);
            return new EngineCatalog(found.usable(), found.problems());
          });
  private final Once<PersistenceCatalog> adapters =
      new Once<>(() -> new PersistenceCatalog(ClassPath.providers(PersistenceProvider.class)));

  /**
   * @param environment the environment's variables
   * @param folder where {@code stateline.yaml} is looked for
   * @param classPath where adapters and scenarios are looked for
   */
  ConfiguredDoor(Map<String, String> environment, Path folder, ClassPath classPath) {
    this.loader = new ConfigurationLoader(environment, folder);
    this.classPath = classPath;
  }

  @Override
  public Workspace open(WorkspaceOptions options, AccessMode mode) {
    Logging.apply(options.diagnostics());
    PersistenceCatalog catalog = adapters.get();
    PersistenceConfiguration configuration = sound(catalog, options);
    Persistence persistence = catalog.open(configuration, mode);
    try {
      return Guice.createInjector(
              Stage.PRODUCTION,
              new StatelineModule(
                  persistence, configuration, engines(), clock, options.measurement()))
          .getInstance(Workspace.class);
    } catch (RuntimeException | Error e) {
      persistence.close();
      throw e;
    }
  }

  @Override
  public Optional<DatabaseStatus> databaseStatus(WorkspaceOptions options) {
    Logging.apply(options.diagnostics());
    PersistenceCatalog catalog = adapters.get();
    return catalog.status(sound(catalog, options));
  }

  @Override
  public List<Finding> diagnose(WorkspaceOptions options) {
    Logging.apply(options.diagnostics());
    PersistenceCatalog catalog = adapters.get();
    return catalog.diagnose(sound(catalog, options));
  }

  private PersistenceConfiguration sound(PersistenceCatalog catalog, WorkspaceOptions options) {
    LoadedConfiguration loaded = load(options);
    List<String> problems = problems(catalog, loaded);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return loaded.persistence();
  }

  @Override
  public ConfigurationView configuration(WorkspaceOptions options) {
    PersistenceCatalog catalog = adapters.get();
    LoadedConfiguration loaded = load(options);
    return new ConfigurationView(
        loaded.source(),
        loaded.settings(),
        catalog.types(),
        problems(catalog, loaded),
        Optional.ofNullable(loaded.persistence().connection().get("path"))
            .flatMap(ConfiguredDoor::path));
  }

  /** The path that a text is; empty if it is none, which is among the problems already. */
  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public EngineCatalog engines() {
    List<String> problems = classPath.problems();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return engines.get();
  }

  @Override
  public List<String> brokenPlugIns() {
    return Stream.of(adapters.get().problems(), engines.get().problems())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Override
  public Document readParameters(Path file) {
    YamlNode parameters = YamlText.read(InputFile.read(file, YamlText.MAX_BYTES), file.toString());
    if (!(parameters instanceof YamlNode.Mapping)) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          file
              + ": found "
              + (parameters instanceof YamlNode.Sequence ? "a list" : "one value")
              + " at "
              + parameters.place()
              + ", where parameters have names; write name: value");
    }
    return YamlDocuments.of(parameters, file.toString());
  }

  private LoadedConfiguration load(WorkspaceOptions options) {
    return loader.load(options.configurationFile(), options.databaseFile());
  }

  private List<String> problems(PersistenceCatalog catalog, LoadedConfiguration loaded) {
    List<String> problems = new ArrayList<>(classPath.problems());
    problems.addAll(loaded.problems());
    problems.addAll(catalog.check(loaded.persistence()));
    return problems;
  }
}
