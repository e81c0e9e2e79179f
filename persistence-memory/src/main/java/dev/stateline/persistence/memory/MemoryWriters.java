package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.StatusChange;

/** The writers of simulations in memory. */
final class MemoryWriters implements WriterPort {

  private final Gate gate;
  private final SimulationRows rows;

  MemoryWriters(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return gate.write(
        () -> {
          SimulationRow row = rows.get(id);
          if (takeOver == TakeOver.REFUSE && row.writer().isPresent()) {
            throw ConflictException.writerPresent(row.name(), row.writer().get());
          }
          return new Session(row, row.openedBy(writer));
        });
  }

  @Override
  public boolean isAlive(SimulationId id) {
    return gate.read(() -> rows.get(id).writer().isPresent());
  }

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(id);
          row.requireWriter(epoch);
          if (!row.status().canBecome(change.status())) {
            throw InvalidInputException.statusChange(
                row.name(), row.status().text(), change.status().text());
          }
          row.change(change);
        });
  }

  @Override
  public void checkDeletable(SimulationId id) {
    gate.read(() -> requireUnneeded(rows.get(id)));
  }

  @Override
  public void delete(SimulationId id, WriterEpoch epoch) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(id);
          row.requireWriter(epoch);
          requireUnneeded(row);
          rows.remove(row);
        });
  }

  private SimulationRow requireUnneeded(SimulationRow row) {
    rows.everyone()
        .filter(other -> other != row && other.restsOn(row))
        .findFirst()
        .ifPresent(
            other -> {
              throw ConflictException.historyNeeded(row.name(), other.name());
            });
    return row;
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
