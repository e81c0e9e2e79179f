package dev.stateline.application.testworld;

import dev.stateline.domain.port.IdSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that are known beforehand; all begin with {@code 01900000-}. */
public final class CountingIds implements IdSource {

  private final AtomicLong count = new AtomicLong();

  @Override
  public UUID next() {
    return new UUID(0x0190000000007000L, 0x8000000000000000L | count.incrementAndGet());
  }
}
