package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The log beside a database. Looking into it takes no lock of SQLite's and drops none: those are on
 * the other files.
 */
final class WriteAheadLog {

  /** A log that is written to meanwhile is looked at again. */
  private static final int MOST_LOOKS = 5;

  private final Path database;
  private final Path file;

  WriteAheadLog(Path database) {
    this.database = database;
    this.file = DatabaseFile.beside(database, "-wal");
  }

  Path file() {
    return file;
  }

  /** In bytes; 0 also where there is none. */
  long size() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /**
   * Whether it holds commits that continue another file than the database, or this one at another
   * time. Where its commits left out the first page, as only other programs' do, it is taken for
   * the database's own.
   */
  boolean isForeign() throws IOException {
    if (size() == 0) {
      return false;
    }
    for (int look = 0; look < MOST_LOOKS; look++) {
      byte[] header = header();
      Optional<FirstPage> own = SqliteConnections.firstPageWithoutLog(database);
      if (own.isEmpty() || !contradicts(own.get())) {
        return false;
      }
      // A checkpoint and a new beginning in between would explain it.
      if (Arrays.equals(header, header())
          && own.equals(SqliteConnections.firstPageWithoutLog(database))) {
        return true;
      }
    }
    return false;
  }

  private byte[] header() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LogFrames.HEADER_BYTES);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  /** The file's own first page is one that the log has, or that which the log's first continues. */
  private boolean contradicts(FirstPage own) throws IOException {
    boolean first = true;
    boolean marked = false;
    boolean committed = false;
    try (LogFrames frames = new LogFrames(Files.newInputStream(file))) {
      while (frames.next()) {
        Optional<FirstPage> found = frames.firstPage();
        if (found.isPresent()) {
          if (found.get().equals(own) || first && found.get().continues(own)) {
            return false;
          }
          first = false;
          marked = true;
        }
        committed |= marked && frames.commits();
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    return committed;
  }
}
