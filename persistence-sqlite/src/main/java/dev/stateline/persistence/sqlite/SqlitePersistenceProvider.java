package dev.stateline.persistence.sqlite;

import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Persistence in one SQLite file. Its one connection setting is {@code path}, the file; relative
 * paths begin at the working directory. Beside the file stand SQLite's own {@code -wal} and {@code
 * -shm}, and {@code -writers}, whose operating-system locks tell which writers live. Not for
 * network file systems.
 */
public final class SqlitePersistenceProvider implements PersistenceProvider {

  private static final String PATH = "path";

  /** Made by {@link java.util.ServiceLoader}. */
  public SqlitePersistenceProvider() {}

  @Override
  public String type() {
    return "sqlite";
  }

  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    for (String key : settings.connection().keySet()) {
      if (!key.equals(PATH)) {
        problems.add(
            new SettingProblem("connection." + key, "sqlite has no such setting; known: " + PATH));
      }
    }
    String path = settings.connection().get(PATH);
    if (path == null || path.isBlank()) {
      problems.add(
          new SettingProblem("connection." + PATH, "it is missing; give the database's file"));
    } else {
      checkPath(path, problems);
    }
    return problems;
  }

  private static void checkPath(String path, List<SettingProblem> problems) {
    // The driver takes what follows a question mark for settings of its own.
    if (path.indexOf('?') >= 0) {
      problems.add(
          new SettingProblem(
              "connection." + PATH,
              "'" + path + "' has a '?', which a database's file cannot have"));
      return;
    }
    try {
      checkName(Path.of(path), problems);
    } catch (InvalidPathException e) {
      problems.add(new SettingProblem("connection." + PATH, "it is no path: " + e.getReason()));
    }
  }

  /** What stands under such a name is taken for a part of another database. */
  private static void checkName(Path path, List<SettingProblem> problems) {
    String name = String.valueOf(path.getFileName());
    for (String suffix : DatabaseFile.COMPANIONS) {
      if (name.endsWith(suffix)) {
        problems.add(
            new SettingProblem(
                "connection." + PATH,
                "'"
                    + path
                    + "' is the name of a file beside a database; give the database's own, without"
                    + " '"
                    + suffix
                    + "'"));
      }
    }
  }

  @Override
  public Persistence open(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return new SqliteDatabase(Path.of(settings.connection().get(PATH)), settings).open();
  }

  @Override
  public Optional<DatabaseStatus> status(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return Optional.of(
        new SqliteDatabase(Path.of(settings.connection().get(PATH)), settings).status());
  }
}
