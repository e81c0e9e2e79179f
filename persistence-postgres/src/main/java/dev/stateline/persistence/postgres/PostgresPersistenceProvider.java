package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;
import java.util.Optional;

/**
 * Persistence in a PostgreSQL database of version 13 or later. Its connection settings are an
 * allow-list ({@code docs/reference/configuration.md}); no JDBC URL is ever taken. A writer shows
 * that it lives by renewing a lease, by the database's clock.
 */
public final class PostgresPersistenceProvider implements PersistenceProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public PostgresPersistenceProvider() {}

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    return ConnectionSetting.check(settings.connection());
  }

  @Override
  public Persistence open(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return new PostgresDatabase(settings).open();
  }

  @Override
  public Optional<DatabaseStatus> status(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return Optional.of(new PostgresDatabase(settings).status());
  }

  @Override
  public List<Finding> diagnose(PersistenceSettings settings) {
    SettingProblem.requireNone(check(settings));
    return new PostgresDatabase(settings).diagnosis().get();
  }
}
