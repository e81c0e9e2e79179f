package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Reason;
import dev.stateline.persistence.sql.internal.payload.Payload;
import dev.stateline.persistence.sql.internal.row.RowChecksum;
import dev.stateline.persistence.sql.internal.row.Seal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A row of {@code simulation_records} with that of {@code heads}.
 *
 * <p>The checksum covers the record and the writer's epoch. It leaves out the head, which the turns
 * prove, and the writer's description.
 *
 * @param seed in force in the next turn: its head's segment knows it
 * @param stateSegmentId the segment that the head's state stands on
 * @param rowChecksum only in what was read
 */
public record SimulationRow(
    UUID id,
    String name,
    Instant createdAt,
    String status,
    String statusReason,
    Integer targetTurn,
    Seal rowChecksum,
    Payload config,
    Payload metadata,
    UUID headSegmentId,
    Long seed,
    UUID stateSegmentId,
    Integer headTurn,
    Sha256 chainHash,
    Sha256 provenanceHash,
    Long writerEpoch,
    String writer) {

  /** The status of one that is not whole yet; no status of the domain's. */
  private static final String IMPORTING = "importing";

  private static final long MOST_EPOCHS_TRIED = 1000;

  public static SimulationRow of(Simulation simulation) {
    return of(simulation, simulation.status().text());
  }

  /** One that is not shown yet, because not all of it is here. */
  public static SimulationRow importing(Simulation simulation) {
    return of(simulation, IMPORTING);
  }

  private static SimulationRow of(Simulation simulation, String status) {
    Head head = simulation.head();
    return new SimulationRow(
        simulation.id().value(),
        simulation.name().value(),
        simulation.createdAt(),
        status,
        simulation.statusReason().orElse(null),
        simulation.targetTurn().map(TurnNumber::value).orElse(null),
        null,
        new Payload(simulation.config().bytes()),
        new Payload(simulation.metadata().bytes()),
        head.segment().value(),
        simulation.seed(),
        head.state().segment().value(),
        head.turn().value(),
        head.chainHash().value(),
        head.provenanceHash(),
        simulation.epoch().value(),
        simulation.writer().map(WriterIdentity::description).orElse(null));
  }

  /** The checksum that the row is written with. */
  public Seal seal() {
    return checksum(writerEpoch).seal();
  }

  private RowChecksum checksum(Long epoch) {
    return new RowChecksum("simulation_records")
        .with("id", id)
        .with("name", name)
        .with("created_at", createdAt)
        .with("status", status)
        .with("status_reason", statusReason)
        .with("target_turn", targetTurn)
        .with("writer_epoch", epoch)
        .withDocument("config", config)
        .withDocument("metadata", metadata);
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was sealed
   */
  public void requireSeal() throws DamagedColumnException {
    if (!seal().equals(rowChecksum)) {
      requireEpoch();
      checksum(writerEpoch).require(rowChecksum);
    }
  }

  /**
   * The epoch stands in the row of the head: where the checksum fits another one, it is damaged.
   */
  private void requireEpoch() throws DamagedColumnException {
    if (writerEpoch == null) {
      throw new DamagedColumnException("heads", "the row is missing");
    }
    for (long epoch = 0; epoch <= MOST_EPOCHS_TRIED; epoch++) {
      if (checksum(epoch).seal().equals(rowChecksum)) {
        throw new DamagedColumnException(
            "heads.writer_epoch", "it is " + writerEpoch + ", and " + epoch + " was written");
      }
    }
  }

  public boolean isImporting() {
    return status.equals(IMPORTING);
  }

  /** Whether this epoch is in force, and its writer has not closed. */
  public boolean isWrittenBy(WriterEpoch other) {
    return writer != null && writerEpoch == other.value();
  }

  public WriterEpoch epoch() {
    return new WriterEpoch(writerEpoch);
  }

  /** The same, with a writer and the epoch after this one; an import stays one. */
  public SimulationRow openedBy(WriterIdentity by) throws DamagedColumnException {
    Simulation open = toSimulation().but().writer(epoch().next(), Optional.of(by)).build();
    return of(open, status);
  }

  /**
   * The simulation as it was written.
   *
   * @throws DamagedColumnException if its head is missing, a column holds what no write left, or
   *     one was changed since the row was sealed
   */
  public Simulation toSimulation() throws DamagedColumnException {
    // A value that cannot be names the damage better than the seal, which is broken by it too.
    Simulation simulation = asItStands();
    requireSeal();
    return simulation;
  }

  /** As {@link #toSimulation}, where the row may have been changed. */
  Simulation asItStands() throws DamagedColumnException {
    Head head = head();
    require(seed, "segments.seed_in_force");
    require(createdAt, "simulation_records.created_at");
    return Simulation.of(new SimulationId(id), nameValue(), head, seed, createdAt)
        .status(statusValue(), Optional.ofNullable(statusReason))
        .config(document("simulation_records.config", config))
        .metadata(document("simulation_records.metadata", metadata))
        .targetTurn(
            sound(
                "simulation_records.target_turn",
                () -> Optional.ofNullable(targetTurn).map(TurnNumber::new)))
        .writer(
            sound("heads.writer_epoch", this::epoch),
            sound("heads.writer", () -> Optional.ofNullable(writer).map(WriterIdentity::new)))
        .build();
  }

  /**
   * Requires that the head is the last turn of a segment of the simulation's own.
   *
   * @throws DamagedColumnException if it is not, if that turn is missing, or is another one
   */
  void requireHead(HeadProof turn) throws DamagedColumnException {
    head();
    if (!id.equals(turn.owner())) {
      throw new DamagedColumnException(
          "heads.segment", "the segment is another simulation's to write");
    }
    requireThere(
        turn.chainHash(),
        "heads.turn_number",
        "there is no such turn where the head is said to be");
    if (turn.lastTurn() != null && turn.lastTurn() > headTurn) {
      throw new DamagedColumnException(
          "heads.turn_number", "turns up to " + turn.lastTurn() + " are stored after the head");
    }
    if (!stateSegmentId.equals(headSegmentId)
        && !stateSegmentId.equals(turn.branchStateSegment())) {
      throw new DamagedColumnException(
          "heads.state_segment", "the history has the head's turn on another segment");
    }
    if (!turn.chainHash().equals(chainHash)) {
      throw new DamagedColumnException(
          "heads.chain_hash", "the head's chain hash is not that of its turn");
    }
    if (!provenanceHash.equals(turn.provenanceHash())) {
      throw new DamagedColumnException(
          "heads.provenance", "the head's provenance is not that of its turn");
    }
  }

  private Head head() throws DamagedColumnException {
    if (headTurn == null && writerEpoch == null) {
      throw new DamagedColumnException("heads", "the row is missing");
    }
    requireThere(headSegmentId, "heads.segment", "there is no such segment");
    requireThere(stateSegmentId, "heads.state_segment", "there is no such segment");
    requireThere(provenanceHash, "heads.provenance", "there is no such provenance");
    return new Head(
        new SegmentId(headSegmentId),
        new StateRef(
            new SegmentId(stateSegmentId),
            sound("heads.turn_number", () -> new TurnNumber(headTurn)),
            sound("heads.chain_hash", () -> new ChainHash(chainHash))),
        provenanceHash);
  }

  private SimulationName nameValue() throws DamagedColumnException {
    return sound("simulation_records.name", () -> new SimulationName(name));
  }

  private static Document document(String column, Payload payload) throws DamagedColumnException {
    return sound(column, () -> Document.ofTrusted(payload.bytes()));
  }

  /** What a column says, if it says what can be. */
  private static <T> T sound(String column, Supplier<T> value) throws DamagedColumnException {
    try {
      return value.get();
    } catch (InvalidInputException | IllegalArgumentException e) {
      throw new DamagedColumnException(column, Reason.of(e));
    } catch (NullPointerException e) {
      throw new DamagedColumnException(column, "the value is missing");
    }
  }

  private static void require(Object value, String column) throws DamagedColumnException {
    requireThere(value, column, "the value is missing");
  }

  private static void requireThere(Object value, String column, String problem)
      throws DamagedColumnException {
    if (value == null) {
      throw new DamagedColumnException(column, problem);
    }
  }

  private SimulationStatus statusValue() throws DamagedColumnException {
    require(status, "simulation_records.status");
    if (isImporting()) {
      return SimulationStatus.CREATED;
    }
    try {
      return SimulationStatus.valueOf(status.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DamagedColumnException(
          "simulation_records.status", "'" + status + "' is no status");
    }
  }
}
