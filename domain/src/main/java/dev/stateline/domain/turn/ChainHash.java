package dev.stateline.domain.turn;

import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * The proof of history up to a turn: a hash over the parent's chain hash and all that a replay of
 * the turn must reproduce. Equal runs have equal chains, whatever machine, adapter, engine version
 * or simulation id made them. The preimage is frozen in {@code docs/reference/hashing.md}.
 */
public record ChainHash(Sha256 value) {

  private static final String FORMAT = "stateline/chain/1";

  public ChainHash {
    Objects.requireNonNull(value, "value");
  }

  /** The chain hash of turn 0. */
  public static ChainHash initial(Optional<SimulatedTime> time, Sha256 stateHash) {
    return new ChainHash(preimage(null, TurnNumber.ZERO, time, stateHash, null).hash());
  }

  /**
   * The chain hash of the turn that follows this one.
   *
   * @param turn the number of that turn
   * @param time the simulated time of its state
   * @param transitionHash the hash of its actions and outcomes
   */
  public ChainHash next(
      TurnNumber turn, Optional<SimulatedTime> time, Sha256 stateHash, Sha256 transitionHash) {
    return new ChainHash(preimage(value, turn, time, stateHash, transitionHash).hash());
  }

  private static Preimage preimage(
      Sha256 parent,
      TurnNumber turn,
      Optional<SimulatedTime> time,
      Sha256 stateHash,
      Sha256 transitionHash) {
    return new Preimage(FORMAT)
        .with("parent_chain_hash", parent == null ? null : parent.hex())
        .with("simulated_time", time.map(SimulatedTime::toString).orElse(null))
        .with("state_hash", stateHash.hex())
        .with("transition_hash", transitionHash == null ? null : transitionHash.hex())
        .with("turn", turn.value());
  }

  public String hex() {
    return value.hex();
  }

  /** The hex digits. */
  @Override
  public String toString() {
    return value.hex();
  }
}
