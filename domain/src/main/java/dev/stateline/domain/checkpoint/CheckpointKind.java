package dev.stateline.domain.checkpoint;

/** Who asked for a checkpoint. */
public enum CheckpointKind {
  /** Made every N turns by a run; pruning keeps only the newest ones. */
  AUTOMATIC,
  /** Asked for by a person or a program; kept until deleted. */
  NAMED
}
