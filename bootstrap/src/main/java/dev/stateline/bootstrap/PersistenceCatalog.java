package dev.stateline.bootstrap;

import dev.stateline.application.guard.GuardedAdapter;
import dev.stateline.bootstrap.configuration.PersistenceConfiguration;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The persistence adapters on the class path, by type. One that cannot be used stands in no other's
 * way. Immutable.
 */
final class PersistenceCatalog {

  private static final String SECTION = PersistenceConfiguration.SECTION + ".";

  private final Map<String, GuardedAdapter> providers = new TreeMap<>();
  private final Map<String, String> doubled = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  PersistenceCatalog(ClassPath.Found<PersistenceProvider> found) {
    problems.addAll(found.problems());
    for (PersistenceProvider provider : found.usable()) {
      try {
        add(GuardedAdapter.of(provider));
      } catch (FailureException e) {
        problems.add(e.getMessage());
      }
    }
    doubled.keySet().forEach(providers::remove);
    problems.addAll(doubled.values());
  }

  private void add(GuardedAdapter provider) {
    GuardedAdapter other = providers.putIfAbsent(provider.type(), provider);
    if (other != null) {
      doubled.put(
          provider.type(),
          "two providers on the class path have the type '"
              + provider.type()
              + "': "
              + other.className()
              + " and "
              + provider.className()
              + "; remove one of them");
    }
  }

  /** What on the class path cannot be used, one line each. */
  List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** The types, in alphabetical order. */
  List<String> types() {
    return List.copyOf(providers.keySet());
  }

  /** What is wrong with the type and its connection, one line each. */
  List<String> check(PersistenceConfiguration configuration) {
    PersistenceProvider provider = providers.get(configuration.type());
    if (doubled.containsKey(configuration.type())) {
      return List.of(SECTION + "type: " + doubled.get(configuration.type()));
    }
    if (provider == null) {
      return List.of(
          SECTION
              + "type: no such provider on the class path: "
              + configuration.type()
              + "; known: "
              + String.join(", ", providers.keySet())
              + (problems.isEmpty() ? "" : "; cannot be used: " + String.join("; ", problems)));
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
