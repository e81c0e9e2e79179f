package dev.stateline.bootstrap;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** An adapter that only a jar beside the program announces. */
public final class ShelfProvider implements PersistenceProvider {

  @Override
  public String type() {
    return "shelf";
  }

  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    return settings.connection().containsKey("wood")
        ? List.of()
        : List.of(new SettingProblem("connection.wood", "it is missing"));
  }

  @Override
  public Persistence open(PersistenceSettings settings) {
    return ServiceLoader.load(PersistenceProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.type().equals("memory"))
        .findFirst()
        .orElseThrow()
        .open(PersistenceSettings.of(Map.of(), settings.accessMode()));
  }
}
