package org.example.stateline.files;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.turn.StateRef;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Collects one record: small facts, and behind them the documents that they speak of. */
final class RecordWriter {

  private final ByteArrayOutputStream facts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream documents = new ByteArrayOutputStream();

  RecordWriter(RecordKind kind) {
    number(kind.code());
  }

  byte[] facts() {
    return facts.toByteArray();
  }

  byte[] documents() {
    return documents.toByteArray();
  }

  RecordWriter number(long value) {
    facts.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  RecordWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    facts.writeBytes(bytes);
    return this;
  }

  RecordWriter id(UUID value) {
    return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
  }

  RecordWriter moment(Instant value) {
    return number(value.getEpochSecond()).number(value.getNano());
  }

  RecordWriter hash(Sha256 value) {
    facts.writeBytes(value.bytes());
    return this;
  }

  RecordWriter state(StateRef value) {
    return id(value.segment().value()).number(value.turn().value()).hash(value.chainHash().value());
  }

  RecordWriter document(Document value) {
    documents.writeBytes(value.bytes());
    return number(value.size()).hash(value.hash());
  }

  <T> RecordWriter optional(Optional<T> value, Consumer<T> write) {
    number(value.isPresent() ? 1 : 0);
    value.ifPresent(write);
    return this;
  }
}
