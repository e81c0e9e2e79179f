package dev.stateline.persistence.sql;

import dev.stateline.domain.history.Head;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.sql.dialect.SqlConnections;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import dev.stateline.persistence.sql.dialect.WriterPresence;
import dev.stateline.persistence.sql.internal.audit.SqlAudit;
import dev.stateline.persistence.sql.internal.branch.SqlBranches;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointMapper;
import dev.stateline.persistence.sql.internal.checkpoint.SqlCheckpoints;
import dev.stateline.persistence.sql.internal.commit.SqlStates;
import dev.stateline.persistence.sql.internal.commit.WholeCommitMapper;
import dev.stateline.persistence.sql.internal.imports.SqlImports;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.simulation.SqlSimulations;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import dev.stateline.persistence.sql.internal.writer.SqlWriters;
import dev.stateline.persistence.sql.internal.writer.WriterSessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** The ports on a database that an adapter has opened. Thread-safe. */
public final class SqlPersistence implements Persistence {

  private static final List<Class<?>> MAPPERS =
      List.of(
          SimulationMapper.class,
          HeadMapper.class,
          SegmentMapper.class,
          TurnMapper.class,
          CheckpointMapper.class,
          WholeCommitMapper.class,
          SqlAudit.mapper());

  private static final int MOST_DEFECTS = 20;
  private static final long MEGABYTE = 1L << 20;

  private final String description;
  private final SqlConnections connections;
  private final WriterPresence presence;
  private final Supplier<List<Finding>> diagnosis;
  private final Consumer<Path> backup;
  private final SqlWork work;
  private final Payloads payloads;
  private final TurnReader reader;
  private final TurnWriter turns;
  private final SqlSimulations simulations;
  private final SqlWriters writers;
  private final SqlBranches branches;
  private final SqlStates states;
  private final SqlCheckpoints checkpoints;
  private final SqlAudit audit;
  private final SqlImports imports;

  /**
   * @param description what and where the database is, on one line and without secrets
   * @param connections its pools; closed with this
   * @param presence how a living writer is told from a dead one; closed with this
   * @param settings how documents are stored
   * @param diagnosis what the adapter has to say of the database's health
   * @param backup does, or refuses, {@link Persistence#backUp}
   */
  public SqlPersistence(
      SqlDialect dialect,
      String description,
      SqlConnections connections,
      WriterPresence presence,
      PersistenceSettings settings,
      Supplier<List<Finding>> diagnosis,
      Consumer<Path> backup) {
    this.description = description;
    this.connections = connections;
    this.presence = presence;
    this.diagnosis = diagnosis;
    this.backup = backup;
    this.work = new SqlWork(dialect, description, connections, MAPPERS);
    this.payloads = new Payloads(settings);
    this.reader = new TurnReader(work, payloads, settings.cacheMegabytes() * MEGABYTE);
    this.turns = new TurnWriter(payloads, reader);
    WriterSessions sessions = new WriterSessions(work, presence);
    this.simulations = new SqlSimulations(work, this::creation);
    this.writers = new SqlWriters(work, sessions);
    this.branches = new SqlBranches(work, turns);
    this.states = new SqlStates(work, turns, reader, connections.mostWriters());
    this.checkpoints = new SqlCheckpoints(work);
    this.audit = new SqlAudit(work, payloads, reader, dialect);
    this.imports = new SqlImports(work, turns, sessions);
  }

  private Consumer<SqlSession> creation(NewSimulation created) {
    TurnRow initial = turns.encode(new Turn(created.initial(), Optional.empty()), Optional.empty());
    SimulationRow row =
        SimulationRow.of(
            Simulation.of(
                    created.id(),
                    created.name(),
                    Head.at(created.initial()),
                    created.root().seed().orElseThrow(),
                    created.initial().createdAt())
                .config(created.config())
                .metadata(created.metadata())
                .targetTurn(created.targetTurn())
                .build());
    return session -> {
      SimulationRows.insert(session, row);
      session.getMapper(SegmentMapper.class).insert(SegmentRow.of(created.root()));
      turns.insert(session, created.initial().provenance());
      turns.insert(session, initial);
      session.getMapper(HeadMapper.class).insert(row);
    };
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public SimulationPort simulations() {
    return simulations;
  }

  @Override
  public WriterPort writers() {
    return writers;
  }

  @Override
  public BranchPort branches() {
    return branches;
  }

  @Override
  public StatePersistencePort states() {
    return states;
  }

  @Override
  public CheckpointPort checkpoints() {
    return checkpoints;
  }

  @Override
  public AuditPort audit() {
    return audit;
  }

  @Override
  public ImportPort imports() {
    return imports;
  }

  @Override
  public List<Finding> diagnose() {
    List<Finding> findings = new ArrayList<>(diagnosis.get());
    List<Defect> defects = audit.database();
    defects.stream()
        .limit(MOST_DEFECTS)
        .map(defect -> Finding.problem("integrity", defect.column() + ": " + defect.problem()))
        .forEach(findings::add);
    if (defects.isEmpty()) {
      findings.add(Finding.ok("integrity", "structure, indexes and rows of nobody: all sound"));
    }
    List<Simulation> unfinished = imports.unfinished();
    if (!unfinished.isEmpty()) {
      findings.add(
          Finding.warning(
              "unfinished imports",
              unfinished.stream()
                      .map(s -> "'" + s.name() + "' up to turn " + s.head().turn())
                      .collect(Collectors.joining(", "))
                  + "; finish them by the same transfer again, or discard them"));
    }
    return findings;
  }

  @Override
  public List<Figure> figures() {
    return Stream.concat(connections.figures().stream(), reader.figures().stream()).toList();
  }

  @Override
  public void backUp(Path file) {
    backup.accept(file);
  }

  @Override
  public void close() {
    work.close();
    presence.close();
    connections.close();
    payloads.close();
  }
}
