package dev.stateline.application.manager;

import dev.stateline.domain.commit.TurnCommit;
import java.util.Objects;

/**
 * A turn in canonical bytes with all its hashes, ready to be committed by the manager that encoded
 * it.
 */
public final class EncodedTurn {

  private final TurnCommit commit;

  EncodedTurn(TurnCommit commit) {
    this.commit = Objects.requireNonNull(commit, "commit");
  }

  TurnCommit commit() {
    return commit;
  }
}
