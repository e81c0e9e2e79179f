package org.example.stateline.files;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads the facts of one record in the order in which {@link RecordWriter} wrote them. */
final class RecordReader {

  private final long offset;
  private final ByteBuffer facts;
  private long nextDocument;

  /**
   * @param offset where the record begins in the journal
   * @param documents where its documents begin
   */
  RecordReader(long offset, byte[] facts, long documents) {
    this.offset = offset;
    this.facts = ByteBuffer.wrap(facts);
    this.nextDocument = documents;
  }

  long offset() {
    return offset;
  }

  RecordKind kind() {
    return RecordKind.of(number());
  }

  long number() {
    return facts.getLong();
  }

  String text() {
    return new String(bytes((int) number()), StandardCharsets.UTF_8);
  }

  UUID id() {
    return new UUID(number(), number());
  }

  Instant moment() {
    return Instant.ofEpochSecond(number(), number());
  }

  Sha256 hash() {
    return Sha256.ofDigest(bytes(32));
  }

  StateRef state() {
    return new StateRef(new SegmentId(id()), new TurnNumber((int) number()), new ChainHash(hash()));
  }

  StoredDocument document() {
    int length = (int) number();
    StoredDocument document = new StoredDocument(nextDocument, length, hash());
    nextDocument += length;
    return document;
  }

  <T> Optional<T> optional(Supplier<T> read) {
    return number() == 1 ? Optional.of(read.get()) : Optional.empty();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    facts.get(bytes);
    return bytes;
  }
}
