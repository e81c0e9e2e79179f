package dev.stateline.application.manager;

import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.spi.Persistence;
import java.time.Clock;
import java.util.Objects;

/**
 * What state managers of one program share.
 *
 * @param persistence where everything is kept
 * @param commits the way turns are written; of the same persistence
 * @param writer how the program describes itself to other writers
 */
public record Surroundings(
    Persistence persistence,
    GroupCommit commits,
    Clock clock,
    IdSource ids,
    WriterIdentity writer) {

  public Surroundings {
    Objects.requireNonNull(persistence, "persistence");
    Objects.requireNonNull(commits, "commits");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(ids, "ids");
    Objects.requireNonNull(writer, "writer");
  }
}
