package dev.stateline.cli;

import dev.stateline.application.Stateline;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.application.workspace.ConfigurationView;
import dev.stateline.application.workspace.Metrics;
import dev.stateline.application.workspace.Setting;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.application.workspace.WorkspaceDoor;
import dev.stateline.application.workspace.WorkspaceOptions;
import dev.stateline.application.workspace.WorkspaceOptions.Measurement;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.TerminalFacts;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.memory.MemoryPersistenceProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The program as a test starts it: streams in memory, a database in memory that stays. */
final class Program implements WorkspaceDoor, Workspace {

  static final TerminalFacts TERMINAL = new TerminalFacts(true, true, true, 100, false, true);

  private final Persistence persistence =
      new MemoryPersistenceProvider().open(PersistenceSettings.of(Map.of(), AccessMode.READ_WRITE));
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();

  Persistence database = persistence;
  TerminalFacts facts = TerminalFacts.NONE;
  String answer = "";
  boolean kept = true;
  boolean wasOpened = false;
  Path file = Path.of("target", "any.db");
  String description = "memory of a test";
  Map<String, Program> others = new HashMap<>();
  List<Path> backups = new ArrayList<>();
  List<String> problems = new ArrayList<>();
  List<String> brokenPlugIns = new ArrayList<>();
  Interrupts interrupts = Interrupts.NONE;
  Consumer<TurnNumber> atTurn = turn -> {};
  Supplier<IntSupplier> steps = () -> () -> 1;
  String engineVersion = "1";
  List<ScenarioParameter> described = Tally.DESCRIBED;
  Document parameters = Document.EMPTY_OBJECT;
  Supplier<Optional<DatabaseStatus>> status = Optional::empty;
  Optional<RuntimeException> failure = Optional.empty();
  Optional<WorkspaceOptions> askedFor = Optional.empty();
  ShownMetrics shown = new ShownMetrics();

  int run(String... args) {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
    return runInto(out, args);
  }

  int runInto(OutputStream target, String... args) {
    ByteArrayInputStream in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
    Console console = new Console(in, target, err, facts);
    return new StatelineCommand(console, this, interrupts).execute(args);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public Workspace open(WorkspaceOptions options, AccessMode mode) {
    askedFor = Optional.of(options);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    failure.ifPresent(
        e -> {
          throw e;
        });
    program(options).wasOpened = true;
    return program(options);
  }

  private Program program(WorkspaceOptions options) {
    return options
        .configurationFile()
        .or(options::databaseFile)
        .map(file -> others.get(file.getFileName().toString()))
        .orElse(this);
  }

  @Override
  public List<Finding> diagnose(WorkspaceOptions options) {
    return List.of();
  }

  @Override
  public Optional<DatabaseStatus> databaseStatus(WorkspaceOptions options) {
    failure.ifPresent(
        e -> {
          throw e;
        });
    return status.get();
  }

  @Override
  public ConfigurationView configuration(WorkspaceOptions options) {
    askedFor = Optional.of(options);
    return new ConfigurationView(
        "a test",
        List.of(new Setting("some.path", "value", "default")),
        List.of("memory", "shelf"),
        program(options).problems,
        Optional.of(program(options).file));
  }

  @Override
  public EngineCatalog engines() {
    Tally tally = new Tally(turn -> atTurn.accept(turn), () -> steps.get(), engineVersion);
    tally.described = described;
    return new EngineCatalog(List.of(tally));
  }

  @Override
  public List<String> brokenPlugIns() {
    return brokenPlugIns;
  }

  @Override
  public Document readParameters(Path file) {
    return parameters;
  }

  @Override
  public Stateline stateline() {
    return Stateline.builder().persistence(database).documents(documents()).build();
  }

  @Override
  public SimulationRunner runner() {
    return stateline().runner(engines(), 2, System::nanoTime);
  }

  @Override
  public DocumentTools documents() {
    return new JacksonDocumentTools();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean isKept() {
    return kept;
  }

  @Override
  public List<Finding> diagnose() {
    return List.of(Finding.warning("mood", "could be better"));
  }

  @Override
  public Optional<Metrics> metrics() {
    return askedFor
        .filter(options -> options.measurement() == Measurement.ON)
        .map(options -> shown);
  }

  @Override
  public void backUp(Path file) {
    backups.add(file);
    try {
      Files.writeString(file, "a copy");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
