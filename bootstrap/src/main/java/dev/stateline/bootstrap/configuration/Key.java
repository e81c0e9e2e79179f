package dev.stateline.bootstrap.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The settings that Stateline itself knows; those of {@code connection} belong to the adapters. */
enum Key {
  ENABLED("enabled", Rule.TRUTH, "true"),
  TYPE("type", Rule.WORD, "sqlite"),
  POOL_SIZE("options.pool_size", Rule.within(PersistenceOptions.POOL_SIZE), "10"),
  CHECKPOINT_INTERVAL(
      "options.checkpoint_interval", Rule.within(PersistenceOptions.CHECKPOINT_INTERVAL), "5"),
  COMPRESS_STATES("options.compress_states", Rule.TRUTH, "true"),
  QUERYABLE("options.queryable", Rule.TRUTH, "false"),
  CACHE_MB("options.cache_mb", Rule.within(PersistenceOptions.CACHE_MB), "64"),
  RETENTION_DAYS("options.retention_days", Rule.within(PersistenceOptions.RETENTION_DAYS), "90");

  /** The section of the file that holds all settings. */
  static final String SECTION = "simulation.state_management.persistence";

  /** The section within it that belongs to the adapter. */
  static final String CONNECTION = "connection";

  private final String path;
  private final Rule rule;
  private final String byDefault;

  Key(String path, Rule rule, String byDefault) {
    this.path = path;
    this.rule = rule;
    this.byDefault = byDefault;
  }

  static Optional<Key> at(String path) {
    return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
  }

  /** The setting's place within {@link #SECTION}. */
  String path() {
    return path;
  }

  Rule rule() {
    return rule;
  }

  String byDefault() {
    return byDefault;
  }

  /** The variable that sets it, for example {@code STATELINE_OPTIONS_POOL_SIZE}. */
  String variable() {
    String within = path.contains(".") ? path : "persistence." + path;
    return "STATELINE_" + within.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The place of a setting in the whole file. */
  static String full(String path) {
    return SECTION + "." + path;
  }
}
