package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import java.util.Optional;

/** Who may write to a simulation: the session that raised its epoch last, until it is closed. */
final class WriterRule {

  private WriterRule() {}

  /**
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  static void requireInForce(SimulationRow row, WriterEpoch epoch) {
    Optional<String> holder = row.writer().map(WriterIdentity::description);
    if (!row.epoch().equals(epoch) || holder.isEmpty()) {
      throw new ConflictException(ErrorCode.WRITER_FENCED, fenced(row, epoch, holder), holder);
    }
  }

  private static String fenced(SimulationRow row, WriterEpoch epoch, Optional<String> holder) {
    return "writer epoch "
        + epoch.value()
        + " of simulation '"
        + row.name()
        + "' is no longer in force, "
        + holder
            .map(h -> "since " + h + " took over with epoch " + row.epoch().value())
            .orElse("since that writer closed it")
        + "; open the simulation for writing again";
  }

  static ConflictException present(SimulationRow row, WriterIdentity holder) {
    return new ConflictException(
        ErrorCode.WRITER_PRESENT,
        "simulation '"
            + row.name()
            + "' is being written to by "
            + holder
            + "; wait for it to finish, or take over",
        Optional.of(holder.description()));
  }
}
