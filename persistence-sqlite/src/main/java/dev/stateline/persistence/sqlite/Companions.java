package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The files beside a database that SQLite would take for parts of it: what lies there from another
 * one is written into it unasked, and what is left of a file that was taken away is deleted.
 */
final class Companions {

  /** A rollback journal of one sector has nothing to put back: a new file's has no more. */
  private static final int EMPTY_JOURNAL_BYTES = 512;

  private Companions() {}

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if something else than a file lies there, a log
   *     or journal lies there that is not this file's, or the file has several names, of which each
   *     would have a log of its own
   */
  static void check(Path database, String description) throws IOException {
    for (String suffix : DatabaseFile.COMPANIONS) {
      requireFile(DatabaseFile.beside(database, suffix), description);
    }
    WriteAheadLog log = new WriteAheadLog(database);
    if (DatabaseFile.isAbsent(database)) {
      requireNothingLeft(log.file(), log.size(), database);
      Path journal = DatabaseFile.beside(database, "-journal");
      long size = size(journal);
      requireNothingLeft(journal, size > EMPTY_JOURNAL_BYTES ? size : 0, database);
      return;
    }
    requireOneName(database, description);
    if (log.isForeign()) {
      throw foreign(description, "log", log.file());
    }
    RollbackJournal journal = new RollbackJournal(database);
    if (journal.isForeign()) {
      throw foreign(description, "rollback journal", journal.file());
    }
  }

  /** Whether SQLite would take nothing that lies there for a part of a new file. */
  static boolean isFree(Path database) throws IOException {
    return size(DatabaseFile.beside(database, "-wal")) == 0
        && size(DatabaseFile.beside(database, "-journal")) <= EMPTY_JOURNAL_BYTES;
  }

  private static UnavailableException foreign(String description, String what, Path file) {
    return unusable(
        description
            + " does not go with the "
            + what
            + " beside it, "
            + file
            + ": that is of another database, or of this one at another time; put it back beside"
            + " the file that it came from, or move it away to use this one as it is");
  }

  private static void requireNothingLeft(Path left, long bytes, Path database) throws IOException {
    if (bytes > 0 && !isBeingMade(database)) {
      throw unusable(
          "there is no database at "
              + database
              + ", but its log "
              + left
              + " ("
              + bytes
              + " bytes) lies there and may hold turns; put the database's file back beside it, or"
              + " move the log away to begin anew");
    }
  }

  /** Whether what lies there is of somebody who makes the file now, or made it meanwhile. */
  private static boolean isBeingMade(Path database) throws IOException {
    return FileLocks.isLocked(
            DatabaseFile.beside(database, "-writers"), SqliteDatabase.MIGRATION_BYTE)
        || !DatabaseFile.isAbsent(database);
  }

  private static void requireFile(Path companion, String description) {
    if (Files.exists(companion, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(companion, LinkOption.NOFOLLOW_LINKS)) {
      throw unusable(
          description
              + " keeps a file of its own at "
              + companion
              + ", where a "
              + kind(companion)
              + " lies; move that away");
    }
  }

  private static String kind(Path companion) {
    if (Files.isSymbolicLink(companion)) {
      return "symbolic link";
    }
    return Files.isDirectory(companion) ? "folder" : "device or pipe";
  }

  private static void requireOneName(Path database, String description) throws IOException {
    if (DatabaseFile.names(database) > 1) {
      throw unusable(
          description
              + " has several names (hard links), and its log lies beside one of them only; remove"
              + " the other names, or copy it to a file of its own");
    }
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private static UnavailableException unusable(String message) {
    return new UnavailableException(ErrorCode.DATABASE_UNUSABLE, message);
  }
}
