package org.example.stateline.files;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Persistence in a folder with one append-only file. Its one connection setting is {@code folder}.
 * Documents are stored as they are: {@code compress_states} and {@code pool_size} have no effect.
 * Not for network file systems.
 */
public final class FilesPersistenceProvider implements PersistenceProvider {

  private static final String FOLDER = "folder";

  /** Made by {@link java.util.ServiceLoader}. */
  public FilesPersistenceProvider() {}

  @Override
  public String type() {
    return "files";
  }

  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    for (String key : settings.connection().keySet()) {
      if (!key.equals(FOLDER)) {
        problems.add(problem(key, "files has no such setting; known: " + FOLDER));
      }
    }
    String folder = settings.connection().get(FOLDER);
    if (folder == null || folder.isBlank()) {
      problems.add(problem(FOLDER, "it is missing; give the folder of the files"));
    } else {
      try {
        Path.of(folder);
      } catch (InvalidPathException e) {
        problems.add(problem(FOLDER, "it is no path: " + e.getReason()));
      }
    }
    return problems;
  }

  private static SettingProblem problem(String key, String problem) {
    return new SettingProblem("connection." + key, problem);
  }

  @Override
  public Persistence open(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return FilesPersistence.open(Path.of(settings.connection().get(FOLDER)), settings.accessMode());
  }
}
