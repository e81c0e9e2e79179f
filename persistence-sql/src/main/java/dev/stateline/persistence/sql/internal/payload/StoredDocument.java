package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Sha256;

/**
 * A document as it stands in a row.
 *
 * @param column where its payload stands, for example {@code turns.state_payload}
 * @param turn whose row it is
 * @param encoding the number of an {@link Encoding}; null if the row has none
 * @param size the canonical bytes; null if the row does not say
 * @param hash of the canonical bytes; null if the row does not say
 * @param payload null if there is none
 */
public record StoredDocument(
    String column, int turn, Integer encoding, Integer size, Sha256 hash, Payload payload) {

  /** Whether there is a document only together with that of an earlier turn. */
  public boolean isDelta() {
    return Encoding.DELTA.isNumbered(encoding) || Encoding.ZSTD_DELTA.isNumbered(encoding);
  }

  /** Whether the row says that it is absent for a reason. */
  public boolean isPruned() {
    return Encoding.PRUNED.isNumbered(encoding);
  }
}
