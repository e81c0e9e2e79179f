package dev.stateline.persistence.sqlite;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The journal that SQLite puts back into a file when it opens it (<a
 * href="https://www.sqlite.org/fileformat2.html#the_rollback_journal">file format</a>). Other
 * programs leave one when they change a database in another mode, and are killed.
 */
final class RollbackJournal {

  private static final long MAGIC = 0xd9d505f920a163d7L;
  private static final int HEADER_BYTES = 28;

  private final Path database;
  private final Path file;

  RollbackJournal(Path database) {
    this.database = database;
    this.file = DatabaseFile.beside(database, "-journal");
  }

  Path file() {
    return file;
  }

  /**
   * Whether the first page that it would put back has another mark than the file's, which no other
   * program changes. A file of one page is one that is just being made.
   */
  boolean isForeign() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER_BYTES));
      if (header.limit() < HEADER_BYTES
          || header.getLong(0) != MAGIC
          || header.getInt(16) <= 1
          || header.getInt(24) < 512) {
        return false;
      }
      in.skipNBytes(header.getInt(20) - HEADER_BYTES);
      Optional<CommitMark> found = mark(in, header.getInt(8), header.getInt(24));
      Optional<CommitMark> own =
          SqliteConnections.firstPageWithoutLog(database).map(FirstPage::mark);
      return found.isPresent() && own.isPresent() && !found.equals(own);
    } catch (NoSuchFileException | EOFException e) {
      return false;
    }
  }

  private static Optional<CommitMark> mark(InputStream in, int records, int pageBytes)
      throws IOException {
    // A negative number stands for all up to the end.
    for (long i = Integer.toUnsignedLong(records); i > 0; i--) {
      ByteBuffer entry = ByteBuffer.wrap(in.readNBytes(4 + pageBytes + 4));
      if (entry.limit() < 4 + pageBytes + 4) {
        return Optional.empty();
      }
      if (entry.getInt(0) == 1) {
        return Optional.of(FirstPage.in(entry, 4).mark());
      }
    }
    return Optional.empty();
  }
}
