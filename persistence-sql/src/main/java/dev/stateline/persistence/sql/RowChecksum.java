package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * The checksum of all of a row's columns: the first 128 bits of a SHA-256, as 32 hex digits. It
 * finds damage; it does not withstand somebody who computes it anew.
 */
final class RowChecksum {

  /** What is said of a row whose checksum does not hold. */
  static final String BROKEN = "a column of the row was changed";

  private static final int DIGITS = 32;

  private final Preimage preimage;

  RowChecksum(String table) {
    this.preimage = new Preimage("stateline/row/" + table + "/1");
  }

  RowChecksum with(String column, String value) {
    preimage.with(column, value);
    return this;
  }

  RowChecksum with(String column, UUID value) {
    return with(column, value == null ? null : value.toString());
  }

  RowChecksum with(String column, Instant value) {
    return with(column, value == null ? null : value.toString());
  }

  RowChecksum with(String column, Number value) {
    return with(column, value == null ? null : value.toString());
  }

  RowChecksum with(String column, Sha256 value) {
    return with(column, value == null ? null : value.hex());
  }

  /** The stored bytes: a compressed frame has bits that its document does not depend on. */
  RowChecksum with(String column, Payload value) {
    return with(column, value == null ? null : Sha256.of(value.bytes()));
  }

  String text() {
    return preimage.hash().hex().substring(0, DIGITS);
  }
}
