package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a database as SQLite has them open, compared with what their paths lead to. A look
 * costs a question about each of three files; what is dear is asked only after a change.
 */
final class OpenFiles implements AutoCloseable {

  private final Path database;
  private final WriteAheadLog log;
  private final Path index;

  /** As long as it is open, SQLite leaves the log in its place. */
  private final Connection anchor;

  private final FileChannel logContent;
  private final Object databaseKey;
  private final Object logKey;
  private final Object indexKey;
  private final long pageBytes;
  private long databaseSize;
  private FileTime databaseTime;
  private long logSize;

  private OpenFiles(Path database, Connection anchor) throws IOException, SQLException {
    this.database = database;
    this.log = new WriteAheadLog(database);
    this.index = DatabaseFile.beside(database, "-shm");
    this.anchor = anchor;
    // Opens the log, and makes it where there is none.
    this.pageBytes = number(anchor, "PRAGMA page_size", 1);
    CommitMark.read(anchor);
    BasicFileAttributes seen = attributes(database);
    this.databaseKey = seen.fileKey();
    this.databaseSize = seen.size();
    this.databaseTime = seen.lastModifiedTime();
    this.logKey = attributes(log.file()).fileKey();
    this.indexKey = attributes(index).fileKey();
    this.logContent = FileChannel.open(log.file(), StandardOpenOption.READ);
    this.logSize = logContent.size();
  }

  static OpenFiles of(Path database) throws IOException, SQLException {
    Connection anchor = SqliteConnections.plain(database).getConnection();
    try {
      return new OpenFiles(database, anchor);
    } catch (IOException | SQLException | RuntimeException e) {
      anchor.close();
      throw e;
    }
  }

  Path log() {
    return log.file();
  }

  /** What has happened to them since they were opened. */
  Optional<FileFault> look() throws IOException, SQLException {
    Optional<FileFault> fault = lookAtDatabase();
    if (fault.isEmpty()) {
      fault = lookAtLog();
    }
    return fault.isPresent() || isInPlace(index, indexKey)
        ? fault
        : Optional.of(FileFault.INDEX_REMOVED);
  }

  private Optional<FileFault> lookAtDatabase() throws IOException, SQLException {
    BasicFileAttributes found;
    try {
      found = attributes(database);
    } catch (NoSuchFileException e) {
      return Optional.of(FileFault.MOVED);
    }
    if (!Objects.equals(databaseKey, found.fileKey())) {
      return Optional.of(FileFault.MOVED);
    }
    if (found.size() == databaseSize && found.lastModifiedTime().equals(databaseTime)) {
      return Optional.empty();
    }
    if (found.size() < databaseSize && isCut(found.size())) {
      return Optional.of(FileFault.CUT);
    }
    databaseSize = found.size();
    databaseTime = found.lastModifiedTime();
    return isForeign() ? Optional.of(FileFault.OVERWRITTEN) : Optional.empty();
  }

  /** A file may shrink: its own header says to what. */
  private boolean isCut(long size) {
    return SqliteConnections.pagesWithoutLog(database)
        .map(pages -> size < pages * pageBytes)
        .orElse(true);
  }

  /** Where the log has nothing, SQLite itself goes by what it read of the file before. */
  private boolean isForeign() throws IOException, SQLException {
    if (frames() > 0) {
      return log.isForeign();
    }
    Optional<CommitMark> mark =
        SqliteConnections.firstPageWithoutLog(database).map(FirstPage::mark);
    return mark.isEmpty() || !mark.get().equals(CommitMark.read(anchor)) && frames() == 0;
  }

  private Optional<FileFault> lookAtLog() throws IOException, SQLException {
    BasicFileAttributes found;
    try {
      found = attributes(log.file());
    } catch (NoSuchFileException e) {
      return Optional.of(FileFault.LOG_REMOVED);
    }
    if (!Objects.equals(logKey, found.fileKey())) {
      return Optional.of(FileFault.LOG_REPLACED);
    }
    if (found.size() < logSize && !isWhole()) {
      return Optional.of(FileFault.LOG_CUT);
    }
    logSize = found.size();
    return Optional.empty();
  }

  /** Whether the log has what SQLite has put into it. */
  boolean isWhole() throws IOException, SQLException {
    long frames = frames();
    long bytes = LogFrames.HEADER_BYTES + frames * (LogFrames.FRAME_HEADER_BYTES + pageBytes);
    return frames == 0 || logContent.size() >= bytes && beginsAsLog();
  }

  /** Cheaper than {@link #isWhole}: tells a log that was emptied and written on. */
  boolean beginsAsLog() throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(Integer.BYTES);
    return logContent.read(magic, 0) == Integer.BYTES && LogFrames.isMagic(magic.getInt(0));
  }

  boolean hasIndex() throws IOException {
    return isInPlace(index, indexKey);
  }

  /** How many frames SQLite takes the log to have. */
  private long frames() throws SQLException {
    return number(anchor, "PRAGMA wal_checkpoint(NOOP)", 2);
  }

  private static boolean isInPlace(Path file, Object key) throws IOException {
    try {
      return Objects.equals(key, attributes(file).fileKey());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  private static long number(Connection connection, String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.getLong(column);
    }
  }

  /** Leaves the log and the index where they are, also when nobody has them open any more. */
  void abandon() throws IOException {
    logContent.close();
  }

  @Override
  public void close() throws IOException, SQLException {
    logContent.close();
    anchor.close();
  }
}
