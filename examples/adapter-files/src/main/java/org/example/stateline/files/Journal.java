package org.example.stateline.files;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.CorruptDataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The file that holds everything: records, one behind the other. A record that is whole is never
 * changed. To be used by one thread at a time; appending and cutting under the folder's lock.
 *
 * <p>A record is a header of five 32-bit numbers (the lengths of facts and documents, a checksum of
 * each, and a checksum of those four), the facts, the documents, and one byte, the seal. The seal
 * is written after the disk has all the rest. So a record that is cut short, or does not fit its
 * checksums and has no seal, was never reported as written: it is torn, and may go. One that has a
 * seal, or others behind it, was whole once: it is damaged, and must be reported.
 */
final class Journal implements AutoCloseable {

  private static final int HEADER = 5 * Integer.BYTES;
  private static final int SEAL = 0x53;

  private final Path path;
  // No FileChannel: that closes itself when a thread that uses it is interrupted.
  private final RandomAccessFile file;
  private long end;
  private Optional<CorruptDataException> damage = Optional.empty();

  Journal(Path path, boolean writable) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), writable ? "rw" : "r");
  }

  /** Where the next record begins. */
  long end() {
    return end;
  }

  /** What makes the rest of the file unreadable. */
  Optional<CorruptDataException> damage() {
    return damage;
  }

  /** Reads the records that were appended since the last call, by whichever program. */
  void follow(Consumer<RecordReader> reader) throws IOException {
    long length = file.length();
    // The last record may lack its seal.
    if (length < end - 1) {
      throw new IOException(path + " became shorter while it was open; open it again");
    }
    while (damage.isEmpty() && end < length) {
      Optional<Header> header = header(length);
      if (header.isEmpty()) {
        return;
      }
      reader.accept(
          new RecordReader(end, facts(header.get()), end + HEADER + header.get().facts()));
      end += header.get().size() + 1;
    }
  }

  /** The next record's header; empty if the record is torn, damaged, or still being written. */
  private Optional<Header> header(long length) throws IOException {
    if (length - end < HEADER) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(read(end, HEADER));
    Header header = new Header(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
    if (bytes.getInt() != checksum(header.bytes())) {
      return damaged("the record's header does not fit its checksum");
    }
    long seal = end + header.size();
    if (length < seal) {
      return Optional.empty();
    }
    boolean isSealed = length > seal && read(seal, 1)[0] == SEAL;
    boolean isWhole =
        checksum(facts(header)) == header.factsChecksum()
            && (isSealed || checksum(documents(header)) == header.documentsChecksum());
    if (isWhole) {
      return Optional.of(header);
    }
    return isSealed || length > seal + 1
        ? damaged("the record does not fit its checksum")
        : Optional.empty();
  }

  private Optional<Header> damaged(String problem) {
    damage =
        Optional.of(
            new CorruptDataException(
                path.toString(),
                "journal",
                problem
                    + "; it begins at byte "
                    + end
                    + ", and nothing from there on can be read"));
    return Optional.empty();
  }

  /** The bytes that a program which died while it wrote left behind; 0 if there are none. */
  long torn() throws IOException {
    return damage.isPresent() ? 0 : Math.max(0, file.length() - end);
  }

  /**
   * Writes a record behind all others, and returns when the disk has it. All other records have
   * been followed. If it throws, nothing was written.
   */
  void append(RecordWriter record) throws IOException {
    byte[] facts = record.facts();
    byte[] documents = record.documents();
    Header header =
        new Header(facts.length, documents.length, checksum(facts), checksum(documents));
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(header.size()));
    bytes.put(header.bytes()).putInt(checksum(header.bytes())).put(facts).put(documents);
    try {
      cut();
      file.seek(end);
      file.write(bytes.array());
      file.getFD().sync();
      file.write(SEAL);
    } catch (IOException e) {
      try {
        cut();
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** Removes a torn record. */
  private void cut() throws IOException {
    if (file.length() > end) {
      file.setLength(end);
    }
  }

  /**
   * A document whose hash has been checked.
   *
   * @param place whose it is, for the error
   * @param column what it is, for the error
   */
  Document document(StoredDocument stored, String place, String column) throws IOException {
    Document document = unchecked(stored);
    if (!document.hash().equals(stored.hash())) {
      throw new CorruptDataException(
          place,
          column,
          "the bytes at " + stored.offset() + " of " + path + " do not fit their hash");
    }
    return document;
  }

  /** A document as it stands there. */
  Document unchecked(StoredDocument stored) throws IOException {
    return Document.ofTrusted(read(stored.offset(), stored.length()));
  }

  private byte[] facts(Header header) throws IOException {
    return read(end + HEADER, header.facts());
  }

  private byte[] documents(Header header) throws IOException {
    return read(end + HEADER + header.facts(), header.documents());
  }

  private byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record Header(int facts, int documents, int factsChecksum, int documentsChecksum) {

    byte[] bytes() {
      return ByteBuffer.allocate(HEADER - Integer.BYTES)
          .putInt(facts)
          .putInt(documents)
          .putInt(factsChecksum)
          .putInt(documentsChecksum)
          .array();
    }

    /** The whole record without its seal. */
    long size() {
      return (long) HEADER + facts + documents;
    }
  }
}
