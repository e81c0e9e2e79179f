package org.example.stateline.files;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import java.util.Optional;

/** Who may write to a simulation: the session that raised its epoch last, until it is closed. */
final class WriterRule {

  private WriterRule() {}

  /**
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  static void requireInForce(StoredSimulation stored, WriterEpoch epoch) {
    Optional<String> holder = stored.writer().map(WriterIdentity::description);
    if (!stored.epoch().equals(epoch) || holder.isEmpty()) {
      throw new ConflictException(
          ErrorCode.WRITER_FENCED,
          "writer epoch "
              + epoch.value()
              + " of simulation '"
              + stored.name()
              + "' is no longer in force, "
              + holder.map(h -> "since " + h + " took over").orElse("since that writer closed it")
              + "; open the simulation for writing again",
          holder);
    }
  }

  /** The refusal of a second writer. */
  static ConflictException present(StoredSimulation stored) {
    String holder = stored.writer().orElseThrow().description();
    return new ConflictException(
        ErrorCode.WRITER_PRESENT,
        "simulation '"
            + stored.name()
            + "' is being written to by "
            + holder
            + "; wait for it to finish, or take over",
        Optional.of(holder));
  }
}
