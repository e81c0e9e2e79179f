package dev.stateline.domain.turn;

import dev.stateline.domain.document.Preimage;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.NameRules;
import java.util.Objects;

/**
 * What computed a state: the engine, its version, the hash of the scenario's and engine's
 * configuration, and the seed in force. Kept once, and named by its hash.
 *
 * @param engineName 1 to 200 characters
 * @param engineVersion 1 to 200 characters
 */
public record Provenance(
    String engineName, String engineVersion, Sha256 configurationHash, long seed) {

  private static final String FORMAT = "stateline/provenance/1";

  /**
   * @throws InvalidInputException if the engine's name or version is empty, too long or not
   *     printable
   */
  public Provenance {
    NameRules.checkLabel("engine name", engineName);
    NameRules.checkLabel("engine version", engineVersion);
    Objects.requireNonNull(configurationHash, "configurationHash");
  }

  /** The same engine and configuration with another seed in force. */
  public Provenance withSeed(long other) {
    return new Provenance(engineName, engineVersion, configurationHash, other);
  }

  /** The hash of all of it, as {@code docs/reference/hashing.md} defines it. */
  public Sha256 hash() {
    return new Preimage(FORMAT)
        .with("configuration_hash", configurationHash.hex())
        .with("engine_name", engineName)
        .with("engine_version", engineVersion)
        // As text: a 64-bit number does not fit a JSON number.
        .with("seed", Long.toString(seed))
        .hash();
  }
}
