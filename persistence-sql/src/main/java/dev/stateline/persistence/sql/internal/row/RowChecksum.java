package dev.stateline.persistence.sql.internal.row;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Payload;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The checksum of all of a row's columns: the first 128 bits of a SHA-256. It finds damage; it does
 * not withstand somebody who computes it anew.
 */
public final class RowChecksum {

  /** What is said of a row whose checksum does not hold. */
  public static final String BROKEN = "a column of the row was changed";

  private static final int BYTES = 16;

  private final String table;
  private final Preimage preimage;
  private final Map<String, Payload> documents = new LinkedHashMap<>();

  public RowChecksum(String table) {
    this.table = table;
    this.preimage = new Preimage("stateline/row/" + table + "/2");
  }

  public RowChecksum with(String column, String value) {
    preimage.with(column, value);
    return this;
  }

  public RowChecksum with(String column, UUID value) {
    return with(column, value == null ? null : value.toString());
  }

  public RowChecksum with(String column, Instant value) {
    return with(column, value == null ? null : value.toString());
  }

  public RowChecksum with(String column, Number value) {
    return with(column, value == null ? null : value.toString());
  }

  public RowChecksum with(String column, Sha256 value) {
    return with(column, value == null ? null : value.hex());
  }

  /** The stored bytes: a compressed frame has bits that its document does not depend on. */
  public RowChecksum with(String column, Payload value) {
    return with(column, value == null ? null : Sha256.of(value.bytes()));
  }

  /** As {@link #with(String, Payload)}, of what is a document as it stands. */
  public RowChecksum withDocument(String column, Payload value) {
    documents.put(column, value);
    return with(column, value);
  }

  public Seal seal() {
    return new Seal(Arrays.copyOf(preimage.hash().bytes(), BYTES));
  }

  /**
   * @throws DamagedColumnException if a column was changed since the row was sealed
   */
  public void require(Seal stored) throws DamagedColumnException {
    if (!seal().equals(stored)) {
      requireDocuments();
      throw new DamagedColumnException(table + ".row_checksum", BROKEN);
    }
  }

  /** The checksum covers all columns; bytes that are no document tell which one was changed. */
  private void requireDocuments() throws DamagedColumnException {
    for (Map.Entry<String, Payload> document : documents.entrySet()) {
      try {
        Document.ofCanonical(document.getValue().bytes());
      } catch (InvalidInputException | NullPointerException e) {
        throw new DamagedColumnException(
            table + "." + document.getKey(), "it does not hold a document as Stateline writes it");
      }
    }
  }
}
