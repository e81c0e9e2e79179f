package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Simulations in memory. */
final class MemorySimulations implements SimulationPort {

  private final Gate gate;
  private final SimulationRows rows;

  MemorySimulations(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    return gate.write(
        () -> {
          SimulationRow row = new SimulationRow(simulation);
          rows.add(row);
          return row.describe();
        });
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return gate.read(() -> rows.find(id).map(SimulationRow::describe));
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return gate.read(() -> rows.find(name).map(SimulationRow::describe));
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    int most = SimulationRows.requireLimit(limit);
    return gate.read(
        () ->
            rows.all().stream()
                .filter(row -> row.id().toString().startsWith(prefix))
                .limit(most)
                .map(SimulationRow::describe)
                .toList());
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    int most = SimulationRows.requireLimit(limit);
    return gate.read(
        () ->
            after.map(rows::after).orElseGet(rows::all).stream()
                .limit(most)
                .map(SimulationRow::describe)
                .toList());
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return gate.read(() -> rows.get(id).lineage());
  }

  @Override
  public Simulation fork(NewFork fork) {
    return gate.write(() -> MemoryBranches.fork(rows, fork).describe());
  }

  @Override
  public Simulation rollBack(Rollback rollback) {
    return gate.write(
        () -> {
          SimulationRow row = rows.get(rollback.simulation());
          WriterRule.requireInForce(row, rollback.epoch());
          MemoryBranches.rollBack(rows, row, rollback);
          return row.describe();
        });
  }

  @Override
  public WriterSession openForWriting(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return gate.write(
        () -> {
          SimulationRow row = rows.get(id);
          if (takeOver == TakeOver.REFUSE && row.writer().isPresent()) {
            throw WriterRule.present(row, row.writer().get());
          }
          return new Session(row, row.openedBy(writer));
        });
  }

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(id);
          WriterRule.requireInForce(row, epoch);
          if (!row.status().canBecome(change.status())) {
            throw new InvalidInputException(
                ErrorCode.INVALID_STATUS_CHANGE, refusal(row, change.status()));
          }
          row.change(change);
        });
  }

  private static String refusal(SimulationRow row, SimulationStatus asked) {
    return "simulation '"
        + row.name()
        + "' is "
        + row.status().text()
        + " and cannot become "
        + asked.text()
        + "; it can become "
        + Arrays.stream(SimulationStatus.values())
            .filter(row.status()::canBecome)
            .map(SimulationStatus::text)
            .collect(Collectors.joining(", "));
  }

  @Override
  public void delete(SimulationId id, WriterEpoch epoch) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(id);
          WriterRule.requireInForce(row, epoch);
          rows.everyone()
              .filter(other -> other != row && other.restsOn(row))
              .findFirst()
              .ifPresent(
                  other -> {
                    throw new ConflictException(
                        ErrorCode.STILL_NEEDED,
                        "simulation '"
                            + row.name()
                            + "' cannot be deleted while the history of '"
                            + other.name()
                            + "' rests on it; delete that one first");
                  });
          rows.remove(row);
        });
  }

  /** The right of one opening. */
  private final class Session implements WriterSession {

    private final SimulationRow row;
    private final WriterEpoch epoch;

    Session(SimulationRow row, WriterEpoch epoch) {
      this.row = row;
      this.epoch = epoch;
    }

    @Override
    public WriterEpoch epoch() {
      return epoch;
    }

    @Override
    public void close() {
      gate.ifOpen(() -> row.closedBy(epoch));
    }
  }
}
