package dev.stateline.application.guard;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A provider of persistence whose type is known, and whose methods fail as their contracts say: a
 * database that it cannot open for whatever reason is one that cannot be used. Thread-safe if the
 * provider is.
 */
public final class GuardedAdapter implements PersistenceProvider {

  private final PersistenceProvider provider;
  private final String type;
  private final Guard guard;

  private GuardedAdapter(PersistenceProvider provider) {
    this.provider = provider;
    this.type =
        new Guard(Component.ADAPTER, Optional.empty(), provider).call("type", provider::type);
    this.guard = new Guard(Component.ADAPTER, Optional.of(type), provider);
  }

  /**
   * Asks a provider for its type.
   *
   * @throws FailureException INTERNAL_ERROR if it does not give it
   */
  public static GuardedAdapter of(PersistenceProvider provider) {
    return new GuardedAdapter(provider);
  }

  /** The name of the provider's class. */
  public String className() {
    return provider.getClass().getName();
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    try {
      return guard.call("check", () -> Answers.list(provider.check(settings)));
    } catch (FailureException e) {
      return List.of(new SettingProblem("type", e.getMessage()));
    }
  }

  @Override
  public Persistence open(PersistenceSettings settings) {
    return usable("open", () -> provider.open(settings));
  }

  @Override
  public Optional<DatabaseStatus> status(PersistenceSettings settings) {
    return usable("status", () -> provider.status(settings));
  }

  @Override
  public List<Finding> diagnose(PersistenceSettings settings) {
    return usable("diagnose", () -> Answers.list(provider.diagnose(settings)));
  }

  private <T> T usable(String method, Callable<T> work) {
    try {
      return guard.callOfAdapter(method, work);
    } catch (FailureException e) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNUSABLE, e.getMessage(), ErrorDetails.NONE, e);
    }
  }
}
