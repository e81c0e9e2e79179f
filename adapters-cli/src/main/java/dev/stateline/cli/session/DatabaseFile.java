package dev.stateline.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells a SQLite database from a configuration file, where either of them may be named. */
final class DatabaseFile {

  // The first bytes of every SQLite file (sqlite.org/fileformat.html, 1.3).
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern USUAL_NAME =
      Pattern.compile(".*\\.(db|db3|sqlite|sqlite3)", Pattern.CASE_INSENSITIVE);

  private DatabaseFile() {}

  /** Whether a path means a database: by its content or its name, also where nothing is there. */
  static boolean isMeantBy(Path path) {
    return USUAL_NAME.matcher(path.toString()).matches() || isDatabase(path);
  }

  /** Whether a SQLite database is there. */
  static boolean isDatabase(Path path) {
    // Nothing else than a file: to read from a pipe would wait for its writer.
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      // Whoever opens it says why it cannot be read.
      return false;
    }
  }
}
