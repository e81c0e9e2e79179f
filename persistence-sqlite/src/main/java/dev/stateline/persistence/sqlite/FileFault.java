package dev.stateline.persistence.sqlite;

import java.nio.file.Path;

/** What can happen to the files of an open database. */
enum FileFault {
  MOVED("the file was removed or replaced while it was open; its log %s belongs beside it"),
  CUT("the file was cut short while it was open; restore a backup, or what its log %s still has"),
  OVERWRITTEN(
      "the file was overwritten by another one while it was open, with which its log %s does not"
          + " go"),
  LOG_REMOVED("its log %s was removed while it was open"),
  LOG_REPLACED("its log %s was replaced while it was open"),
  LOG_CUT(
      "its log %s was cut short while it was open; what was committed last is lost, so verify before you go on"),
  INDEX_REMOVED(
      "the index beside its log %s (-shm) was removed or replaced while it was open; start again to go on");

  private final String message;

  FileFault(String message) {
    this.message = message;
  }

  String message(Path log) {
    return message.formatted(log);
  }

  /** Whether all that was committed is still in an open file, and a checkpoint brings it home. */
  boolean canBeSaved() {
    return this == LOG_REMOVED || this == LOG_REPLACED;
  }

  /** Whether the turn that has just been committed is where every reader will find it. */
  boolean sparesCommits() {
    return this == INDEX_REMOVED;
  }

  /**
   * Whether SQLite would do harm by clearing up at the end: it would write the log into a file that
   * is not the log's, or delete another's log. Of a file that was moved it sees that itself.
   */
  boolean forbidsClearing() {
    return this != MOVED && this != LOG_REMOVED && this != INDEX_REMOVED;
  }
}
