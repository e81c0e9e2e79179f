package dev.stateline.domain.commit;

import dev.stateline.domain.history.Head;
import java.util.Objects;

/**
 * What a durable commit left behind.
 *
 * @param head the head after it
 * @param storedBytes the bytes of the payloads as they are stored, compressed where compression is
 *     on
 */
public record Committed(Head head, long storedBytes) {

  public Committed {
    Objects.requireNonNull(head, "head");
  }
}
