package dev.stateline.bootstrap.configuration;

/**
 * The section {@code options}.
 *
 * @param poolSize connections for readers at the most, 1 to 100
 * @param checkpointInterval an automatic checkpoint every so many turns, 1 to 1000000
 * @param compressStates whether documents are stored compressed
 * @param queryable whether documents are also stored as JSON that SQL can look into
 * @param cacheMb megabytes (of 2^20 bytes) at the most for states that were read, 0 to 65536
 * @param retentionDays the age at which pruning may drop payloads, 1 to 36500
 */
public record PersistenceOptions(
    int poolSize,
    int checkpointInterval,
    boolean compressStates,
    boolean queryable,
    int cacheMb,
    int retentionDays) {

  static final WholeNumbers POOL_SIZE = new WholeNumbers(1, 100);
  static final WholeNumbers CHECKPOINT_INTERVAL = new WholeNumbers(1, 1_000_000);
  static final WholeNumbers CACHE_MB = new WholeNumbers(0, 65_536);
  static final WholeNumbers RETENTION_DAYS = new WholeNumbers(1, 36_500);

  /**
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_CONFIGURATION if a number is
   *     out of its range
   */
  public PersistenceOptions {
    POOL_SIZE.require("pool_size", poolSize);
    CHECKPOINT_INTERVAL.require("checkpoint_interval", checkpointInterval);
    CACHE_MB.require("cache_mb", cacheMb);
    RETENTION_DAYS.require("retention_days", retentionDays);
  }
}
