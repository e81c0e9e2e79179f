package dev.stateline.domain.turn;

import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.UUID;

/**
 * Which state is meant: its place in the history, and the chain hash that proves what stands there.
 * A place alone names no content, since another writer may have put another turn there; so two
 * references are equal only when both are.
 *
 * @param segment the segment that holds the state
 * @param turn its turn
 * @param chainHash the proof of all history up to and including the state
 */
public record StateRef(SegmentId segment, TurnNumber turn, ChainHash chainHash) {

  public StateRef {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(chainHash, "chainHash");
  }

  /** Whether the other stands in the same place, whatever its content is. */
  public boolean isInPlaceOf(StateRef other) {
    return segment.equals(other.segment) && turn.equals(other.turn);
  }

  /**
   * The place as one UUID of version 8 (RFC 9562, section 5.8), as the databases' views give it. Of
   * the 32 hex digits h of the segment's id: {@code h[0..11]}, 8, {@code h[13..15]}, the turn plus
   * 80000000 in 8 hex digits, {@code h[24..31]} without the highest bit. Nothing is looked up by
   * it.
   */
  public UUID id() {
    UUID id = segment.value();
    long high = (id.getMostSignificantBits() & ~0xF000L) | 0x8000L;
    long low = ((1L << 31 | turn.value()) << 32) | (id.getLeastSignificantBits() & 0x7FFF_FFFFL);
    return new UUID(high, low);
  }
}
