package dev.stateline.persistence.memory;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.PersistenceFixture;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A promise that a store breaks.
 *
 * @param description what it does wrong
 * @param suite the part of the contract that is to notice, by its name in {@link
 *     dev.stateline.testkit.contract.PersistenceContract}
 * @param fixture makes the store
 */
record Flaw(String description, String suite, Supplier<PersistenceFixture> fixture) {

  /** A flaw that is put around an honest memory. */
  static Flaw of(String description, String suite, UnaryOperator<Persistence> flaw) {
    return declaring(
        description,
        suite,
        Set.of(PersistenceFixture.Capability.BRANCH, PersistenceFixture.Capability.IMPORT),
        () -> flaw.apply(new MemoryFixture().open()));
  }

  /** A flaw in what the fixture declares of the stores that it opens. */
  static Flaw declaring(
      String description,
      String suite,
      Set<PersistenceFixture.Capability> declared,
      Supplier<Persistence> opening) {
    return new Flaw(
        description,
        suite,
        () ->
            new PersistenceFixture() {
              @Override
              public Set<Capability> capabilities() {
                return declared;
              }

              @Override
              public Persistence open() {
                return opening.get();
              }

              @Override
              public Persistence openForReading() {
                return opening.get();
              }

              @Override
              public void close() {}
            });
  }

  @Override
  public String toString() {
    return description;
  }
}
