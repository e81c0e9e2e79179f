package dev.stateline.domain.commit;

/** What to do on opening a simulation for writing when another writer lives. */
public enum TakeOver {
  /** Refuse, and name the holder. */
  REFUSE,
  /** Raise the epoch all the same: the former writer's next commit is refused. */
  FORCE
}
