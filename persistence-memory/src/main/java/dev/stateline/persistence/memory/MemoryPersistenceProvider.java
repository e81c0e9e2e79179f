package dev.stateline.persistence.memory;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;

/**
 * The door of the adapter that keeps everything in the memory of this process: for {@code enabled:
 * false}, for embedding and for tests. It keeps every promise of the ports except that of outliving
 * the process. Thread-safe.
 *
 * <p>Every opening gives a new, empty database, which is gone when it is closed. One that is opened
 * for reading only stays empty. There are no connection settings; pool size, compression and {@code
 * queryable} are without effect, since there is no pool, documents are held as they came, and no
 * SQL gets at them.
 */
public final class MemoryPersistenceProvider implements PersistenceProvider {

  static final String TYPE = "memory";

  /** {@code memory}. */
  @Override
  public String type() {
    return TYPE;
  }

  /** Every key of the connection is a problem: there is none that could have an effect. */
  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    return settings.connection().keySet().stream()
        .map(
            key ->
                new SettingProblem(
                    "connection." + key,
                    "persistence of type memory has no connection settings; remove it, or choose"
                        + " another type"))
        .toList();
  }

  /**
   * Opens a new, empty database.
   *
   * @throws InvalidInputException INVALID_CONFIGURATION if the settings do not pass {@link #check}
   */
  @Override
  public Persistence open(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return new MemoryPersistence(settings.accessMode());
  }
}
