package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.dialect.Reason;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What can be told of a path before SQLite opens it, so that a wrong one gets a plain answer. The
 * file itself is never opened here: closing it would drop every lock that SQLite holds on it in
 * this process.
 */
final class DatabaseFile {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** How files beside a database end, SQLite's and our own. */
  static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal", "-writers");

  private DatabaseFile() {}

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if the path cannot be that of a database
   */
  static void check(Path file, String description) {
    Path folder = file.getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw unusable(description + " is a directory; give a file", null);
    }
    if (!Files.isDirectory(folder)) {
      throw unusable(description + " lies in a folder that does not exist; make it first", null);
    }
    if (Files.isSymbolicLink(file)) {
      throw unusable(description + " is a symbolic link that leads in a circle; mend it", null);
    }
    if (isAbsent(file)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw unusable(description + " is not a regular file", null);
    }
  }

  /** Whether there is no database yet; an empty file is one that has just been made. */
  static boolean isAbsent(Path file) {
    try {
      return !Files.exists(file) || Files.isRegularFile(file) && Files.size(file) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The file that a path leads to: two paths to one file must mean one database. */
  static Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      absolute = target(absolute);
      if (Files.exists(absolute)) {
        return absolute.toRealPath();
      }
      Path folder = absolute.getParent();
      return folder == null || !Files.isDirectory(folder)
          ? absolute
          : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      // The checks that follow say what is wrong with it.
      return absolute;
    }
  }

  /** Where a link leads that leads to nothing: a log would lie there. */
  private static Path target(Path file) throws IOException {
    Path at = file;
    for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(at); links++) {
      at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
    }
    return at;
  }

  /** How many names the file has; 1 where the file system does not tell. */
  static int names(Path file) throws IOException {
    try {
      return (Integer) Files.getAttribute(file, "unix:nlink");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }

  /** A file beside the database, of SQLite's or of ours. */
  static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** Why a file could not be used, without the path that the message names already. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    if (e instanceof ClosedByInterruptException) {
      return "the thread was interrupted";
    }
    return Reason.of(e);
  }

  private static UnavailableException unusable(String message, IOException cause) {
    return new UnavailableException(ErrorCode.DATABASE_UNUSABLE, message, cause);
  }
}
