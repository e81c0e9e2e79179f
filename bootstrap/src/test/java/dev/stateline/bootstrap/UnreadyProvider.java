package dev.stateline.bootstrap;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceProvider;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.SettingProblem;
import java.util.List;

/** A stranger's adapter whose class cannot be initialised. */
public final class UnreadyProvider implements PersistenceProvider {

  private static final String TYPE = type(false);

  private static String type(boolean isReady) {
    if (!isReady) {
      throw new IllegalStateException("the shelf is not screwed on");
    }
    return "unready";
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<SettingProblem> check(PersistenceSettings settings) {
    return List.of();
  }

  @Override
  public Persistence open(PersistenceSettings settings) {
    throw new IllegalStateException("it is never made");
  }
}
