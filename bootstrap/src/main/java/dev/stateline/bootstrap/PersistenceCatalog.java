package dev.stateline.bootstrap;

import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.bootstrap.configuration.PersistenceConfiguration;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The persistence adapters on the class path, by type. Immutable. */
final class PersistenceCatalog {

  private static final String SECTION = PersistenceConfiguration.SECTION + ".";

  private final Map<String, PersistenceProvider> providers = new TreeMap<>();

  /**
   * @throws ConfigurationException if two providers have the same type
   */
  PersistenceCatalog(Iterable<PersistenceProvider> found) {
    for (PersistenceProvider provider : found) {
      PersistenceProvider other = providers.putIfAbsent(provider.type(), provider);
      if (other != null) {
        throw new ConfigurationException(
            List.of(
                "two providers on the class path have the type '"
                    + provider.type()
                    + "': "
                    + other.getClass().getName()
                    + " and "
                    + provider.getClass().getName()
                    + "; remove one of them"));
      }
    }
  }

  /** The types, in alphabetical order. */
  List<String> types() {
    return List.copyOf(providers.keySet());
  }

  /** What is wrong with the type and its connection, one line each. */
  List<String> check(PersistenceConfiguration configuration) {
    PersistenceProvider provider = providers.get(configuration.type());
    if (provider == null) {
      return List.of(
          SECTION
              + "type: no such provider on the class path: "
              + configuration.type()
              + "; known: "
              + String.join(", ", providers.keySet()));
    }
    return provider.check(configuration.settings(AccessMode.READ_ONLY)).stream()
        .map(problem -> SECTION + problem.key() + ": " + problem.problem())
        .toList();
  }

  /**
   * Opens the database of a configuration that passed {@link #check}.
   *
   * @return the caller closes it
   */
  Persistence open(PersistenceConfiguration configuration, AccessMode mode) {
    return providers.get(configuration.type()).open(configuration.settings(mode));
  }

  /** Looks at the database of a configuration that passed {@link #check}. */
  Optional<DatabaseStatus> status(PersistenceConfiguration configuration) {
    return providers.get(configuration.type()).status(configuration.settings(AccessMode.READ_ONLY));
  }

  /** Looks at where the database of a configuration that passed {@link #check} lies. */
  List<Finding> diagnose(PersistenceConfiguration configuration) {
    return providers
        .get(configuration.type())
        .diagnose(configuration.settings(AccessMode.READ_ONLY));
  }
}
