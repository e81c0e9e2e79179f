package dev.stateline.persistence.sql.internal.commit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.turn.State;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRow;
import dev.stateline.persistence.sql.internal.commit.WholeCommitMapper.WholeCommit;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import java.util.Optional;

/**
 * Commits with their documents encoded, which takes no lock and no connection, and may be done
 * ahead of the append. Thread-safe.
 */
final class PreparedCommits {

  /** Bytes of the states of commits that were prepared and not appended. */
  private static final long MOST_BYTES = 32L << 20;

  private final TurnWriter turns;

  /** Of commits that are about to be appended; found by the very object, which weak keys are. */
  private final Cache<TurnCommit, Prepared> ahead =
      Caffeine.newBuilder()
          .weakKeys()
          .maximumWeight(MOST_BYTES)
          .weigher((TurnCommit commit, Prepared prepared) -> prepared.row().stateSize())
          .executor(Runnable::run)
          .build();

  PreparedCommits(TurnWriter turns) {
    this.turns = turns;
  }

  /** A commit with its documents encoded. */
  record Prepared(TurnCommit commit, TurnRow row) {

    State state() {
      return commit.state();
    }

    String simulation() {
      return commit.simulation().toString();
    }

    HeadMapper.Advance step() {
      return new HeadMapper.Advance(
          commit.simulation().value(),
          commit.epoch().value(),
          row.segmentId(),
          row.turnNumber(),
          row.chainHash(),
          row.provenanceHash(),
          commit.expectedHead().segment().value(),
          commit.expectedHead().chainHash().value());
    }

    WholeCommit whole() {
      return new WholeCommit(step(), row, commit.checkpoint().map(CheckpointRow::of).orElse(null));
    }

    Committed committed() {
      return new Committed(Head.at(commit.state()), row.storedBytes());
    }
  }

  /** Encodes a commit ahead; what that fails of, it fails of again when the turn is appended. */
  void ahead(TurnCommit commit) {
    try {
      ahead.put(commit, encoded(commit));
    } catch (StatelineException toldByTheAppend) {
      ahead.invalidate(commit);
    }
  }

  /** A commit that is appended now. */
  Prepared of(TurnCommit commit) {
    Prepared ready = ahead.getIfPresent(commit);
    ahead.invalidate(commit);
    return ready == null ? encoded(commit) : ready;
  }

  private Prepared encoded(TurnCommit commit) {
    return new Prepared(commit, turns.encode(commit.turn(), Optional.of(commit.expectedHead())));
  }
}
